import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Operation } from '#api/operation.ts';
import { operations } from '../support/api-answers.ts';
import { askRaw, type RawAnswer, type RawAsking } from '../support/raw-request.ts';
import type { Sample } from '../api/samples/sample.ts';
import type { ApiUnderTest } from './api.contract.ts';

/** One of each shape: a thing by its id, a list, one message, many, an edit, a name in the path, an address, a definition. */
const shapes = [
  'getMessage',
  'listMessages',
  'sendMessage',
  'sendMessages',
  'putTeamList',
  'keepContactList',
  'addConsent',
  'addOptOut',
  'createCampaign',
] as const;

/** Each stands in the place of every text of a body, and of every part of a path. */
const texts: Readonly<Record<string, string>> = {
  'a NUL': 'a\0b',
  'half a surrogate': 'a\ud800b',
  'writing from right to left': '\u202eabc\u2066\u05d0',
  'new lines of a header': 'x\r\nset-cookie: hostile=1\r\n\r\n',
  'steps out of a folder': '../../etc/passwd',
  'the name of every prototype': '__proto__',
  'a maker': 'constructor',
  'a piece of SQL': `x'; DROP TABLE messages; --`,
  'nearly a megabyte': 'y'.repeat(900_000),
};

/** JSON in the place of every value of a body. */
const values: Readonly<Record<string, string>> = {
  'a number beyond all': '1e400',
  'a number that no double holds': '9007199254740993',
  'less than nothing': '-0.0',
  'lists ten thousand deep': '['.repeat(10_000) + ']'.repeat(10_000),
  'objects ten thousand deep': '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000),
  'another prototype': '{"__proto__":{"hostile":true},"constructor":{"prototype":{"hostile":true}}}',
};

const mark = '"@here@"';

/** The body once for each place in it, with a mark there. */
const marked = (value: unknown, only?: 'texts'): readonly unknown[] => {
  const own = only === undefined || typeof value === 'string' ? ['@here@'] : [];
  if (typeof value !== 'object' || value === null) return own;
  const within = Object.entries(value).flatMap(([name, part]) =>
    marked(part, only).map((one) => (Array.isArray(value) ? value.with(Number(name), one) : { ...value, [name]: one })),
  );
  return [...(only === undefined ? own : []), ...within];
};

/** What is large goes to one place of a body alone. */
const mostPlaces = (what: string): number => (what.length > 8_000 ? 1 : 4);

/** Answered by the API or by whoever read the request before it: never by a failure, and a no is a problem that says its code and its request. */
const assertTold = (operation: Operation | undefined, answer: RawAnswer, about: string): void => {
  const { status, headers, text } = answer;
  const said = `${operation?.id ?? 'any'}, ${about}: ${status} ${text.slice(0, 300)}`;
  assert.ok(status >= 200 && (status < 500 || (status === 503 && text.includes('reports_away'))), said);
  assert.equal(headers['set-cookie']?.includes('hostile'), undefined, said);
  if (status < 400) return;
  assert.match(headers['content-type'] ?? '', /^application\/problem\+json/, said);
  const { code, request_id: requestId, status: told } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  assert.match(String(code), /^[a-z][a-z_]+$/, said);
  assert.deepEqual([told, requestId], [status, headers['request-id']], said);
  assert.ok(text.length < 60_000, `${text.length} characters, it repeats what came: ${said}`);
};

type Under = Readonly<{ api: () => ApiUnderTest; samples: () => ReadonlyMap<string, Sample> }>;
type Header = readonly [name: string, value: string];

