import type { Reach } from '../campaign/contact-rules.ts';
import { linksFor, type LinkTo } from '../campaign/page-links.ts';
import { dayText, localOf } from '../kernel/local-time.ts';
import { claimText, personOf, type ClaimFacts } from './claim-key.ts';
import type { Binding } from './columns.ts';
import type { CompiledDefinition, CompiledTouch } from './compile-definition.ts';
import type { Made, MessageContent } from '../campaign/message-content.ts';
import { contactIn, readFields, readRow, readTouch, rejected, zoneOf, type Read, type Rejection } from './read-row.ts';
import { isTooLong, unitsOf } from './segments.ts';
import { isOver, isOvertaken, turnOf } from './touch-order.ts';
import { reachOf, type TouchTiming } from './touch-times.ts';

/** A row as its chunk holds it. `fault` says why its cells can't be used. */
export type Row = Readonly<{ row: number; cells: readonly string[]; fault?: string }>;

/** One touch of one row at a business time (UTC ISO). */
export type ToAssemble = Readonly<{
  compiled: CompiledDefinition;
  binding: Binding;
  row: Row;
  touch: CompiledTouch;
  now: string;
  /** all rows of the packet with appointments of the same person on the same day, this one among them, where the campaign joins them */
  joined?: readonly Row[] | undefined;
  /** to the pages of the message that the touch becomes */
  linkTo?: LinkTo | undefined;
}>;

/** What a row says that its message tells: by the names of what the template uses. */
export type Facts = Readonly<{ names: readonly string[]; text: string }>;

/** What becomes of a touch. `claimText`, `says` and `personDay` name a person: store them only as fingerprints. */
export type Assembled =
  | Readonly<{
      kind: 'message';
      to: string;
      from: string;
      body: string;
      content?: MessageContent;
      sendAt: string;
      validUntil?: string;
      /** where its recipient is, for the check in the moment of sending; left out: in the campaign's zone */
      reach?: Reach;
      segments: number;
      claimText: string;
      says: Facts;
      /** the person and the local day of sending, where the campaign limits messages per person */
      personDay?: string;
      /** the location that it was made by, in the state that it has now */
      site?: string;
      /** the row in whose message this one is told, where it is another one */
      head?: number;
    }>
  | Rejection
  | Skip;

type Skip = Readonly<{
  kind: 'skipped';
  code: 'past_window' | 'no_common_hour' | 'overtaken' | 'duplicate';
  /** nothing of it is to come any more */ over?: true;
}>;

type Due = Extract<TouchTiming, { kind: 'due' }>;

const factsOf = (input: ToAssemble, read: Read, timing: Due): ClaimFacts => ({
  day: `${timing.day}${turnOf(input, read, timing.day)}`,
  appointmentDay: timing.appointmentDay,
  person: read.fields['person'] ?? '',
  name: `${read.fields['firstName'] ?? ''} ${read.fields['lastName'] ?? ''}`.trim(),
  practitioner: read.fields['practitioner'] ?? '',
  contactPoint: read.to,
  channel: input.touch.channel,
});

type Ready = Readonly<{ row: Row; read: Read; timing: Due }>;

/** A row that may become a message now. */
const ready = (input: ToAssemble): Ready | Rejection | Skip => {
  const { compiled, row, touch, now } = input;
  const read = readTouch(input, touch);
  if ('kind' in read) return read;
  const zone = read.site?.clock?.zone;
  const times = zone === undefined ? touch : touch.inZone(zone);
  const timing = times.timeOf(read.appointmentAt, now, reachOf(compiled.definition, touch, read));
  if (timing.kind === 'past_window') {
    const over = isOver(input, read) ? { over: true as const } : {};
    return { kind: 'skipped', code: timing.neverOpen ? 'no_common_hour' : 'past_window', ...over };
  }
  return isOvertaken(input, read) ? { kind: 'skipped', code: 'overtaken' } : { row, read, timing };
};

/** Whoever writes a place that the company does not have is told so, not that its address is missing. */
const lacking = ({ fault, field }: Readonly<{ fault: string; field?: string }>, { fields, site }: Read): Rejection => {
  if (field?.startsWith('location.') !== true || site) return rejected(fault, field, fields);
  return fields['location'] === undefined
    ? rejected('field_missing', 'location', fields)
    : rejected('location_invalid', 'location', fields);
};

/** The appointments that one message tells of, as its template has them. */
type Appointments = readonly Readonly<Record<string, string>>[];

const tell = (input: ToAssemble, found: Ready, appointments?: Appointments): Assembled => {
  const { compiled, touch } = input;
  const { fields, appointmentAt, site } = found.read;
  const more = { ...(appointmentAt === undefined ? {} : { appointmentAt }), ...(appointments ? { appointments } : {}) };
  const beside = site ? { ...compiled.beside, location: site } : compiled.beside;
  const rendered = touch.template.render({ ...fields, ...more, ...linksFor(touch.links, input.linkTo) }, beside);
  if ('fault' in rendered) return lacking(rendered, found.read);
  if (isTooLong(touch.channel, rendered.ok.body)) return rejected('too_long');
  return messageOf(input, found, { ...rendered.ok, appointments });
};

const appointmentOf = ({ fields, appointmentAt = '' }: Read): Appointments[number] => ({
  ...fields,
  appointmentAt,
  date: fields['appointmentDate'] ?? '',
  time: fields['appointmentTime'] ?? '',
});

