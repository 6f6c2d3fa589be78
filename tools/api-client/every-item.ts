/** Where the next page begins: spread it into the query. */
export type After = Readonly<{ starting_after?: string }>;

type ListAnswer<Item> = Readonly<{ data?: Readonly<{ data: readonly Item[] }>; response: Response }>;

const nextOf = (link: string | null): string | undefined => {
  const url = /<([^>]*)>\s*;\s*rel="?next"?/.exec(link ?? '')?.[1];
  return url === undefined ? undefined : (new URL(url, 'http://localhost').searchParams.get('starting_after') ?? undefined);
};

/**
 * Everything that a list has, page by page, each asked for when it is needed:
 * `for await (const one of everyItem((after) => client.GET('/v1/campaigns', { params: { query: { ...after } } }))) …`
 */
export async function* everyItem<Item>(page: (after: After) => Promise<ListAnswer<Item>>): AsyncGenerator<Item, void, undefined> {
  let after: string | undefined;
  do {
    const { data, response } = await page(after === undefined ? {} : { starting_after: after });
    if (data) yield* data.data;
    const next = nextOf(response.headers.get('link'));
    // a list that names the same place again would never end
    after = next === after ? undefined : next;
  } while (after !== undefined);
}
