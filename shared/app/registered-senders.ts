import { isTestAccount } from '#domain/company/test-account.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { isUnitedStates } from '#domain/registration/number-kind.ts';
import {
  hindranceOf,
  hindrances,
  sendingRights,
  type Hindrance,
  type SaidOfCampaign,
  type SendingRights,
} from '#domain/registration/sending-rights.ts';
import type { House } from './house.ts';
import { knownCompany } from './known-company.ts';
import { brandPath, numberPath } from './limits-of-sender.ts';
import { registrationPath, type BrandDocument, type NumberDocument, type RegistrationDocument } from './registrar-look.ts';

/** Whoever is asked again within this real time says the same: a number that was suspended sends nothing that begins later, milliseconds. */
const rememberedMs = 2_000;
const mostRemembered = 2_000;

type Known = Readonly<{ rights: SendingRights; until: number }>;
const seen = new WeakMap<House, Map<string, Known>>();

/** What carriers of the United States look at: texts and pictures from a number of any kind. */
const isAsked = (channel: Channel, from: string): boolean => (channel === 'sms' || channel === 'mms') && from.startsWith('+');

const byId = async <T extends Readonly<{ companyId: string }>>(
  { documents }: House,
  { companyId, ids, pathOf }: Readonly<{ companyId: string; ids: readonly string[]; pathOf: (id: string) => string }>,
): Promise<ReadonlyMap<string, T>> => {
  const unique = [...new Set(ids)];
  const found = await documents.getMany<T>(unique.map(pathOf));
  return new Map(unique.flatMap((id, n) => (found[n]?.data.companyId === companyId ? [[id, found[n].data] as const] : [])));
};

/** What numbers may do now, by what their documents say. */
const readRights = async (house: House, companyId: string, numbers: readonly string[]): Promise<readonly SendingRights[]> => {
  const company = await knownCompany(house, companyId);
  // no carrier is behind the test network
  const mustBe = house.mustBeRegistered === true && !(company && isTestAccount(company.account));
  const own = await byId<NumberDocument>(house, { companyId, ids: numbers, pathOf: numberPath });
  const ids = [...own.values()].flatMap(({ registrationId }) => registrationId ?? []);
  const registrations = await byId<RegistrationDocument>(house, { companyId, ids, pathOf: registrationPath });
  const brandIds = [...registrations.values()].map(({ brandId }) => brandId);
  const brands = await byId<BrandDocument>(house, { companyId, ids: brandIds, pathOf: brandPath });
  return numbers.map((number) => {
    const { standing, registrationId } = own.get(number) ?? {};
    const registration = registrations.get(registrationId ?? '');
    const known = {
      number: standing && { ...standing, registrationId },
      registration: registration?.standing,
      brand: brands.get(registration?.brandId ?? '')?.standing,
    };
    return sendingRights(known, mustBe);
  });
};

const learn = async (house: House, companyId: string, numbers: readonly string[]): Promise<ReadonlyMap<string, SendingRights>> => {
  const memory = seen.get(house) ?? new Map<string, Known>();
  seen.set(house, memory);
  const now = house.clock.realMs();
  const keyOf = (number: string): string => `${companyId} ${number}`;
  const news = numbers.filter((number) => (memory.get(keyOf(number))?.until ?? 0) <= now);
  if (news.length > 0) {
    if (memory.size + news.length > mostRemembered) memory.clear();
    const found = await readRights(house, companyId, news);
    news.forEach((number, n) => memory.set(keyOf(number), { rights: found[n]!, until: now + rememberedMs }));
  }
  return new Map(numbers.flatMap((number) => [[number, memory.get(keyOf(number))?.rights ?? { may: false, why: 'undeclared' }]]));
};

/** Of whom is asked; what the campaign says of its texts. */
export type Asked = Readonly<{ companyId: string; channel: Channel }> & SaidOfCampaign;
export type MaySend = (from: string, to: string) => boolean;

/** Why numbers of a company may not text to the United States for a campaign, as it stands now; those that may are not in it. */
export const hinderedSenders = async (
  house: House,
  { companyId, channel, ...said }: Asked,
  senders: readonly string[],
): Promise<ReadonlyMap<string, Hindrance>> => {
  const asked = [...new Set(senders)].filter((from) => isAsked(channel, from));
  const found = await readRights(house, companyId, asked);
  return new Map(
    asked.flatMap((from, n) => {
      const why = hindranceOf(found[n]!, said);
      return why === undefined ? [] : [[from, why] as const];
    }),
  );
};

/** Which of these senders may send to whom: an unregistered number, or one that is suspended, never sends to the United States. */
export const registeredSenders = async (
  house: House,
  { companyId, channel, ...said }: Asked,
  senders: readonly string[],
): Promise<MaySend> => {
  const asked = [...new Set(senders)].filter((from) => isAsked(channel, from));
  if (asked.length === 0) return () => true;
  const rights = await learn(house, companyId, asked);
  const hindered = new Set(asked.filter((from) => hindranceOf(rights.get(from)!, said) !== undefined));
  return (from, to) => !hindered.has(from) || !isUnitedStates(to);
};

/** Throws a Refusal where this number may not send there. */
export const assertRegistered = async (
  house: House,
  { from, to, ...asked }: Asked & Readonly<{ from: string; to: string }>,
): Promise<void> => {
  if (!isUnitedStates(to)) return;
  const why = (await hinderedSenders(house, asked, [from])).get(from);
  if (why !== undefined) throw new Refusal('number_unregistered', `${from} may not text to the United States: ${hindrances[why]}`);
};
