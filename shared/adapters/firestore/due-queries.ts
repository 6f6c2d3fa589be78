import type { DueCursor } from '#ports/documents.ts';
import type { Query } from './connection.ts';
import { isDocumentPath, storedPath } from './document-path.ts';

/** A collection's name stands for all of that name, a path for that one alone. */
const placeOf = (collection: string) => {
  const end = collection.lastIndexOf('/');
  const from = [{ collectionId: storedPath(collection.slice(end + 1)), allDescendants: end < 0 }];
  return { parent: end < 0 ? '' : storedPath(collection.slice(0, end)), from };
};

const field = (fieldPath: string) => ({ fieldPath });

/** A cursor's path may be none that a document can have ('\uffff': behind all of that hour). */
const cursorOf = (root: string, collection: string, { dueAt, path }: DueCursor) => {
  const isInside = !collection.includes('/') || path.startsWith(`${collection}/`);
  if (isInside && isDocumentPath(path))
    return { values: [{ stringValue: dueAt }, { referenceValue: `${root}/${storedPath(path)}` }], before: false };
  return { values: [{ stringValue: dueAt }], before: path < collection };
};

type Due = Readonly<{ now: string; limit: number; after?: DueCursor }>;

/** Earliest first, then by path. Firestore compares paths part by part, which differs from text only where a part holds what sorts before a slash. */
export const dueQuery = (root: string, collection: string, { now, limit, after }: Due): Query => {
  const { parent, from } = placeOf(collection);
  return {
    parent,
    structuredQuery: {
      from,
      where: { fieldFilter: { field: field('dueAt'), op: 'LESS_THAN_OR_EQUAL', value: { stringValue: now } } },
      orderBy: [
        { field: field('dueAt'), direction: 'ASCENDING' },
        { field: field('__name__'), direction: 'ASCENDING' },
      ],
      limit: { value: limit },
      ...(after && { startAt: cursorOf(root, collection, after) }),
    },
  };
};

export const nextDueQuery = (collection: string): Query => {
  const { parent, from } = placeOf(collection);
  const orderBy = [{ field: field('dueAt'), direction: 'ASCENDING' }];
  return { parent, structuredQuery: { from, select: { fields: [field('dueAt')] }, orderBy, limit: { value: 1 } } };
};

/** By path: the index of an array's values has no other order. */
export const holdingQuery = (collection: string, key: string, limit: number): Query => {
  const { parent, from } = placeOf(collection);
  return {
    parent,
    structuredQuery: {
      from: from.map((one) => ({ ...one, allDescendants: false })),
      where: { fieldFilter: { field: field('keys'), op: 'ARRAY_CONTAINS', value: { stringValue: key } } },
      limit: { value: limit },
    },
  };
};
