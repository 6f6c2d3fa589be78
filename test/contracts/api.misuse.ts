import assert from 'node:assert/strict';
import type { Operation } from '#api/operation.ts';
import { operations } from '../support/api-answers.ts';
import { askRaw, type RawAnswer } from '../support/raw-request.ts';
import type { Sample } from '../api/samples/sample.ts';
import type { ApiUnderTest } from './api.contract.ts';

type Header = readonly [name: string, value: string];

/** Stands in what is sent, and nowhere else. */
const person = 'Marguerite-Secret';

/** Headers that a well-behaved program never sends, each beside what the operation needs; later ones of a name come second over the wire. */
const headers: readonly Header[] = [
  ['idempotency-key', ''],
  ['idempotency-key', '"open'],
  ['idempotency-key', 'x'.repeat(300)],
  ['idempotency-key', 'ü\x80'],
  ['idempotency-key', '../../keys'],
  ['if-match', ''],
  ['if-match', '"none"'],
  ['if-match', 'W/"x", *, ,,'],
  ['if-match', 'x'.repeat(3_000)],
  ['carillon-version', '9999-99-99'],
  ['carillon-version', '__proto__'],
  ['traceparent', '00-zz-zz-zz'],
  ['traceparent', `00-${'0'.repeat(32)}-${'0'.repeat(16)}-00`],
  ['traceparent', 'x'.repeat(2_000)],
  ['tracestate', ',,,=,'],
  ['content-type', 'application/json; charset=x-none'],
  ['content-type', 'multipart/form-data; boundary='],
  ['content-type', `application/${person}`],
  ['content-encoding', 'gzip'],
  ['accept', 'image/png'],
  ['accept-encoding', 'br;q=x, *;q=0'],
  ['range', 'bytes=5-1'],
  ['origin', 'http://169.254.169.254'],
  ['x-forwarded-proto', 'javascript'],
  ['x-forwarded-proto', 'a b'],
  ['x-forwarded-proto', 'http://evil.example/x?'],
  ['x-forwarded-host', 'evil.example'],
  ['x-http-method-override', 'DELETE'],
  ['cookie', '__proto__=1; carillon_session=x; =;'],
  ['authorization', 'Bearer'],
  ['authorization', `Bearer ${person}`],
  ['authorization', 'Basic Og=='],
  ['__proto__', 'x'],
  ['constructor', 'x'],
];

/** Bodies that are no JSON, or JSON that nobody writes. */
const bodies: readonly string[] = [
  `{"name": "${person}`,
  `"${person}"`,
  'null',
  '[]',
  '{"__proto__": {"isAdmin": true}}',
  '{"constructor": {"prototype": {"isAdmin": true}}}',
  '['.repeat(50_000),
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  '{"limit": 1e999, "n": -1e999, "big": 123456789012345678901234567890}',
  '{"a\\u0000b": "\\u0000", "s": "\\ud800"}',
  '\u0000',
  '\ufeff{}',
  '{"a": 1, "a": 2}',
];

const queries: readonly string[] = [
  'limit=1&limit=2',
  'limit[]=1',
  'limit=1e999',
  'limit=-0',
  'starting_after=%00',
  'starting_after=%ff%fe',
  'starting_after=..%2f..%2fkeys&ending_before=*',
  'ending_before=eyJpZCI6ICJjb19vdGhlciJ9',
  '__proto__=1&constructor=2&toString',
  'expand=x&expand[]=y&expand[constructor]=z',
  '%',
  '&&==&',
  `q=${'x'.repeat(6_000)}`,
];

/** What comes to no operation: refused by whoever reads requests, in the words of the API all the same. */
const beside: readonly (readonly [what: string, status: number, method: string, path: string, body?: string])[] = [
  ['JSON that is none', 400, 'POST', '/v1/messages', `{"name": ${person}`],
  ['a body that is too large', 413, 'POST', '/v1/messages', `{"name": "${person.repeat(70_000)}"}`],
  ['another method', 405, 'PUT', '/v1/messages'],
  ['a method that nobody has heard of', 405, 'PROPFIND', '/v1/messages'],
  ['a path that is none', 404, 'POST', '/v1/nothing'],
  ['a path that is no UTF-8', 404, 'POST', '/v1/nothing/%E0%A4%A'],
  ['a path with dots', 404, 'POST', '/v1/../../etc/passwd'],
];

const filled = ({ path }: Operation, sample: Sample): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(sample.path?.[name] ?? 'none'));