/** The earliest appointment of the day has the message, and says when it goes; the others are told in it. */
const tellTogether = (input: ToAssemble, own: Ready): Assembled => {
  // a version that began to join finds rows that were loaded before it did: each is told by itself
  const rows = input.joined && input.joined.length > 0 ? input.joined : [input.row];
  // more than one message tells of
  if (!rows.some(({ row }) => row === own.row.row)) return { kind: 'skipped', code: 'duplicate' };
  const found = rows.map((row) => (row.row === own.row.row ? own : ready({ ...input, row })));
  const going = found
    // one inbox is told together: a person's other address is told by itself
    .filter((one): one is Ready => !('kind' in one) && one.read.to === own.read.to)
    .toSorted(({ read: one }, { read: other }) => ((one.appointmentAt ?? '') < (other.appointmentAt ?? '') ? -1 : 1));
  const head = going[0] ?? own;
  const told = tell(
    input,
    head,
    going.map(({ read }) => appointmentOf(read)),
  );
  return told.kind === 'message' && head !== own ? { ...told, head: head.row.row } : told;
};

/** What becomes of a touch of a row when it is queued at `now`: a message, or the one reason why not. */
export const assemble = (input: ToAssemble): Assembled => {
  const own = ready(input);
  if ('kind' in own) return own;
  return input.compiled.definition.join === undefined ? tell(input, own) : tellTogether(input, own);
};

/** A text or a window that the campaign changes is no news of the row: what it says, where it goes and when the appointment is are. */
const saidBy = ({ compiled, touch }: ToAssemble, { fields, to, appointmentAt = '' }: Read, appointments?: Appointments): Facts => {
  const { variables } = touch.template;
  const own = [to, appointmentAt, ...variables.map((name) => fields[name] ?? null)];
  if (!appointments) return { names: variables, text: JSON.stringify(own) };
  const names = ['appointmentAt', ...Object.keys(compiled.definition.fields).sort()];
  return { names: variables, text: JSON.stringify([own, appointments.map((one) => names.map((name) => one[name] ?? null))]) };
};

type Told = Made & Readonly<{ appointments?: Appointments | undefined }>;

const messageOf = (input: ToAssemble, { read, timing }: Ready, { body, content, appointments }: Told): Assembled => {
  const { definition } = input.compiled;
  const { channel, from } = input.touch;
  if (body === '') return rejected('template_error');
  const segments = unitsOf(channel, body);
  if (segments > (definition.limits?.segmentsPerMessage ?? segments)) return rejected('too_long');
  const facts = factsOf(input, read, timing);
  const capped = definition.limits?.perPersonPerDay !== undefined;
  return {
    kind: 'message',
    to: read.to,
    from,
    body,
    ...(content === undefined ? {} : { content }),
    sendAt: timing.sendAt,
    ...(timing.validUntil === undefined ? {} : { validUntil: timing.validUntil }),
    ...(timing.reach ? { reach: timing.reach } : {}),
    ...(read.site?.mark === undefined ? {} : { site: read.site.mark }),
    segments,
    // who joins appointments of all practitioners means one message a day, whoever the first one is with
    claimText: claimText(definition.dedupe, appointments ? { ...facts, practitioner: '' } : facts),
    says: saidBy(input, read, appointments),
    ...(capped ? { personDay: JSON.stringify([personOf(facts), timing.day]) } : {}),
  };
};

/**
 * From when on each touch of a row may be queued, in the order of `compiled.touches`: the midnight that begins its nominal day, UTC ISO.
 * `now` for what is due or past, and for what will surely be rejected, so that it is reported at once; undefined where nothing is to come.
 */
export const dueOf = (input: Omit<ToAssemble, 'touch'>): readonly (string | undefined)[] => {
  const { compiled, now } = input;
  const row = readFields(input);
  return compiled.touches.map((touch) => {
    const contact = 'kind' in row ? row : contactIn(row.fields, touch);
    const read = 'kind' in contact ? contact : readRow(compiled, contact, touch);
    if (!('kind' in read)) return (read.site?.clock ? touch.inZone(read.site.clock.zone) : touch).queueFrom(read.appointmentAt, now);
    // a firing rejects it when it comes
    return touch.firings ? touch.queueFrom(undefined, now) : now;
  });
};

/**
 * The person and the day of a row's appointment, where the campaign joins appointments. It names a person: store it only as a fingerprint.
 * None of a row that can't become a message.
 */
export const personDayIn = (input: Omit<ToAssemble, 'touch' | 'now'>): string | undefined => {
  const { compiled } = input;
  if (compiled.definition.join === undefined) return undefined;
  // the first channel that reaches the person speaks for all
  const read = compiled.touches.map((touch) => readTouch(input, touch)).find((one) => !('kind' in one));
  if (!read || 'kind' in read || read.appointmentAt === undefined) return undefined;
  const { fields, to } = read;
  const name = `${fields['firstName'] ?? ''} ${fields['lastName'] ?? ''}`.trim();
  const person = personOf({ person: fields['person'] ?? '', name, contactPoint: to });
  return JSON.stringify([person, to, dayText(localOf(zoneOf(compiled, read), Date.parse(read.appointmentAt)))]);
};
