import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { apiKeysStream } from '#domain/kernel/streams.ts';
import { readEmail } from '#domain/message/email.ts';
import { readPhone } from '#domain/message/phone.ts';
import type { House } from './house.ts';
import { readTeamList, teamFingerprint, teamPath, type TeamDocument } from './read-team-list.ts';

export type TeamRequest = Readonly<{ companyId: string; contacts: readonly string[]; by: string }>;

/** As it is kept and compared; undefined: neither a phone nor an address. */
const contactOf = (text: string): string | undefined => {
  const email = text.includes('@') ? readEmail(text) : undefined;
  if (email) return 'fault' in email ? undefined : email.address;
  const phone = readPhone(text);
  return 'fault' in phone ? undefined : phone.e164;
};

const keptOf = (contacts: readonly string[]): readonly string[] => [
  ...new Set(
    contacts.map((text, n) => {
      const contact = contactOf(text);
      if (contact !== undefined) return contact;
      throw new Refusal('team_contact_invalid', `entry ${n + 1} is neither a phone number that can be texted nor an e-mail address`);
    }),
  ),
];

/** From now on team keys reach these and nobody else; gives them as they are kept. Throws a Refusal `team_contact_invalid`. */
export const setTeamList = async (house: House, { companyId, contacts, by }: TeamRequest, cause: Cause): Promise<readonly string[]> => {
  const kept = keptOf(contacts);
  if (JSON.stringify(kept) === JSON.stringify(await readTeamList(house, companyId))) return kept;
  const data: TeamDocument = { contacts: kept.map((contact) => teamFingerprint(house, companyId, contact)) };
  await house.store.append({
    stream: apiKeysStream(companyId),
    companyId,
    events: [{ type: 'TeamListSet', data: { companyId, people: kept.length, setBy: by }, private: { contacts: kept } }],
    documents: [{ path: teamPath(companyId), data }],
    cause,
  });
  return kept;
};
