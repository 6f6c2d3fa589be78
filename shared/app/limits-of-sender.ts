import type { Limit } from '#domain/work/limit.ts';
import { companyLimits, numberLimits, ratedNumber, type Brand, type CompanyPace, type SenderNumber } from '#domain/work/limits-of.ts';
import type { Rank } from '#domain/work/token-block.ts';
import type { House } from './house.ts';
import { registrationPath, type RegistrationDocument } from './registrar-look.ts';

/** What one handler takes of limits, from its first group to its end. */
export type Pace = Readonly<{
  house: House;
  companyId: string;
  campaignId: string;
  rank: Rank;
  /** limits that it has begun to take from */
  open: Map<string, Limit>;
  /** of senders, as they were when the handler first met them */
  senders: Map<string, readonly Limit[]>;
}>;

export const openPace = (house: House, about: Pick<Pace, 'companyId' | 'campaignId' | 'rank'>): Pace => ({
  house,
  ...about,
  open: new Map(),
  senders: new Map(),
});

export const numberPath = (number: string): string => `numbers/${number}`;
export const brandPath = (brandId: string): string => `brands/${brandId}`;
export const companyPacePath = (companyId: string): string => `companyPace/${companyId}`;

const isNumber = (from: string): boolean => from.startsWith('+');

/** Numbers, by any key, with what their registrations say. */
export const ratedNumbers = async (
  { documents }: Pick<House, 'documents'>,
  numbers: readonly (readonly [key: string, SenderNumber])[],
): Promise<ReadonlyMap<string, SenderNumber>> => {
  const ids = [...new Set(numbers.flatMap(([, { registrationId }]) => registrationId ?? []))];
  const found = await documents.getMany<RegistrationDocument>(ids.map(registrationPath));
  const registrations = new Map(ids.map((id, n) => [id, found[n]?.data] as const));
  return new Map(numbers.map(([key, number]) => [key, ratedNumber(number, registrations.get(number.registrationId ?? ''))] as const));
};

/** Learns the limits of senders that the handler has not met: their own, their brands' and the company's. */
export const limitsOfSender = async ({ house, companyId, senders }: Pace, wanted: readonly string[]): Promise<void> => {
  const { documents } = house;
  const news = wanted.filter((from) => !senders.has(from));
  if (news.length === 0) return;
  const [company, ...found] = await documents.getMany<SenderNumber | CompanyPace>([
    companyPacePath(companyId),
    ...news.filter(isNumber).map(numberPath),
  ]);
  // a number that somebody else has said something about is not this company's
  const own = found.flatMap((one) => {
    const data = one?.data as SenderNumber | undefined;
    return one && data?.companyId === companyId ? [[one.path, data] as const] : [];
  });
  const numbers = await ratedNumbers(house, own);
  const brandIds = [...new Set([...numbers.values()].flatMap(({ brandId }) => brandId ?? []))];
  const brands = await documents.getMany<Brand>(brandIds.map(brandPath));
  const brandOf = new Map(brandIds.map((id, n) => [id, brands[n]?.data] as const));
  for (const from of news) {
    const known = numbers.get(numberPath(from));
    const limits = numberLimits(from, known, known?.brandId === undefined ? undefined : brandOf.get(known.brandId));
    senders.set(from, [...limits, ...companyLimits(companyId, company?.data as CompanyPace | undefined)]);
  }
};
