import type { House } from './house.ts';

/** When a key was used last, by which network: about, for it is written once a minute. Nobody needs more to see that a key is used no longer. */
export type KeyUse = Readonly<{ lastUsedAt: string; lastUsedFrom: string }>;

export const keyUsePath = (companyId: string, keyId: string): string => `companies/${companyId}/apiKeys/${keyId}.use`;

/** Real time. */
const everyMs = 60_000;
const mostRemembered = 20_000;

/** When this process last wrote, by key. */
const written = new WeakMap<House, Map<string, number>>();

export type Use = Readonly<{ companyId: string; keyId: string; from: string }>;

/** Never fails: a request is worth more than the note that it was there. */
export const noteKeyUse = async (house: House, { companyId, keyId, from }: Use): Promise<void> => {
  const memory = written.get(house) ?? new Map<string, number>();
  written.set(house, memory);
  const now = house.clock.realMs();
  if ((memory.get(keyId) ?? -Infinity) > now - everyMs) return;
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(keyId, now);
  const data: KeyUse = { lastUsedAt: house.clock.now(), lastUsedFrom: from };
  try {
    await house.documents.write([{ path: keyUsePath(companyId, keyId), data }]);
  } catch (error) {
    house.log.warn({ keyId, reason: error instanceof Error ? error.name : 'unknown' }, 'the use of a key could not be noted');
  }
};

/** In the order of the keys; undefined for those that were never used. */
export const readKeyUses = async (
  { documents }: House,
  companyId: string,
  keyIds: readonly string[],
): Promise<readonly (KeyUse | undefined)[]> =>
  (await documents.getMany<KeyUse>(keyIds.map((keyId) => keyUsePath(companyId, keyId)))).map((found) => found?.data);
