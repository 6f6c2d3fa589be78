import type { Document, Documents, DueCursor } from '#ports/documents.ts';

const pageSize = 200;

/** Documents of a collection that are due by then, earliest first, page by page: however many there are, few are in memory. */
export const duePages = async function* <T>(
  documents: Documents,
  collection: string,
  until: string,
  from?: DueCursor,
): AsyncGenerator<readonly Document<T>[]> {
  let after = from;
  for (;;) {
    const page = await documents.due<T>(collection, until, pageSize, after);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (page.length < pageSize || last?.dueAt === undefined) return;
    after = { dueAt: last.dueAt, path: last.path };
  }
};
