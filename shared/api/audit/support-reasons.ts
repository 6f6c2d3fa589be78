import { readSupport } from '#app/change-support.ts';
import type { House } from '#app/house.ts';
import type { NotedAccess } from '#app/list-audit.ts';

/** Why the platform's staff was there: by the id of its access. */
export const supportReasons = async (
  house: House,
  companyId: string,
  items: readonly NotedAccess[],
): Promise<(entry: NotedAccess) => string | undefined> => {
  const known = items.some(({ by }) => by.startsWith('sup_')) ? await readSupport(house, companyId) : {};
  return ({ by }) => (Object.hasOwn(known, by) ? known[by]?.reason : undefined);
};
