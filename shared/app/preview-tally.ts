import type { Definition } from '#domain/campaign/definition.ts';
import { nominalAt } from '#domain/campaign/timing.ts';
import { dayMs, dayOf, dayText, localOf } from '#domain/kernel/local-time.ts';
import { segmentsOf } from '#domain/message/segments.ts';
import { sampleOf, type Message, type Placed, type RowProblem, type Sample } from './sample-of.ts';

/** Messages that go in one hour of the campaign's zone; `day` is 'later' for all behind the last that are told. */
export type Hour = Readonly<{ day: string; hour: number; messages: number }>;

type Counts = Record<string, number>;

/** What becomes of a file, counted touch by touch. It grows with the hours and codes that there are, not with the rows. */
export type PreviewTally = {
  readonly definition: Definition;
  readonly now: string;
  touches: number;
  messages: number;
  /** told in another row's message */
  joined: number;
  /** of sms: what other channels cost goes by the piece */
  segments: number;
  movedByWindow: number;
  /** rows with problems beyond those that are told */
  moreProblems: number;
  readonly byChannel: Counts;
  readonly rejected: Counts;
  readonly skipped: Counts;
  readonly duplicates: { inFile: number; known: number };
  /** messages that take the place of one that waits, and corrections of one that was sent, which are no touches */
  readonly changes: { replaced: number; corrected: number };
  readonly encodings: { 'GSM-7': number; 'UCS-2': number };
  readonly problems: RowProblem[];
  /** by the hour since 1970 on the zone's clock */
  readonly hours: Map<number, number>;
  first?: Sample;
  longest?: Sample;
  special?: Sample;
  /** the first message of every further channel */
  readonly others: Sample[];
};

export const previewTally = (definition: Definition, now: string): PreviewTally => ({
  definition,
  now,
  touches: 0,
  messages: 0,
  joined: 0,
  segments: 0,
  movedByWindow: 0,
  moreProblems: 0,
  byChannel: {},
  rejected: {},
  skipped: {},
  duplicates: { inFile: 0, known: 0 },
  changes: { replaced: 0, corrected: 0 },
  encodings: { 'GSM-7': 0, 'UCS-2': 0 },
  problems: [],
  others: [],
  hours: new Map(),
});

const mostProblems = 50;
/** Beyond so many different hours a table helps nobody. */
const mostHours = 2_000;
const hourMs = 3_600_000;

const add = (counts: Counts, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

export const tallyRejected = (tally: PreviewTally, code: string): void => {
  tally.touches += 1;
  add(tally.rejected, code);
};

/** `problem` makes the words only where they are told. */
export const tallyProblem = (tally: PreviewTally, problem: () => RowProblem): void => {
  if (tally.problems.length < mostProblems) tally.problems.push(problem());
  else tally.moreProblems += 1;
};

export const tallySkipped = (tally: PreviewTally, code: string): void => {
  tally.touches += 1;
  add(tally.skipped, code);
};

export const tallyDuplicate = (tally: PreviewTally, where: 'inFile' | 'known'): void => {
  tallySkipped(tally, 'duplicate');
  tally.duplicates[where] += 1;
};

export const tallyJoined = (tally: PreviewTally): void => {
  tally.touches += 1;
  tally.joined += 1;
};

/** Its touch was told by the message that it corrects. */
export const tallyCorrection = (tally: PreviewTally, { touch }: Placed, { segments }: Message): void => {
  tallySkipped(tally, 'corrected');
  tally.changes.corrected += 1;
  if (touch.channel === 'sms') tally.segments += segments;
};

const tallyHour = (tally: PreviewTally, { touch }: Placed, { sendAt, validUntil }: Message): void => {
  const { now, hours, definition } = tally;
  const zone = definition.timezone;
  const hour = Math.floor(localOf(zone, Date.parse(sendAt)) / hourMs);
  const key = hours.has(hour) || hours.size < mostHours ? hour : Infinity;
  hours.set(key, (hours.get(key) ?? 0) + 1);
  if (sendAt <= now) return;
  const meantAt = nominalAt({ schedule: touch.schedule, touch, appointmentAt: validUntil, now, zone });
  if (sendAt > meantAt) tally.movedByWindow += 1;
};

const tallyText = (tally: PreviewTally, placed: Placed, message: Message): void => {
  const { encoding } = segmentsOf(message.body);
  tally.segments += message.segments;
  tally.encodings[encoding] += 1;
  const sample = (): Sample => sampleOf(placed, message, tally.definition.timezone);
  if (message.body.length > (tally.longest?.body.length ?? 0)) tally.longest = sample();
  if (encoding === 'UCS-2') tally.special ??= sample();
};

export const tallyMessage = (tally: PreviewTally, placed: Placed, message: Message): void => {
  const { channel } = placed.touch;
  tally.touches += 1;
  tally.messages += 1;
  add(tally.byChannel, channel);
  tallyHour(tally, placed, message);
  if (tally.byChannel[channel] === 1) {
    const sample = sampleOf(placed, message, tally.definition.timezone);
    if (tally.first) tally.others.push(sample);
    else tally.first = sample;
  }
  if (channel === 'sms') tallyText(tally, placed, message);
};

const hourOf = (hour: number, messages: number): Hour => {
  if (hour === Infinity) return { day: 'later', hour: 0, messages };
  const local = hour * hourMs;
  return { day: dayText(local), hour: (local - dayOf(local) * dayMs) / hourMs, messages };
};

/** When messages go, earliest first. */
export const hoursOf = ({ hours }: PreviewTally): readonly Hour[] =>
  [...hours].sort(([one], [other]) => one - other).map(([hour, messages]) => hourOf(hour, messages));
