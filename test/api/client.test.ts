import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { ApiError } from '../../tools/api-client/api-error.ts';
import { everyItem } from '../../tools/api-client/every-item.ts';
import { retryAfterMs } from '../../tools/api-client/fetch-again.ts';
import { dataOf, openClient, type ClientOptions } from '../../tools/api-client/open-client.ts';
import { operations } from '../support/api-answers.ts';
import { openApiHouse, type ApiHouse } from '../support/api-house.ts';

const root = join(import.meta.dirname, '../..');
const fields = { phone: '+12085550123', name: 'Ana', id: 'C1' };

/** A network that answers as the test says, and notes what it was asked. */
const openNetwork = async (answers: ((request: IncomingMessage, response: ServerResponse) => void)[]) => {
  const keys: (string | undefined)[] = [];
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key'] as string | undefined);
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      bodies.push(Buffer.concat(parts).toString());
      (answers.shift() ?? ((_, last) => last.writeHead(200, { 'content-type': 'application/json' }).end('{}')))(request, response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const waits: number[] = [];
  const options: ClientOptions = { origin: `http://127.0.0.1:${port}`, key: 'k', sleep: async (ms) => void waits.push(ms) };
  return { keys, bodies, waits, client: openClient(options), options, close: () => void server.close() };
};

const refusal =
  (status: number, headers: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, headers).end('busy');

const body = { campaign: 'cmp_x', fields };

describe('the client of the API', () => {
  let api: ApiHouse;
  before(async () => {
    api = await openApiHouse();
  });
  after(() => api.close());

  const client = (options: Partial<ClientOptions> = {}) => openClient({ origin: api.origin, key: api.key, ...options });

  it('sends a message, with an Idempotency-Key of its own, and reads what became of it', async () => {
    const sent = await dataOf(client().POST('/v1/messages', { body: { campaign: api.campaignId, fields, reference: 'visit-1' } }));
    const [first] = sent.results;
    assert.deepEqual([first?.outcome, first?.reference, sent.mode], ['queued', 'visit-1', 'live']);
    const message = await dataOf(client().GET('/v1/messages/{id}', { params: { path: { id: first?.message ?? '' } } }));
    assert.equal(message.to, fields.phone);
  });

  it('gives the same answer to the same key', async () => {
    const send = () =>
      client().POST('/v1/messages', {
        params: { header: { 'Idempotency-Key': 'client-1' } },
        body: { campaign: api.campaignId, fields: { ...fields, id: 'C2' } },
      });
    const [one, other] = [await dataOf(send()), await dataOf(send())];
    assert.equal(one.id, other.id);
  });

  it('throws problems as errors of a type, with the code, the place and the id of the request', async () => {
    const error = await client()
      .POST('/v1/messages', { body: { campaign: api.campaignId } as never })
      .then(
        () => assert.fail('it was taken'),
        (thrown: unknown) => thrown,
      );
    assert.ok(error instanceof ApiError);
    assert.deepEqual([error.status, error.code, error.errors[0]?.pointer], [400, 'request_invalid', '/body/fields']);
    assert.match(error.requestId ?? '', /^req_[0-9a-f]{32}$/);
    assert.ok(error.message.includes(error.requestId ?? '-') && error.docUrl?.endsWith('#errors-request_invalid'));
    await assert.rejects(client({ version: '2019-01-01' }).GET('/v1/companies/{id}', { params: { path: { id: 'me' } } }), {
      code: 'version_unknown',
    });
    await assert.rejects(client({ key: 'none' }).GET('/v1/companies/{id}', { params: { path: { id: 'me' } } }), { status: 401 });
  });

  it('waits as it is told and tries again with the same key and body', async () => {
    const network = await openNetwork([refusal(429, { 'retry-after': '7' }), refusal(503), refusal(409, { 'retry-after': '1' })]);
    await network.client.POST('/v1/messages', { body });
    network.close();
    assert.equal(network.keys.length, 4);
    assert.equal(new Set(network.keys).size, 1);
    assert.deepEqual(
      network.bodies,
      Array.from({ length: 4 }, () => JSON.stringify(body)),
    );
    assert.deepEqual([network.waits[0], network.waits[2]], [7_000, 1_000]);
    assert.ok((network.waits[1] ?? 0) >= 250 && (network.waits[1] ?? 0) <= 500);
  });

  it('gives up after its tries, when it is to wait too long, and where trying again does not help', async () => {
    const network = await openNetwork([429, 429, 429, 429].map((status) => refusal(status, { 'retry-after': '1' })));
    await assert.rejects(network.client.POST('/v1/messages', { body }), { status: 429, code: 'http_429' });
    assert.equal(network.keys.length, 4);
    network.close();
    const patient = await openNetwork([refusal(429, { 'retry-after': '3600' })]);
    await assert.rejects(patient.client.POST('/v1/messages', { body }), { status: 429 });
    patient.close();
    const broken = await openNetwork([refusal(502), refusal(409)]);
    await assert.rejects(broken.client.POST('/v1/messages', { body }), { status: 502 });
    await assert.rejects(broken.client.POST('/v1/messages', { body }), { status: 409 });
    broken.close();
    assert.deepEqual([patient.waits, broken.waits], [[], []]);
  });

  it('asks again when a connection breaks, and stops when its caller does', async () => {
    const network = await openNetwork([(request) => void request.socket.destroy()]);
    await network.client.POST('/v1/messages', { body });
    assert.deepEqual([network.keys.length, new Set(network.keys).size], [2, 1]);
    network.close();
    const slow = await openNetwork([refusal(429, { 'retry-after': '30' })]);
    const { sleep: _, ...real } = slow.options;
    const leaving = new AbortController();
    const asked = openClient(real).POST('/v1/messages', { body, signal: leaving.signal });
    setTimeout(() => leaving.abort(), 50);
    await assert.rejects(asked, { name: 'AbortError' });
    slow.close();
  });

  it('does not wait for ever for an answer', async () => {
    const network = await openNetwork([() => undefined]);
    const impatient = openClient({ ...network.options, timeoutMs: 50, tries: 1 });
    await assert.rejects(impatient.POST('/v1/messages', { body }), { name: 'TimeoutError' });
    network.close();
  });

  it('reads seconds and dates of Retry-After, and nothing else', () => {
    const now = Date.parse('2026-11-20T10:00:00Z');
    assert.deepEqual(
      ['3', 'Fri, 20 Nov 2026 10:00:05 GMT', 'Fri, 20 Nov 2026 09:00:00 GMT', 'soon', '', null].map((value) => retryAfterMs(value, now)),
      [3_000, 5_000, 0, undefined, undefined, undefined],
    );
  });

  it('walks through the pages of a list', async () => {
    const asked: (string | undefined)[] = [];
    const page = async ({ starting_after: after }: Readonly<{ starting_after?: string }>) => {
      asked.push(after);
      const start = after === undefined ? 0 : Number(after);
      const items = [1, 2].map((step) => ({ id: String(start + step) }));
      const headers = new Headers(start < 4 ? { link: `<http://x/v1/things?limit=2&starting_after=${start + 2}>; rel="next"` } : {});
      return { data: { data: items }, response: new Response(null, { headers }) };
    };
    const seen: string[] = [];
    for await (const { id } of everyItem(page)) seen.push(id);
    assert.deepEqual(
      [seen, asked],
      [
        ['1', '2', '3', '4', '5', '6'],
        [undefined, '2', '4'],
      ],
    );
    const stuck = async () => ({
      data: { data: [1] },
      response: new Response(null, { headers: { link: '</v1/x?starting_after=1>; rel="next"' } }),
    });
    assert.equal((await Array.fromAsync(everyItem(stuck))).length, 2);
  });
});

describe("the types of the API's client", () => {
  const types = join(root, 'tools/api-client/types');
  const files = globSync('*.json', { cwd: join(root, 'docs/openapi') }).map((path) => basename(path, '.json'));

  for (const file of files)
    it(`are those of docs/openapi/${file}.json`, () => {
      const path = join(types, `${file}.ts`);
      assert.ok(existsSync(path), 'run "npm run -s api:client"');
      const digest = createHash('sha256')
        .update(readFileSync(join(root, `docs/openapi/${file}.json`), 'utf8'))
        .digest('hex');
      const [head = ''] = readFileSync(path, 'utf8').split('\n');
      assert.ok(head.includes(digest), 'they are older than the description: run "npm run -s api:client"');
    });

  it('name every operation, and no other', () => {
    const names = globSync('*.ts', { cwd: types })
      .flatMap(
        (file) =>
          readFileSync(join(types, file), 'utf8')
            .split('export interface operations {')[1]
            ?.match(/^ {4}\w+(?=: \{$)/gm) ?? [],
      )
      .map((name) => name.trim())
      // webhooks are called by us
      .filter((name) => !/^on[A-Z]/.test(name));
    assert.deepEqual(names.sort(), operations.map(({ id }) => id).sort());
    const all = readFileSync(join(types, 'paths.ts'), 'utf8');
    for (const file of files) assert.ok(all.includes(`'./${file}.ts'`), 'run "npm run -s api:client"');
  });
});
