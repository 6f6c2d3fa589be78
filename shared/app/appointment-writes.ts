import type { Binding } from '#domain/message/columns.ts';
import type { CompiledDefinition } from '#domain/message/compile-definition.ts';
import { appointmentIn } from '#domain/message/appointment-in.ts';
import type { Row } from '#domain/message/assemble.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { appointmentPath, appointmentText, type KnownAppointment } from './appointment-path.ts';
import type { House } from './house.ts';

/** How long an appointment is remembered after it was spoken of last. */
const rememberedMs = 400 * 86_400_000;

type Speaking = Readonly<{
  companyId: string;
  campaignId: string;
  packetId: string;
  order: number;
  compiled: CompiledDefinition;
  binding: Binding;
  now: string;
}>;

/**
 * What the rows say that is news of their appointments: written in the commit that loads them. A row that says what was known leaves the
 * appointment with the older packet, whose messages stand.
 */
export const appointmentWrites = async (house: House, speaking: Speaking, rows: readonly Row[]): Promise<readonly DocumentWrite[]> => {
  const { companyId, campaignId, packetId, order, compiled, binding, now } = speaking;
  if (compiled.definition.fields['appointment'] === undefined) return [];
  const said = new Map<string, string>();
  for (const row of rows) {
    const found = appointmentIn({ compiled, binding, row });
    if (!found) continue;
    const key = house.vault.fingerprint(companyId, appointmentText(campaignId, found.id));
    if (!said.has(key)) said.set(key, house.vault.fingerprint(companyId, found.text));
  }
  const keys = [...said.keys()];
  const known = await house.documents.getMany<KnownAppointment>(keys.map(appointmentPath));
  const expiresAt = new Date(Date.parse(now) + rememberedMs).toISOString();
  return keys.flatMap((key, n): readonly DocumentWrite[] => {
    const facts = said.get(key) ?? '';
    const before = known[n];
    if (before && (before.data.facts === facts || before.data.order >= order)) return [];
    const condition = before ? { ifVersion: before.version } : { ifAbsent: true as const };
    return [{ path: appointmentPath(key), data: { packetId, order, facts } satisfies KnownAppointment, expiresAt, ...condition }];
  });
};
