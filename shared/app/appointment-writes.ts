import { appointmentIn, type AppointmentIn } from '#domain/message/appointment-in.ts';
import type { Row } from '#domain/message/assemble.ts';
import type { Binding } from '#domain/message/columns.ts';
import type { CompiledDefinition } from '#domain/message/compile-definition.ts';
import type { Document, DocumentWrite } from '#ports/documents.ts';
import { appointmentPath, appointmentText, listedAt, type KnownAppointment } from './appointment-path.ts';
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
}>;

/** Whether rows of the campaign are known beyond their packet. */
export const isTracked = ({ compiled: { definition }, isFull }: Pick<Speaking, 'compiled' | 'isFull'>): boolean =>
  definition.fields['appointment'] !== undefined || definition.packets === 'full' || isFull;

/** `relisted`: appointments to come that the list before had as well. */
export type AppointmentNews = Readonly<{ writes: readonly DocumentWrite[]; relisted: number }>;

type Said = Readonly<{ facts: string; at?: string | undefined }>;

/** What is known after this packet has spoken. A row that says what was known leaves the appointment with the older packet, whose messages stand. */
const knownAfter = (before: KnownAppointment | undefined, { facts, at }: Said, { packetId, order, isFull }: Speaking): KnownAppointment => {
  if (!before) return { packetId, order, facts, at, ...(isFull ? { listed: order } : {}) };
  const isNews = before.facts !== facts && before.order < order;
  const listed = isFull ? Math.max(before.listed ?? 0, order) : before.listed;
  const gone = before.gone !== undefined && before.gone > order ? { gone: before.gone } : {};
  const said = isNews
    ? { packetId, order, facts, at }
    : { packetId: before.packetId, order: before.order, facts: before.facts, at: before.at };
  return { ...said, ...(listed === undefined ? {} : { listed }), ...gone };
};

const isSame = (one: KnownAppointment, other: KnownAppointment): boolean =>
  (['packetId', 'order', 'facts', 'at', 'listed', 'gone'] as const).every((name) => one[name] === other[name]);

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

/** What the rows say that is news of their appointments: written in the commit that loads them. */
export const appointmentWrites = async (house: House, speaking: Speaking, rows: readonly Row[]): Promise<AppointmentNews> => {
  const { companyId, campaignId, compiled, binding, now } = speaking;
  if (!isTracked(speaking)) return { writes: [], relisted: 0 };
  const listed = speaking.isFull || compiled.definition.packets === 'full';
  const said = new Map<string, AppointmentIn>();
  for (const row of rows) {
    const found = appointmentIn({ compiled, binding, row, listed });
    const key = found && house.vault.fingerprint(companyId, appointmentText(campaignId, found.id));
    if (key !== undefined && !said.has(key)) said.set(key, found!);
  }
  const keys = [...said.keys()];
  const known = await house.documents.getMany<KnownAppointment>(keys.map((key) => appointmentPath(campaignId, key)));
  let relisted = 0;
  const writes = keys.flatMap((key, n): readonly DocumentWrite[] => {
    const { text, at } = said.get(key)!;
    const before = known[n];
    const wasListed = before?.data.listed !== undefined && before.data.gone === undefined && before.data.listed < speaking.order;
    if (speaking.isFull && wasListed && (at ?? '9') > now) relisted += 1;
    const after = knownAfter(before?.data, { facts: house.vault.fingerprint(companyId, text), at }, speaking);
    return before && isSame(before.data, after) ? [] : [appointmentWrite(appointmentPath(campaignId, key), after, before, now)];
  });
  return { writes, relisted };
};
