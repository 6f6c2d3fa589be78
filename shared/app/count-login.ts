import { takeTry, type LoginTries, type TryRule } from '#domain/access/login-tries.ts';
import { DocumentMoved } from '#ports/documents.ts';
import type { House } from './house.ts';

const tries = 10;
const keptMs = 86_400_000;
/** Whoever was never free to write it: many at once. */
const crowdMs = 2_000;

/** `key`: a fingerprint. */
const pathOf = (key: string): string => `loginTries/${key.replaceAll('/', '_')}`;

export type Counted = Readonly<{ isFree: true; isLast: boolean }> | Readonly<{ isFree: false; waitMs: number }>;

/** One try more, of all processes together. */
export const countLogin = async ({ documents, clock }: House, key: string, rule: TryRule): Promise<Counted> => {
  const path = pathOf(key);
  for (let left = tries; left > 0; left--) {
    const found = await documents.get<LoginTries>(path);
    const taken = takeTry(found?.data, rule, clock.realMs());
    if (!taken.isFree) return taken;
    const expiresAt = new Date(Date.parse(clock.now()) + keptMs).toISOString();
    try {
      await documents.write([
        { path, data: taken.tries, expiresAt, ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }) },
      ]);
      return { isFree: true, isLast: taken.isLast };
    } catch (error) {
      if (!(error instanceof DocumentMoved)) throw error;
    }
  }
  return { isFree: false, waitMs: crowdMs };
};

/** Somebody has signed in: what was tried before counts no more. */
export const forgiveLogins = ({ documents }: House, keys: readonly string[]): Promise<void> =>
  documents.write(keys.map((key) => ({ path: pathOf(key), delete: true })));

/** The last try was none: it takes one of them back. */
export const takeBackLogin = async ({ documents }: House, key: string): Promise<void> => {
  const found = await documents.get<LoginTries>(pathOf(key));
  if (!found || found.data.fails < 1) return;
  const data: LoginTries = { ...found.data, fails: found.data.fails - 1, untilAt: 0 };
  try {
    await documents.write([{ path: pathOf(key), data, ifVersion: found.version }]);
  } catch (error) {
    if (!(error instanceof DocumentMoved)) throw error;
  }
};
