import { DocumentMoved, type Document, type DocumentWrite } from '#ports/documents.ts';
import type { House } from './house.ts';
import { listedAt } from './registrar-look.ts';

const tries = 5;

/** What people have said of a pace stands in the same document: whoever writes it meanwhile makes us read it again. */
export const writeBeside = async <T, Result>(
  { documents }: House,
  path: string,
  attempt: (before: Document<T> | undefined) => Promise<Result>,
): Promise<Result> => {
  for (let left = tries; ; left--) {
    try {
      return await attempt(await documents.get<T>(path));
    } catch (error) {
      if (!(error instanceof DocumentMoved) || error.path !== path || left <= 1) throw error;
    }
  }
};

/** The whole of it anew, where nobody has written it meanwhile. */
export const replacing = <T>(path: string, before: Document<T> | undefined, data: T): DocumentWrite => ({
  path,
  data,
  dueAt: listedAt,
  ...(before ? { ifVersion: before.version } : { ifAbsent: true as const }),
});