const leak = /\bat (?:async )?\w+ \(|file:\/\/|node_modules|\.ts:\d|SQLITE_|<!DOCTYPE|<html/i;

/** Said by us or by whoever read the request before us, and nothing of it repeated. */
const assertHarmless = ({ status, headers: told, text }: RawAnswer, about: string): void => {
  const said = `${about}: ${status} ${text.slice(0, 500)}`;
  assert.ok((status >= 200 && status < 500) || (status === 503 && text.includes('reports_away')), said);
  assert.doesNotMatch(text, leak, said);
  assert.ok(!text.includes(person), said);
  if (status >= 400 && text !== '') assert.match(told['content-type'] ?? '', /^application\/problem\+json/, said);
};

type Under = Readonly<{ api: () => ApiUnderTest; samples: () => ReadonlyMap<string, Sample> }>;

/** What no schema speaks of: headers, queries and bytes. Each operation takes a part of the cases, so that it stays quick with many of them. */
export const misuseContract = ({ api, samples }: Under): void => {
  let count = 0;
  const headersFor = (operation: Operation): Header[] => [
    ['authorization', `Bearer ${api().key}`],
    ...(operation.needsIdempotencyKey ? ([['idempotency-key', `misuse-${(count += 1)}`]] as const) : []),
    ...(operation.needsIfMatch ? ([['if-match', '"none"']] as const) : []),
  ];
  /** Instead of those of the same name, or beside them. */
  const withHeader = (own: readonly Header[], [name, value]: Header, isTwice: boolean): readonly Header[] => [
    ...own.filter(([known]) => isTwice || known !== name),
    [name, value],
  ];
  const ask = (operation: Operation, sample: Sample, own: readonly Header[], { body, query }: { body?: string; query?: string }) => {
    const method = operation.method.toUpperCase();
    const hasBody = method !== 'GET' && method !== 'DELETE';
    const bytes = Buffer.from(body ?? (sample.body === undefined ? '' : JSON.stringify(sample.body)));
    const type = operation.upload?.contentTypes[0] ?? 'application/json';
    const typed = own.some(([name]) => name === 'content-type') ? own : [...own, ['content-type', type] as const];
    return askRaw(api().origin, {
      method,
      path: `${filled(operation, sample)}?${query ?? new URLSearchParams(sample.query).toString()}`,
      headers: hasBody ? [...typed, ['content-length', String(bytes.length)]] : own,
      body: hasBody ? bytes : '',
    });
  };

  for (const [place, operation] of operations.entries()) {
    const sampleOf = (): Sample => ({ ...samples().get(operation.id), ...(operation.upload ? { body: undefined } : {}) });
    const part = <Case>(cases: readonly Case[], parts: number): readonly Case[] => cases.filter((_, at) => at % parts === place % parts);
    it(`${operation.method.toUpperCase()} ${operation.path} stands whatever headers, queries and bytes come`, async () => {
      for (const [at, header] of part(headers, 4).entries()) {
        const own = withHeader(headersFor(operation), header, at % 2 === 1);
        assertHarmless(await ask(operation, sampleOf(), own, {}), header.join(': ').slice(0, 100));
      }
      for (const query of part(queries, 3))
        assertHarmless(await ask(operation, sampleOf(), headersFor(operation), { query }), query.slice(0, 100));
      if (operation.body)
        for (const body of part(bodies, 3))
          assertHarmless(await ask(operation, sampleOf(), headersFor(operation), { body }), body.slice(0, 100));
    });
  }

  for (const [what, status, method, path, more] of beside)
    it(`answers ${what} with ${status}, as a problem that repeats nothing`, async () => {
      const own: Header[] = [
        ['authorization', `Bearer ${api().key}`],
        ['content-type', 'application/json'],
        ['idempotency-key', 'beside'],
      ];
      const body = more ?? `{"name": "${person}"}`;
      const answer = await askRaw(api().origin, { method, path, headers: [...own, ['content-length', String(body.length)]], body });
      assert.equal(answer.status, status, answer.text);
      assertHarmless(answer, what);
      if (answer.text !== '') assert.equal((JSON.parse(answer.text) as { status: number }).status, status);
    });

  it('takes no prototype from anybody', () => {
    assert.deepEqual([({} as Record<string, unknown>)['isAdmin'], ({} as Record<string, unknown>)['a']], [undefined, undefined]);
  });

  it('reads a body that comes in chunks, and refuses one with two lengths', async () => {
    const operation = operations.find(({ id }) => id === 'sendMessage')!;
    const own: Header[] = [...headersFor(operation), ['content-type', 'application/json']];
    const text = JSON.stringify(samples().get('sendMessage')?.body);
    const chunks = [text.slice(0, 5), text.slice(5)].map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join('');
    const asking = { method: 'POST', path: operation.path };
    const chunked = await askRaw(api().origin, {
      ...asking,
      headers: [...own, ['transfer-encoding', 'chunked']],
      body: `${chunks}0\r\n\r\n`,
    });
    assert.equal(chunked.status, 201, chunked.text);
    const both: Header[] = [...own, ['content-length', '3'], ['transfer-encoding', 'chunked']];
    assert.equal((await askRaw(api().origin, { ...asking, headers: both, body: `${chunks}0\r\n\r\n` })).status, 400);
  });
};
