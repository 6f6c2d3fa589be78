import { apiKeysStream } from '#domain/kernel/streams.ts';
import type { House } from './house.ts';

/** Whom team keys may reach, as fingerprints: whoever reads the document learns nobody's number. */
export type TeamDocument = Readonly<{ contacts: readonly string[] }>;

export const teamPath = (companyId: string): string => `companies/${companyId}/apiKeys/team`;

export const teamFingerprint = ({ vault }: House, companyId: string, contact: string): string =>
  vault.fingerprint(companyId, `team/${contact}`);

/** Phones in E.164 and e-mail addresses, as they were set last. */
export const readTeamList = async ({ store }: House, companyId: string): Promise<readonly string[]> => {
  const { events } = await store.read(apiKeysStream(companyId));
  const last = events.findLast((event) => event.type === 'TeamListSet');
  return last?.type === 'TeamListSet' ? (last.private?.contacts ?? []) : [];
};
