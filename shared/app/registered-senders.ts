import type { Channel } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { isUnitedStates, numberKindOf } from '#domain/registration/number-kind.ts';
import type { House } from './house.ts';
import { numberPath } from './limits-of-sender.ts';
import { registrationPath, type NumberDocument, type RegistrationDocument } from './registrar-look.ts';

/** Whoever is asked again within this real time says the same: a number that was suspended sends nothing that begins later, milliseconds. */
const rememberedMs = 2_000;
const mostRemembered = 2_000;

type Known = Readonly<{ may: boolean; until: number }>;
const seen = new WeakMap<House, Map<string, Known>>();

/** What carriers of the United States look at: texts and pictures from a number with an area code. */
const isAsked = (channel: Channel, from: string): boolean => (channel === 'sms' || channel === 'mms') && numberKindOf(from) === 'long_code';

/**
 * Whether a number that is the company's may send to the United States: it is assigned to a registration that is approved, or to one that was made
 * elsewhere, and nobody has suspended it. Of a number that nobody has said anything about only a house whose provider is simulated says yes.
 */
const mayOf = (
  { mustBeRegistered = false }: Pick<House, 'mustBeRegistered'>,
  companyId: string,
  found: Readonly<{ number: NumberDocument | undefined; registration: RegistrationDocument | undefined }>,
): boolean => {
  const { number, registration } = found;
  const standing = number?.companyId === companyId ? number.standing : undefined;
  if (!standing) return !mustBeRegistered;
  if (standing.suspended || standing.status !== 'assigned') return false;
  return standing.registeredAs !== undefined || registration?.standing.status === 'approved';
};

const learn = async (house: House, companyId: string, numbers: readonly string[]): Promise<ReadonlyMap<string, boolean>> => {
  const memory = seen.get(house) ?? new Map<string, Known>();
  seen.set(house, memory);
  const now = house.clock.realMs();
  const keyOf = (number: string): string => `${companyId} ${number}`;
  const news = numbers.filter((number) => (memory.get(keyOf(number))?.until ?? 0) <= now);
  if (news.length > 0) {
    const found = await house.documents.getMany<NumberDocument>(news.map(numberPath));
    const ids = [...new Set(found.flatMap((one) => one?.data.registrationId ?? []))];
    const registrations = await house.documents.getMany<RegistrationDocument>(ids.map(registrationPath));
    const registrationOf = new Map(ids.map((id, n) => [id, registrations[n]?.data] as const));
    if (memory.size + news.length > mostRemembered) memory.clear();
    news.forEach((number, n) => {
      const data = found[n]?.data;
      const about = { number: data, registration: registrationOf.get(data?.registrationId ?? '') };
      memory.set(keyOf(number), { may: mayOf(house, companyId, about), until: now + rememberedMs });
    });
  }
  return new Map(numbers.map((number) => [number, memory.get(keyOf(number))?.may ?? false]));
};

export type MaySend = (from: string, to: string) => boolean;

/** Which of these senders may send to whom: an unregistered number, or one that is suspended, never sends to the United States. */
export const registeredSenders = async (
  house: House,
  { companyId, channel }: Readonly<{ companyId: string; channel: Channel }>,
  senders: readonly string[],
): Promise<MaySend> => {
  const asked = [...new Set(senders)].filter((from) => isAsked(channel, from));
  if (asked.length === 0) return () => true;
  const may = await learn(house, companyId, asked);
  return (from, to) => may.get(from) !== false || !isUnitedStates(to);
};

/** Throws a Refusal where this number may not send there. */
export const assertRegistered = async (
  house: House,
  { companyId, channel, from, to }: Readonly<{ companyId: string; channel: Channel; from: string; to: string }>,
): Promise<void> => {
  if ((await registeredSenders(house, { companyId, channel }, [from]))(from, to)) return;
  throw new Refusal(
    'number_unregistered',
    `${from} is not registered for the United States, or suspended: "carillon numbers list" shows how it stands, "carillon numbers assign" registers it`,
  );
};
