import assert from 'node:assert/strict';
import type { Operation } from '#api/operation.ts';
import { project } from '#app/project.ts';
import { samplesOf } from '../contracts/api.contract.ts';
import { assertDescribed, operations, parametersOf } from '../support/api-answers.ts';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { growingLists, type Grown } from '../support/growing-lists.ts';
import type { Schema } from '../support/schema-garbage.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';
import { openWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';
import type { Sample } from './samples/sample.ts';

type Item = Readonly<Record<string, unknown>>;
type Page = Readonly<{ data: readonly Item[]; has_more: boolean; next?: string; next_cursor?: string; cursor?: string }>;
type Query = Readonly<Record<string, string>>;

const takes = (operation: Operation, name: string): boolean => parametersOf(operation, 'query').some((one) => one.name === name);

/** All that come in pages, by their own description; files come whole. */
const paged = operations.filter(
  (one) => takes(one, 'limit') && (takes(one, 'starting_after') || takes(one, 'cursor')) && !one.path.endsWith('/file'),
);

/** Rows of reports and of files have no id. */
const nameOf = (item: Item): string => (typeof item['id'] === 'string' ? item['id'] : JSON.stringify(item['row'] ?? item));

const mostPages = 200;

const valuesOf = ({ enum: values = [] }: Schema): readonly string[] => values.filter((value) => typeof value === 'string');
const saysOtherwise = ({ summary, description = '' }: Operation): boolean =>
  /oldest|by when|in the order|order of|the next one first/i.test(`${summary} ${description}`);

describe('a list of the API', () => {
  let reporting: Reporting;
  let api: ApiHouse;
  let lists: Readonly<Record<string, Grown>>;
  let samples: ReadonlyMap<string, Sample>;
  let grown = 0;
  let hooks: WebhookReceiver;
  before(async () => {
    reporting = await openReporting();
    api = await openApiHouse({ readModel: reporting.readModel });
    hooks = await openWebhookReceiver();
    samples = await samplesOf(api);
    lists = await growingLists({ ...api, hookUrl: hooks.url, samples, call: made });
    for (const partition of api.house.store.partitions()) await project(api.house, partition);
  });
  after(async () => {
    await api.close();
    await hooks.close();
    await reporting.close();
  });

  const made = async (id: string, asking: Asking) => {
    const answer = await callOperation(
      api.origin,
      operations.find((one) => one.id === id)!,
      { key: api.key, ...asking },
    );
    assert.ok(answer.status < 300, `${id}: ${answer.text}`);
    return (answer.text === '' ? {} : JSON.parse(answer.text)) as Readonly<{ id?: string }>;
  };
  const askedOf = (id: string): Pick<Asking, 'path' | 'query'> => {
    const { path, query } = samples.get(id) ?? {};
    const { limit: _, status: __, since: ___, ...filters } = query ?? {};
    return lists[id]?.of ?? { ...(path && { path }), query: filters };
  };
  const ask = async (operation: Operation, more: Query) => {
    const { path, query } = askedOf(operation.id);
    const answer = await callOperation(api.origin, operation, { key: api.key, ...(path && { path }), query: { ...query, ...more } });
    assert.equal(answer.status, 200, answer.text);
    assertDescribed(operation, answer);
    return { ...(JSON.parse(answer.text) as Page), link: answer.headers.get('link') ?? '' };
  };
  /** What leads to the page beside, as it was told; undefined: there is none. */
  const beside = (page: Awaited<ReturnType<typeof ask>>, rel: 'next' | 'prev'): Query | undefined => {
    const link = new RegExp(`<([^>]*)>; rel="${rel}"`).exec(page.link)?.[1];
    if (link !== undefined) {
      const { searchParams } = new URL(link);
      const names = ['starting_after', 'ending_before'].filter((name) => searchParams.has(name));
      return Object.fromEntries(names.map((name) => [name, searchParams.get(name) ?? '']));
    }
    if (rel === 'prev') return undefined;
    if (page.cursor !== undefined) return page.has_more ? { cursor: page.cursor } : undefined;
    if (page.next_cursor !== undefined) return { cursor: page.next_cursor };
    return page.next === undefined ? undefined : { starting_after: page.next };
  };
  const walk = async (
    operation: Operation,
    start: Query,
    { rel = 'next', between }: { rel?: 'next' | 'prev'; between?: () => Promise<unknown> } = {},
  ) => {
    const pages: (readonly Item[])[] = [];
    let query: Query | undefined = {};
    for (let left = mostPages; query !== undefined; left -= 1) {
      assert.ok(left > 0, `${operation.id} never ends`);
      const page = await ask(operation, { limit: '2', ...start, ...query });
      assert.ok(page.data.length <= 2, 'a page has more than was asked for');
      pages.push(page.data);
      query = beside(page, rel);
      if (rel === 'next') assert.equal(page.has_more, query !== undefined, 'has_more and the way to the next page tell different things');
      if (query) start = Object.fromEntries(Object.entries(start).filter(([name]) => name !== 'ending_before'));
      await between?.();
    }
    return (rel === 'prev' ? pages.toReversed() : pages).flat().map(nameOf);
  };
  const grow = (id: string) => lists[id]!.grow((grown += 1));

  it('is known to grow, wherever it comes in pages', () => {
    assert.deepEqual(Object.keys(lists).sort(), paged.map(({ id }) => id).sort(), 'see test/support/growing-lists.ts');
  });

  for (const operation of paged) {
    const { id } = operation;
    it(`${id}: each thing once, page by page, there and back`, async () => {
      for (let n = 0; n < 5; n += 1) await grow(id);
      const whole = (await ask(operation, { limit: '100' })).data.map(nameOf);
      assert.ok(whole.length >= (lists[id]?.isFixed ? 2 : 5), `${whole.length}`);
      assert.equal(new Set(whole).size, whole.length);
      const seen = await walk(operation, {});
      assert.deepEqual(operation.looksAt === undefined ? seen : seen.slice(-whole.length), whole);
      if (!takes(operation, 'ending_before')) return;
      const back = await walk(operation, { ending_before: whole.at(-1)! }, { rel: 'prev' });
      assert.deepEqual(back, whole.slice(0, -1));
    });

    it(`${id}: nothing is left out or comes twice while others are added`, async () => {
      if (lists[id]?.isFixed) return;
      const before = (await ask(operation, { limit: '100' })).data.map(nameOf);
      let left = 4;
      const seen = await walk(operation, {}, { between: async () => (left -= 1) >= 0 && (await grow(id)) });
      assert.equal(new Set(seen).size, seen.length, 'something came twice');
      assert.deepEqual(
        before.filter((one) => !seen.includes(one)),
        [],
        'these were left out',
      );
    });

    it(`${id}: a place that nobody knows is refused`, async () => {
      const name = takes(operation, 'cursor') ? 'cursor' : 'starting_after';
      const { path, query } = askedOf(id);
      for (const value of ['nobody', 'aud_e30', '0', '\u0000', 'a'.repeat(40)]) {
        const answer = await callOperation(api.origin, operation, {
          key: api.key,
          ...(path && { path }),
          query: { ...query, [name]: value },
        });
        assertDescribed(operation, answer);
        const { code } = JSON.parse(answer.text) as { code?: string };
        assert.deepEqual([answer.status, code], [400, 'cursor_unknown'], `${JSON.stringify(value)}: ${answer.text.slice(0, 300)}`);
      }
    });

    const filters = parametersOf(operation, 'query').filter(({ name, schema }) => name !== 'sort' && valuesOf(schema).length > 0);
    if (filters.length > 0)
      it(`${id}: filters by ${filters.map(({ name }) => name).join(', ')}, and shows nothing else`, async () => {
        for (const { name, schema } of filters)
          for (const value of valuesOf(schema)) {
            const { data } = await ask(operation, { limit: '100', [name]: value });
            for (const item of data)
              if (name in item && value !== 'all') assert.equal(item[name], value, JSON.stringify(item).slice(0, 300));
            assert.equal(new Set(data.map(nameOf)).size, data.length);
          }
      });

    const orders = parametersOf(operation, 'query').flatMap(({ name, schema }) => (name === 'sort' ? valuesOf(schema) : []));
    for (const sort of orders)
      it(`${id}: in the order of ${sort}, over all its pages`, async () => {
        // so that what comes now is of another time
        api.test.clock.set(new Date(Date.parse(api.house.clock.now()) + 1_000).toISOString());
        await grow(id);
        const { data } = await ask(operation, { limit: '100', sort });
        const { compare } = new Intl.Collator('und', { numeric: true, sensitivity: 'base' });
        const values = data.map((item) => item[sort.replace('-', '')]).filter((value) => typeof value === 'string');
        assert.ok(new Set(values).size > 1, 'nothing to be put in order');
        assert.deepEqual(
          values,
          values.toSorted((a, b) => (sort.startsWith('-') ? compare(b, a) : compare(a, b))),
        );
        const seen = await walk(operation, { sort });
        assert.deepEqual(seen.slice(0, data.length), data.map(nameOf));
        const back = await walk(operation, { sort, ending_before: nameOf(data.at(-1)!) }, { rel: 'prev' });
        assert.deepEqual(back, data.slice(0, -1).map(nameOf));
      });

    it(`${id}: takes no limit that is none`, async () => {
      const { path, query } = askedOf(id);
      for (const limit of ['0', '-1', '1.5', 'x', '', '1001']) {
        const answer = await callOperation(api.origin, operation, { key: api.key, ...(path && { path }), query: { ...query, limit } });
        assertDescribed(operation, answer);
        assert.equal(answer.status, 400, `${limit}: ${answer.text.slice(0, 200)}`);
      }
    });

    it(`${id}: the newest first, or as it says`, async () => {
      const { data } = await ask(operation, { limit: '100' });
      const times = data.map((item) => item['queued_at'] ?? item['created_at'] ?? item['at']).filter((time) => typeof time === 'string');
      if (times.length === data.length && !saysOtherwise(operation)) assert.deepEqual(times, times.toSorted().toReversed());
    });
  }
});
