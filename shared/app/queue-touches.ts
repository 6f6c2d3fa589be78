import type { Definition } from '#domain/campaign/definition.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { messageIdOf, type Place } from '#domain/kernel/ids.ts';
import { remember } from '#domain/kernel/remember.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { chunk as chunkDecider, type AssembledTouch, type ChunkEvent } from '#domain/message/chunk.ts';
import { nextDueOf, without, type RowChunk, type Touch } from '#domain/message/row-chunk.ts';
import { queueOf, type WorkItem } from '#domain/work/work-item.ts';
import type { Document, DocumentWrite } from '#ports/documents.ts';
import type { Placed } from '#ports/event-store.ts';
import type { House } from './house.ts';
import { skipOptedOut } from './skip-opted-out.ts';
import { wakeWork } from './wake-work.ts';
import { claimPath } from './work-session.ts';

export type Claim = Readonly<{ owner: string }>;
export type PersonDay = Readonly<{ count: number }>;

/** How long a claim outlives the day of sending. */
const claimDays = 30;
const dayMs = 86_400_000;
/** The messages of a chunk go at few times. */
const laterBy = remember(50, (days: number) =>
  remember(1_000, (instant: string) => new Date(Date.parse(instant) + days * dayMs).toISOString()),
);
const later = (instant: string, days: number): string => laterBy(days)(instant);

/** A message without an appointment is worth nothing after three days: better expired than late. */
const validDays = 3;

type ToQueue = Readonly<{
  found: Document<RowChunk>;
  /** the chunk as planned for `version` */
  chunk: RowChunk;
  touches: readonly Touch[];
  assembled: readonly (AssembledTouch & { claimText?: string })[];
  version: number;
  run: number;
  definition: Definition;
}>;

export const personDayPath = (fingerprint: string): string => `personDays/${fingerprint}`;

/** Nobody who opted out; claims and person days become fingerprints, and what stands under them is looked up: a repeated file costs reads. */
const lookUp = async (house: House, { chunk, assembled, definition }: ToQueue) => {
  const { companyId } = chunk;
  const wanted = await skipOptedOut(house, companyId, assembled);
  const named = wanted.map((touch): AssembledTouch => {
    if (touch.kind !== 'message') return touch;
    const { claimText = '', personDay, ...rest } = touch;
    const day = personDay === undefined ? {} : { personDay: house.vault.fingerprint(companyId, personDay) };
    return { ...rest, ...day, claim: house.vault.fingerprint(companyId, claimText) };
  });
  const messages = named.filter((touch) => touch.kind === 'message');
  const owners = await house.documents.getMany<Claim>(messages.map(({ claim }) => claimPath(claim)));
  const owned = new Map(messages.map(({ claim }, n) => [claim, owners[n]?.data.owner]));
  const days = [...new Set(messages.flatMap(({ personDay }) => (personDay === undefined ? [] : [personDay])))];
  const counted = await house.documents.getMany<PersonDay>(days.map(personDayPath));
  const touches = named.map((touch) => (touch.kind === 'message' ? { ...touch, owner: owned.get(touch.claim) } : touch));
  const people = new Map(days.map((day, n) => [day, counted[n]]));
  const limit = definition.limits?.perPersonPerDay;
  const counts = Object.fromEntries(days.map((day, n) => [day, counted[n]?.data.count ?? 0]));
  return { touches, people, ...(limit === undefined ? {} : { perPersonPerDay: { limit, counts } }) };
};

type Queued = Extract<ChunkEvent, { type: 'MessageQueued' }>;
export const isQueued = (event: ChunkEvent): event is Queued => event.type === 'MessageQueued';

/** The claim of a message, without a condition. */
export const claimWrite = ({ data }: Queued, owner: string, now: string) => ({
  path: claimPath(data.claim),
  data: { owner },
  expiresAt: later(data.sendAt > now ? data.sendAt : now, claimDays),
});

const claimWrites = (chunk: RowChunk, queued: readonly Queued[], now: string): readonly DocumentWrite[] =>
  queued.map((event) => ({ ...claimWrite(event, messageIdOf(chunk.packetId, chunk.chunk, event.data), now), ifAbsent: true }));

const placeKey = ({ row, channel, offset }: Place): string => `${row}.${channel}.${offset}`;

