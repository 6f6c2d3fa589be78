import { companyLimits, numberLimits, type Brand, type CompanyPace } from '#domain/work/limits-of.ts';
import type { Limit } from '#domain/work/limit.ts';
import type { Pool } from './choose-senders.ts';
import { duePages } from './due-pages.ts';
import type { House } from './house.ts';
import { brandPath, companyPacePath, ratedNumbers } from './limits-of-sender.ts';
import type { NumberDocument } from './registrar-look.ts';

export type Senders = Readonly<{
  numbers: readonly Readonly<{
    number: string;
    /** how it stands with carriers, where anybody has said anything about that */
    standing?: string;
    brandId?: string;
    limits: readonly Limit[];
  }>[];
  pools: readonly Readonly<{ poolId: string; numbers: readonly string[] }>[];
  /** of the company as a whole */
  limits: readonly Limit[];
}>;

/** More than a command line shows; whoever has more asks the API. */
const most = 10_000;
const endOfTime = '9999';

const ownIn = async <T extends Readonly<{ companyId: string }>>(
  { documents }: House,
  collection: string,
  companyId: string,
): Promise<readonly (readonly [id: string, T])[]> => {
  const own: (readonly [string, T])[] = [];
  for await (const found of duePages<T>(documents, collection, endOfTime)) {
    for (const { path, data } of found) if (data.companyId === companyId) own.push([path.slice(collection.length + 1), data]);
    if (own.length >= most) break;
  }
  return own;
};

/** Numbers and pools of a company, with the limits that hold for them. */
export const listSenders = async (house: House, companyId: string): Promise<Senders> => {
  const own = await ownIn<NumberDocument>(house, 'numbers', companyId);
  const standings = new Map(own.map(([number, { standing }]) => [number, standing?.suspended ? 'suspended' : standing?.status] as const));
  const numbers = [...(await ratedNumbers(house, own))];
  const pools = await ownIn<Pool>(house, 'pools', companyId);
  const brandIds = [...new Set(numbers.flatMap(([, { brandId }]) => brandId ?? []))];
  const found = await house.documents.getMany<Brand>(brandIds.map(brandPath));
  const brands = new Map(brandIds.map((id, n) => [id, found[n]?.data] as const));
  const pace = (await house.documents.get<CompanyPace>(companyPacePath(companyId)))?.data;
  return {
    numbers: numbers.map(([number, known]) => {
      const { brandId } = known;
      const limits = numberLimits(number, known, brandId === undefined ? undefined : brands.get(brandId));
      const standing = standings.get(number);
      return { number, ...(standing === undefined ? {} : { standing }), ...(brandId === undefined ? {} : { brandId }), limits };
    }),
    pools: pools.map(([poolId, pool]) => ({ poolId, numbers: pool.numbers })),
    limits: companyLimits(companyId, pace),
  };
};
