import { appointmentIn, damagedIn, type AppointmentIn } from '#domain/message/appointment-in.ts';
import type { Row } from '#domain/message/assemble.ts';
import type { Binding } from '#domain/message/columns.ts';
import type { CompiledDefinition } from '#domain/message/compile-definition.ts';
import type { Document, DocumentWrite } from '#ports/documents.ts';
import { appointmentPath, appointmentText, listedAt, spokenOf, type KnownAppointment } from './appointment-path.ts';
import type { House } from './house.ts';

const dayMs = 86_400_000;
/** How long an appointment is remembered after it has been; one without a date, after it was spoken of last. */
const rememberedMs = 2 * dayMs;
const undatedMs = 400 * dayMs;

export type Speaking = Readonly<{
  companyId: string;
  campaignId: string;
  packetId: string;
  order: number;
  compiled: CompiledDefinition;
  binding: Binding;
  now: string;
  /** the packet is a full list */
  isFull: boolean;
  /** where it came from */
  source: string | undefined;
  /** full lists may miss its rows */
  listed: boolean;
  /** the newest full list of the source that was compared, 0 where there was none */
  newest: number;
}>;

/** Whether rows of the campaign are known beyond their packet. */
export const isTracked = ({ compiled: { definition }, listed }: Pick<Speaking, 'compiled' | 'listed'>): boolean =>
  definition.fields['appointment'] !== undefined || listed;

/** `relisted`: appointments to come that the list before had as well. */
export type AppointmentNews = Readonly<{ writes: readonly DocumentWrite[]; relisted: number }>;

type Said = Readonly<{ facts: string; at?: string | undefined }>;

/** A full list makes it known to lists; after one of them had it, whoever speaks of it says that it is still there. */
const listedAfter = (
  before: KnownAppointment | undefined,
  { order, isFull, source }: Speaking,
): Pick<KnownAppointment, 'listed' | 'source'> => {
  const known = before?.listed;
  if (!isFull) return known === undefined ? {} : { listed: Math.max(known, order), source: before?.source };
  return known !== undefined && known > order ? { listed: known, source: before?.source } : { listed: order, source };
};

/** What is known after this packet has spoken. A row that says what was known leaves the appointment with the older packet, whose messages stand. */
const heard = (before: KnownAppointment | undefined, { facts, at }: Said, speaking: Speaking): KnownAppointment => {
  const { packetId, order } = speaking;
  const listed = listedAfter(before, speaking);
  if (!before) return { packetId, order, facts, at, ...listed };
  const isNews = before.facts !== facts && spokenOf(before) < order;
  const gone = before.gone !== undefined && before.gone > order ? { gone: before.gone } : {};
  const said = isNews
    ? { packetId, order, facts, at }
    : { packetId: before.packetId, order: before.order, facts: before.facts, at: before.at };
  return { ...said, ...listed, ...gone };
};

/** A full list that comes after a newer one was compared has nothing that the newer one lacks: it is gone from the beginning. */
const knownAfter = (before: KnownAppointment | undefined, said: Said, speaking: Speaking): KnownAppointment => {
  const after = heard(before, said, speaking);
  const { isFull, newest, order } = speaking;
  return isFull && newest > order && spokenOf(after) < newest ? { ...after, gone: Math.max(after.gone ?? 0, newest) } : after;
};

const isSame = (one: KnownAppointment, other: KnownAppointment): boolean =>
  (['packetId', 'order', 'facts', 'at', 'listed', 'source', 'gone'] as const).every((name) => one[name] === other[name]);

const expiryOf = ({ at }: KnownAppointment, now: string): string => {
  const from = Math.max(Date.parse(at ?? now), Date.parse(now));
  return new Date(from + (at === undefined ? undatedMs : rememberedMs)).toISOString();
};

/** Appointments that are gone, or that no list ever had, need not be found by any. */
export const appointmentWrite = (path: string, data: KnownAppointment, before: Document | undefined, now: string): DocumentWrite => ({
  path,
  data,
  expiresAt: expiryOf(data, now),
  ...(data.listed === undefined || data.gone !== undefined ? {} : { dueAt: listedAt(data.listed) }),
  ...(before ? { ifVersion: before.version } : { ifAbsent: true as const }),
});

type Spoken = AppointmentIn | 'damaged';

/** The appointments that rows speak of, by fingerprint; the first row of each counts. */
const spokenIn = (house: House, speaking: Speaking, rows: readonly Row[]): ReadonlyMap<string, Spoken> => {
  const { companyId, campaignId, compiled, binding, listed, isFull } = speaking;
  const keyOf = (id: string): string => house.vault.fingerprint(companyId, appointmentText(campaignId, id));
  const said = new Map<string, Spoken>();
  for (const row of rows) {
    const found = appointmentIn({ compiled, binding, row, listed });
    if (found) {
      const key = keyOf(found.id);
      if ((said.get(key) ?? 'damaged') === 'damaged') said.set(key, found);
      continue;
    }
    const named = isFull ? damagedIn({ compiled, binding, row }) : undefined;
    if (named !== undefined && !said.has(keyOf(named))) said.set(keyOf(named), 'damaged');
  }
  return said;
};

/** Undefined where nothing is to be written: a damaged row says that its appointment is still there, and nothing else. */
const afterWord = (house: House, before: KnownAppointment | undefined, word: Spoken, speaking: Speaking): KnownAppointment | undefined => {
  if (word !== 'damaged')
    return knownAfter(before, { facts: house.vault.fingerprint(speaking.companyId, word.text), at: word.at }, speaking);
  return before?.listed === undefined || before.gone !== undefined ? undefined : { ...before, ...listedAfter(before, speaking) };
};

/** What the rows say that is news of their appointments: written in the commit that loads them. */
export const appointmentWrites = async (house: House, speaking: Speaking, rows: readonly Row[]): Promise<AppointmentNews> => {
  const { campaignId, now } = speaking;
  if (!isTracked(speaking)) return { writes: [], relisted: 0 };
  const said = spokenIn(house, speaking, rows);
  const keys = [...said.keys()];
  const known = await house.documents.getMany<KnownAppointment>(keys.map((key) => appointmentPath(campaignId, key)));
  let relisted = 0;
  const writes = keys.flatMap((key, n): readonly DocumentWrite[] => {
    const before = known[n];
    const after = afterWord(house, before?.data, said.get(key)!, speaking);
    if (!after) return [];
    const wasListed = before?.data.listed !== undefined && before.data.gone === undefined && before.data.listed < speaking.order;
    if (speaking.isFull && wasListed && (after.at ?? '9') > now) relisted += 1;
    return before && isSame(before.data, after) ? [] : [appointmentWrite(appointmentPath(campaignId, key), after, before, now)];
  });
  return { writes, relisted };
};