const personDayWrites = (
  queued: readonly Queued[],
  touches: readonly AssembledTouch[],
  people: ReadonlyMap<string, Document<PersonDay> | undefined>,
): readonly DocumentWrite[] => {
  if (people.size === 0) return [];
  const dayOf = new Map(touches.map((touch) => [placeKey(touch.place), touch.kind === 'message' ? touch.personDay : undefined]));
  const counts = new Map<string, { count: number; sendAt: string }>();
  for (const { data } of queued) {
    const day = dayOf.get(placeKey(data));
    if (day === undefined) continue;
    const count = counts.get(day)?.count ?? people.get(day)?.data.count ?? 0;
    counts.set(day, { count: count + 1, sendAt: data.sendAt });
  }
  return [...counts].map(([day, { count, sendAt }]) => {
    const known = people.get(day);
    const condition = known ? { ifVersion: known.version } : { ifAbsent: true as const };
    return { path: personDayPath(day), data: { count }, expiresAt: later(sendAt, claimDays), ...condition };
  });
};

type ToSend = Readonly<{
  companyId: string;
  campaignId: string;
  stream: string;
  version: number;
  queued: readonly Queued[];
  /** of the append that queues them */
  at: Placed;
  cause: string;
  /** bulk unless told */
  priority?: WorkItem['priority'];
}>;

/** The work item of the messages that one append queues; it is named by the append's cause. */
export const workWrite = ({
  companyId,
  campaignId,
  stream,
  version,
  queued,
  at,
  cause,
  priority = 'bulk',
}: ToSend): readonly DocumentWrite[] => {
  const first = queued.map(({ data }) => data.sendAt).sort()[0];
  if (first === undefined) return [];
  const data: WorkItem = {
    companyId,
    campaignId,
    channel: 'sms',
    priority,
    version,
    payload: { stream, ...at, cause },
    pending: queued.map((event, index) => [index, event.data.sendAt]),
    inFlight: [],
    attempt: 0,
  };
  return [{ path: workPath(companyId, cause), data, dueAt: first, ifAbsent: true }];
};

export const workPath = (companyId: string, cause: string): string => `${queueOf(companyId)}/${cause.replaceAll('/', '.')}`;

export const workHint = (path: string) => ({ data: { path }, key: path });

/** With an end: its own, or the one that every message has. */
export const valid = (touch: AssembledTouch): AssembledTouch =>
  touch.kind === 'message' && touch.validUntil === undefined ? { ...touch, validUntil: later(touch.sendAt, validDays) } : touch;

/**
 * One commit: what became of the touches, the claims of the new messages, their work item, and the chunk without the touches.
 * Throws DocumentMoved when a claim or the chunk was taken meanwhile: then nothing was written.
 */
export const queueTouches = async (house: House, toQueue: ToQueue, cause: Cause): Promise<void> => {
  const { found, chunk, touches, version, run, definition } = toQueue;
  const { touches: known, people, ...limits } = await lookUp(house, toQueue);
  const { packetId, campaignId } = chunk;
  const data = { packetId, chunk: chunk.chunk, campaignId, version, run, from: definition.from, touches: known.map(valid), ...limits };
  const events = chunkDecider.decide({ type: 'QueueTouches', data }, { loaded: true, decided: new Set() });
  const queued = events.filter(isQueued);
  const left = without(chunk, touches);
  const dueAt = nextDueOf(left.due);
  // the first touch names the commit: it is taken once
  const own = `${packetId}/${chunk.chunk}/${touches[0]?.number ?? 0}@${version}`;
  const { companyId } = chunk;
  const stream = chunkStream(packetId, chunk.chunk);
  const priority = chunk.onDemand ? 'now' : 'bulk';
  await house.store.append({
    stream,
    companyId,
    events,
    cause: { ...cause, id: own, correlation: packetId },
    documents: (at) => [
      { path: found.path, ifVersion: found.version, ...(dueAt === undefined ? { delete: true as const } : { data: left, dueAt }) },
      ...claimWrites(chunk, queued, cause.now),
      ...personDayWrites(queued, known, people),
      ...workWrite({ companyId, campaignId, stream, version, queued, at, cause: own, priority }),
    ],
  });
  // what somebody waits for does not wait for the next tick
  if (priority === 'now' && queued.length > 0) await wakeWork(house, [{ item: { priority }, hint: workHint(workPath(companyId, own)) }]);
};
