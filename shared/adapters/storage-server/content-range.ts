import { StorageError } from './storage-error.ts';

/** Of a piece of a resumable upload. Unset: where the object ends is known when the body ends. */
export type ContentRange = Readonly<{ start?: number; end?: number; total?: number }>;

const shape = /^bytes (?:(\d+)-(\d+|\*)|\*)\/(\d+|\*)$/;

const numberOf = (text: string | undefined): number | undefined => (text === undefined || text === '*' ? undefined : Number(text));

export const readContentRange = (header: string | undefined): ContentRange => {
  if (header === undefined) return { start: 0 };
  const found = shape.exec(header);
  if (!found) throw new StorageError(400, 'badRequest', 'Failed to parse Content-Range header.');
  const [start, end, total] = [numberOf(found[1]), numberOf(found[2]), numberOf(found[3])];
  return { ...(start !== undefined && { start }), ...(end !== undefined && { end }), ...(total !== undefined && { total }) };
};

/** `bytes=a-`, `bytes=a-b` or `bytes=-n` of a download; throws where nothing of the object is in it. */
export const readRange = (header: string | undefined, size: number): Readonly<{ start: number; end: number }> | undefined => {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start >= size || end < start) throw new StorageError(416, 'requestedRangeNotSatisfiable', 'Request range not satisfiable');
  return { start, end };
};
