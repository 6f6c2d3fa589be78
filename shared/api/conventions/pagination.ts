import { z } from '@hono/zod-openapi';
import type { Answer } from '../operation.ts';
import { Problem } from './problem.ts';

/** Query of every list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(50).openapi({ type: 'integer', description: 'How many, 1 to 100', example: 20 }),
  starting_after: z.string().min(1).max(200).optional().openapi({ description: 'The last id of the page before this one' }),
  ending_before: z.string().min(1).max(200).optional().openapi({ description: 'The first id of the page behind this one' }),
};

export type PageQuery = Readonly<{ limit: number; starting_after?: string | undefined; ending_before?: string | undefined }>;

/** The answer of every list. */
export const listOf = <Item extends z.ZodType>(name: string, item: Item) =>
  z
    .object({
      object: z.literal('list'),
      data: z.array(item).meta({ description: 'The newest first, unless the list says otherwise' }),
      has_more: z.boolean().meta({ description: 'whether there are more in the direction that was asked for' }),
      url: z.string(),
    })
    .openapi(name);

export type Page<Item> = Readonly<{ items: readonly Item[]; hasMore: boolean }>;

/**
 * A list that fits into memory, newest first, cut to the page that was asked for. Throws a Problem `cursor_unknown` where what the page begins
 * behind is there no more: an empty page would end the list for whoever walks through it.
 */
export const pageOf = <Item>(all: readonly Item[], idOf: (item: Item) => string, query: PageQuery): Page<Item> => {
  const { limit, starting_after: after, ending_before: before } = query;
  if (before !== undefined) {
    const end = all.findIndex((item) => idOf(item) === before);
    if (end < 0) throw new Problem('cursor_unknown');
    const rest = all.slice(0, end);
    return { items: rest.slice(-limit), hasMore: rest.length > limit };
  }
  const start = after === undefined ? 0 : all.findIndex((item) => idOf(item) === after) + 1;
  if (after !== undefined && start === 0) throw new Problem('cursor_unknown');
  const rest = all.slice(start);
  return { items: rest.slice(0, limit), hasMore: rest.length > limit };
};

type Listed<Item> = Readonly<{ origin: string; path: string; query: Readonly<Record<string, unknown>> & PageQuery; page: Page<Item> }>;

const urlOf = (path: string, query: Readonly<Record<string, unknown>>): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) params.append(name, String(one));
  }
  return `${path}?${params.toString()}`;
};

/** `{ object: 'list', … }` with Link (RFC 8288) to the pages beside it. Items have an `id`. */
export const listAnswer = <Item extends Readonly<{ id: string }>>({ origin, path, query, page }: Listed<Item>): Answer => {
  const { starting_after: after, ending_before: before, ...filters } = query;
  const first = page.items[0]?.id;
  const last = page.items.at(-1)?.id;
  const isBackwards = before !== undefined;
  const next = last !== undefined && (isBackwards || page.hasMore) ? urlOf(path, { ...filters, starting_after: last }) : undefined;
  const prev =
    first !== undefined && (isBackwards ? page.hasMore : after !== undefined)
      ? urlOf(path, { ...filters, ending_before: first })
      : undefined;
  const links = [
    ...(next === undefined ? [] : [`<${origin}${next}>; rel="next"`]),
    ...(prev === undefined ? [] : [`<${origin}${prev}>; rel="prev"`]),
  ];
  return {
    status: 200,
    body: { object: 'list', data: page.items, has_more: page.hasMore, url: path },
    ...(links.length === 0 ? {} : { headers: { link: links.join(', ') } }),
  };
};