/** Requests that are made to break something: texts, numbers, depths, methods, encodings, and bodies that do not end. */
export const hostileContract = ({ api, samples }: Under): void => {
  let keys = 0;
  const headersOf = (operation: Operation): Header[] => [
    ['authorization', `Bearer ${api().key}`],
    ...(operation.needsIdempotencyKey ? ([['idempotency-key', `hostile-${(keys += 1)}`]] as const) : []),
    ...(operation.needsIfMatch ? ([['if-match', '*']] as const) : []),
  ];
  const pathOf = ({ path }: Operation, sample: Sample, instead?: string): string =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent((instead ?? sample.path?.[name] ?? 'none').toWellFormed()));
  const sampleOf = (operation: Operation): Sample => samples().get(operation.id) ?? {};
  const send = (operation: Operation, asking: Partial<RawAsking> & Readonly<{ more?: readonly Header[] }>): Promise<RawAnswer> => {
    const body = Buffer.from(asking.body ?? '');
    const { more = [['content-type', 'application/json']] } = asking;
    const length: readonly Header[] = body.length === 0 ? [] : [...more, ['content-length', String(body.length)]];
    const path = asking.path ?? pathOf(operation, sampleOf(operation));
    return askRaw(api().origin, { method: operation.method.toUpperCase(), path, headers: [...headersOf(operation), ...length], body });
  };
  const named = (id: string): Operation => operations.find((one) => one.id === id)!;

  for (const operation of shapes.map(named)) {
    const { body: hasBody } = operation;
    if (hasBody)
      it(`${operation.id} stands hostile texts and values in every place of its body`, async () => {
        const { body } = sampleOf(operation);
        for (const [about, text] of Object.entries(texts))
          for (const place of marked(body, 'texts').slice(-mostPlaces(text)))
            assertTold(operation, await send(operation, { body: JSON.stringify(place).replace(mark, () => JSON.stringify(text)) }), about);
        for (const [about, value] of Object.entries(values))
          for (const place of marked(body).slice(-mostPlaces(value)))
            assertTold(operation, await send(operation, { body: JSON.stringify(place).replace(mark, () => value) }), about);
        assert.equal(({} as Record<string, unknown>)['hostile'], undefined);
      });
    if (operation.path.includes('{'))
      it(`${operation.id} stands hostile texts in its path`, async () => {
        for (const [about, text] of Object.entries(texts)) {
          const { body } = sampleOf(operation);
          // an address of more than 16 KB comes to nobody (the server's 431)
          const path = pathOf(operation, sampleOf(operation), text.slice(0, 8_000));
          assertTold(operation, await send(operation, { path, ...(hasBody ? { body: JSON.stringify(body) } : {}) }), about);
        }
      });
    it(`${operation.id} takes each parameter of its query once, and no hostile one`, async () => {
      const query = [
        'limit=1&limit=2',
        'limit=1e400',
        'limit=9007199254740993',
        'status=a&status=b',
        '__proto__=1',
        'a%00b=%ff',
        'a=%0d%0ab',
      ];
      for (const one of query) {
        const { body } = sampleOf(operation);
        const path = `${pathOf(operation, sampleOf(operation))}?${one}`;
        const answer = await send(operation, { path, ...(hasBody ? { body: JSON.stringify(body) } : {}) });
        assertTold(operation, answer, one);
        assert.ok(answer.status >= 400, `${one} was taken: ${answer.text}`);
      }
    });
    it(`${operation.id} answers HEAD, OPTIONS and TRACE`, async () => {
      for (const method of ['HEAD', 'OPTIONS', 'TRACE']) {
        const headers = [...headersOf(operation), ['x-hostile', 'seen'] as const];
        const answer = await askRaw(api().origin, { method, path: pathOf(operation, sampleOf(operation)), headers });
        assert.ok(!answer.text.includes('x-hostile'), `${method}: ${answer.text}`);
        if (method === 'HEAD') {
          // without a reporting database a list is away
          assert.ok(answer.text === '' && (answer.status < 500 || answer.status === 503), `${answer.status} ${answer.text}`);
          continue;
        }
        assertTold(operation, answer, method);
        assert.deepEqual([answer.status, answer.headers['allow'] !== undefined], [405, true], method);
      }
    });
  }

  it('takes no body in another type, compressed, or in other characters, and unpacks none to see', async () => {
    const operation = named('sendMessage');
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const cases: readonly (readonly [more: readonly Header[], body: Buffer | string])[] = [
      [[['content-type', 'text/plain']], '{}'],
      [[['content-type', 'application/x-www-form-urlencoded']], 'campaign=x'],
      [[['content-type', 'multipart/form-data; boundary=x']], '--x--'],
      [[], '{}'],
      ...['gzip', 'br', 'deflate', 'gzip, gzip'].map(
        (encoding) =>
          [
            [
              ['content-type', 'application/json'],
              ['content-encoding', encoding],
            ],
            bomb,
          ] as const,
      ),
      [[['content-type', 'application/json']], Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d])],
    ];
    for (const [more, body] of cases) {
      const answer = await send(operation, { more, body });
      assertTold(operation, answer, JSON.stringify(more));
      assert.deepEqual(
        [answer.status, (JSON.parse(answer.text) as { code: string }).code],
        [415, 'content_type_unsupported'],
        JSON.stringify(more),
      );
    }
  });

  it('ends a body that comes in chunks without end after a megabyte, and serves others meanwhile', async () => {
    const { hostname, port } = new URL(api().origin);
    const operation = named('sendMessage');
    const lines = [...headersOf(operation), ['content-type', 'application/json'], ['transfer-encoding', 'chunked']]
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    const socket = connect(Number(port), hostname);
    let text = '';
    let sent = 0;
    const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`;
    const answered = new Promise<void>((resolve) => {
      socket.setEncoding('latin1').on('data', (part: string) => ((text += part), resolve()));
      socket.once('error', () => resolve()).once('close', () => resolve());
    });
    socket.write(`POST ${operation.path} HTTP/1.1\r\nhost: ${hostname}\r\n${lines}\r\n`);
    const pour = (): void => {
      if (text !== '' || socket.destroyed || sent > 50_000_000) return;
      sent += chunk.length;
      socket.write(chunk, () => setImmediate(pour));
    };
    pour();
    await answered;
    const other = await send(named('getCompany'), {});
    socket.destroy();
    assert.match(text, /^HTTP\/1\.1 413 [\s\S]*problem\+json/, `after ${sent} bytes: ${text}`);
    assertTold(undefined, other, 'beside a body without end');
    assert.equal(other.status, 200);
  });

  it('takes no brand that can be none', async () => {
    for (const id of ['addConsent', 'addOptOut'])
      for (const brand of ['../../etc/passwd', 'a/b', '.', 'brd_A b', '\0']) {
        const { body } = sampleOf(named(id));
        const answer = await send(named(id), { body: JSON.stringify({ ...(body as object), brand }) });
        assert.deepEqual([answer.status, (JSON.parse(answer.text) as { code: string }).code], [404, 'brand_unknown'], answer.text);
      }
  });
};
