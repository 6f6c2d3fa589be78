import type { SenderNumber } from '#domain/work/limits-of.ts';
import type { House } from './house.ts';
import { numberPath } from './limits-of-sender.ts';

/** The brands that senders of the company go by, in their order; undefined: a number that has none, an address or a page. Reads documents. */
export const brandsOf = async (
  { documents }: Pick<House, 'documents'>,
  companyId: string,
  senders: readonly (string | undefined)[],
): Promise<readonly (string | undefined)[]> => {
  const numbers = [...new Set(senders.filter((one) => one?.startsWith('+')))];
  const found = await documents.getMany<SenderNumber>(numbers.map((one) => numberPath(one ?? '')));
  const known = new Map(numbers.map((one, n) => [one, found[n]?.data] as const));
  return senders.map((one) => {
    const data = known.get(one);
    return data?.companyId === companyId ? data.brandId : undefined;
  });
};

export const brandOf = async (
  house: Pick<House, 'documents'>,
  companyId: string,
  sender: string | undefined,
): Promise<string | undefined> => (await brandsOf(house, companyId, [sender]))[0];
