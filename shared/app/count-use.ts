import { DocumentMoved } from '#ports/documents.ts';
import type { House } from './house.ts';

/** `path` names what is counted and the time in which it is. */
export type Use = Readonly<{ path: string; most: number; /** UTC ISO */ expiresAt: string }>;

const tries = 8;

/** Counts one more use; false: there are enough already, or too many come in the same moment. */
export const countUse = async ({ documents }: Pick<House, 'documents'>, { path, most, expiresAt }: Use): Promise<boolean> => {
  for (let left = tries; left > 0; left--) {
    const found = await documents.get<Readonly<{ count: number }>>(path);
    const count = found?.data.count ?? 0;
    if (count >= most) return false;
    try {
      await documents.write([
        { path, data: { count: count + 1 }, expiresAt, ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }) },
      ]);
      return true;
    } catch (error) {
      if (!(error instanceof DocumentMoved)) throw error;
    }
  }
  return false;
};
