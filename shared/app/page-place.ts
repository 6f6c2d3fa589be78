import { Refusal } from '#domain/kernel/refusal.ts';
import type { Row, Value } from '#ports/read-model.ts';

/** Where a page of a report ends: a time as its tables have it, and an id. Goes to callers as a text that tells of nobody. */
export type PagePlace = Readonly<{ beforeAt: string | null; beforeId: string | null }>;

const time = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/;

export const cursorAt = (at: Value | undefined, id: Value | undefined): string =>
  Buffer.from(JSON.stringify([at ?? '', id ?? ''])).toString('base64url');

/** The first page where there is none. Throws a Refusal `cursor_unknown`. */
export const pagePlace = (cursor: string | undefined): PagePlace => {
  if (cursor === undefined) return { beforeAt: null, beforeId: null };
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const [beforeAt, beforeId] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
    if (typeof beforeAt === 'string' && time.test(beforeAt) && typeof beforeId === 'string') return { beforeAt, beforeId };
  } catch {
    // no cursor of ours: told below
  }
  throw new Refusal('cursor_unknown', 'this cursor belongs to no page: begin again without it');
};

/** `next` is there where more come. */
export type RowPage = Readonly<{ rows: readonly Row[]; next?: string }>;

/** Of rows of which one more was asked for than the page has. */
export const rowPage = (rows: readonly Row[], limit: number, at: string): RowPage => {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, ...(last && rows.length > limit ? { next: cursorAt(last[at], last['id']) } : {}) };
};
