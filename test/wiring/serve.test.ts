import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { problem, type DoorRequest } from '#functions/door.ts';
import { HouseUnavailable } from '#wiring/house-unavailable.ts';
import { serve, type Listening, type Route } from '#wiring/serve.ts';
import { eventually } from '../support/eventually.ts';

describe('serve', () => {
  let server: Listening;
  let asked: DoorRequest[];
  const echo: Route = (request) => {
    asked.push(request);
    if (request.url.startsWith('/echo')) return Promise.resolve({ status: 200, body: String(request.body.length) });
    if (request.url === '/broken') return Promise.reject(new Error('Ada Lovelace'));
    return request.url === '/refused' ? Promise.resolve(problem(403, 'no', 'No.')) : undefined;
  };
  beforeEach(async () => {
    asked = [];
    server = await serve([echo], { asked: 0 });
  });
  afterEach(() => server.close());

  const url = (path: string): string => `http://127.0.0.1:${server.port}${path}`;
  const post = (path: string, body: string): Promise<Response> => fetch(url(path), { method: 'POST', body });

  it('hands a request over as it was called', async () => {
    await fetch(url('/echo/a%20b?x=1&x=2'), { method: 'POST', headers: { 'x-test': 'yes' }, body: 'Grüße' });
    const [{ method, url: path, headers, body } = {} as DoorRequest] = asked;
    assert.deepEqual([method, path, headers['x-test'], body], ['POST', '/echo/a%20b?x=1&x=2', 'yes', 'Grüße']);
  });

  it('answers 404 where there is nothing, as problem+json', async () => {
    const response = await fetch(url('/nothing'));
    assert.deepEqual([response.status, response.headers.get('content-type')], [404, 'application/problem+json']);
    assert.equal(((await response.json()) as { code: string }).code, 'not_found');
  });

  it('asks the routes in their order, until one takes the request', async () => {
    const first: Route = ({ url: path }) => (path === '/echo' ? Promise.resolve({ status: 201 }) : undefined);
    const two = await serve([first, echo], { asked: 0 });
    try {
      const statuses = ['/echo', '/refused', '/nothing'].map(async (path) => (await fetch(`http://127.0.0.1:${two.port}${path}`)).status);
      assert.deepEqual(await Promise.all(statuses), [201, 403, 404]);
    } finally {
      await two.close();
    }
  });

  it('takes a megabyte and answers 413 to more, without a door hearing of it', async () => {
    assert.equal(await (await post('/echo', 'x'.repeat(1_000_000))).text(), '1000000');
    asked = [];
    const refused = await post('/echo', 'x'.repeat(3_000_000));
    assert.deepEqual([refused.status, ((await refused.json()) as { code: string }).code], [413, 'too_large']);
    assert.deepEqual(asked, []);
    assert.equal((await fetch(url('/echo'))).status, 200);
  });

  it('answers 503 with the time to come again when as many are there as there is room for, and none of theirs is lost', async () => {
    const released: (() => void)[] = [];
    const slow: Route = (request) =>
      new Promise((resolve) => void released.push(() => resolve({ status: 200, body: String(request.body.length) })));
    const small = await serve([slow], { asked: 0, room: { requests: 2, bytes: 1_000 } });
    const ask = (body: string): Promise<Response> => fetch(`http://127.0.0.1:${small.port}/x`, { method: 'POST', body });
    try {
      const taken = [ask('abc'), ask('abcd')];
      await eventually('two are there', () => released.length === 2);
      const turned = await ask('abc');
      assert.deepEqual([turned.status, turned.headers.get('retry-after')], [503, '1']);
      assert.equal(((await turned.json()) as { code: string }).code, 'too_busy');
      released.splice(0).forEach((release) => release());
      assert.deepEqual(await Promise.all(taken.map(async (one) => (await one).text())), ['3', '4']);
      assert.equal((await ask('x'.repeat(1_001))).status, 503, 'more bytes than there is room for');
      const after = ask('abcde');
      await eventually('one is there', () => released.length === 1);
      released.forEach((release) => release());
      assert.equal(await (await after).text(), '5');
    } finally {
      await small.close();
    }
  });

  it('ends the connection of a route that fails, says nothing of why, and goes on', async () => {
    await assert.rejects(fetch(url('/broken')));
    assert.equal((await fetch(url('/echo'))).status, 200);
  });

  it('goes on when a caller leaves in the middle of a body', async () => {
    const socket = connect(server.port, '127.0.0.1');
    const head = 'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nabc';
    await new Promise((written) => socket.write(head, written));
    socket.destroy();
    await once(socket, 'close');
    assert.equal((await fetch(url('/echo'))).status, 200);
    assert.equal(asked.length, 1);
  });

  it('listens on loopback alone', async () => {
    const socket = connect(server.port, '127.0.0.2');
    await assert.rejects(once(socket, 'connect'), { code: 'ECONNREFUSED' });
  });

  it('takes the port that it had where it is free, and another one where it is not', async () => {
    const other = await serve([], { asked: 0, had: server.port });
    assert.notEqual(other.port, server.port);
    await other.close();
    const again = await serve([], { asked: 0, had: other.port });
    assert.equal(again.port, other.port);
    await again.close();
  });

  it('refuses to open where the port that it was asked for is taken, in one line for people', async () => {
    await assert.rejects(serve([], { asked: server.port }), (error: unknown) => {
      assert.ok(error instanceof HouseUnavailable);
      assert.match(error.message, new RegExp(`^can't listen on 127\\.0\\.0\\.1:${server.port} \\(EADDRINUSE\\): .*--port[^\\n]*$`));
      return true;
    });
  });

  it('closes though callers keep their connections open', async () => {
    await (await fetch(url('/echo'))).text();
    await server.close();
    await assert.rejects(fetch(url('/echo')));
  });

  it('answers what is under way when it closes, and lets nobody new in', async () => {
    const begun = Promise.withResolvers<void>();
    const done = Promise.withResolvers<void>();
    const slow: Route = async () => {
      begun.resolve();
      await done.promise;
      return { status: 201 };
    };
    const closing = await serve([slow], { asked: 0 });
    const address = `http://127.0.0.1:${closing.port}/slow`;
    const answer = fetch(address);
    await begun.promise;
    const closed = closing.close();
    await assert.rejects(fetch(address, { headers: { connection: 'close' } }));
    done.resolve();
    assert.equal((await answer).status, 201);
    await closed;
  });

  it('closes though an answer does not come in time', async () => {
    const begun = Promise.withResolvers<void>();
    const never: Route = () => {
      begun.resolve();
      return new Promise(() => undefined);
    };
    const closing = await serve([never], { asked: 0, endsWithinMs: 20 });
    const answer = assert.rejects(fetch(`http://127.0.0.1:${closing.port}/`));
    await begun.promise;
    await closing.close();
    await answer;
  });
});
