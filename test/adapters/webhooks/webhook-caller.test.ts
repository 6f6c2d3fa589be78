import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mayReach, urlProblem } from '#adapters/webhooks/address-guard.ts';
import { checkedLookup, type Resolve } from '#adapters/webhooks/checked-lookup.ts';
import { retryAfterOf, webhookCaller } from '#adapters/webhooks/webhook-caller.ts';
import { canCertify, makeAuthority } from '../../support/certificates.ts';
import { answers, openWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver.ts';

const outside = { loopback: false };
const house = { loopback: true };
const call = { headers: { 'content-type': 'application/json' }, body: '{"id":"evt_1","type":"company.halted","data":{}}' };

describe('addresses that customers give', () => {
  for (const address of ['8.8.8.8', '93.184.216.34', '2606:4700::1111', '::ffff:8.8.8.8'])
    it(`may be ${address}`, () => assert.equal(mayReach(address, outside), true));

  const inside = [
    ['private', '10.1.2.3', '172.16.0.1', '192.168.0.1', 'fd00::1', 'fd00:ec2::254'],
    ['loopback', '127.0.0.1', '127.9.9.9', '::1'],
    ['link-local and metadata', '169.254.169.254', 'fe80::1', '168.63.129.16', '100.100.100.200'],
    ['between carriers and customers', '100.64.0.1'],
    [
      'an IPv4 address in disguise',
      '::ffff:10.0.0.1',
      '::ffff:7f00:1',
      '64:ff9b::a9fe:a9fe',
      '64:ff9b:1::1',
      '2002:a00:1::',
      '::7f00:1',
      '::ffff:0:10.0.0.1',
    ],
    [
      'nowhere',
      '0.0.0.0',
      '::',
      '255.255.255.255',
      '224.0.0.1',
      'ff02::1',
      '240.0.0.1',
      '192.0.2.1',
      '2001:db8::1',
      'fec0::1',
      'no address',
    ],
  ] as const;
  for (const [what, ...addresses] of inside)
    it(`may not be ${what}`, () =>
      assert.deepEqual(
        addresses.filter((address) => mayReach(address, outside)),
        [],
      ));
  it('may be loopback in an embedded house, and nothing else inside', () => {
    assert.deepEqual(
      ['127.0.0.1', '::1', '::ffff:127.0.0.1'].map((address) => mayReach(address, house)),
      [true, true, true],
    );
    assert.equal(mayReach('169.254.169.254', house) || mayReach('10.0.0.1', house), false);
  });

  for (const url of [
    'http://hooks.example.com/',
    'ftp://hooks.example.com/',
    'https://ana:secret@hooks.example.com/',
    'https://hooks.example.com/#part',
    'https://hooks.example.com:22/',
    'https://hooks.example.com:80/',
    'https://localhost/',
    'https://a.localhost./',
    'https://intranet/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://0x7f000001/',
    'https://017700000001/',
    'https://127.0.0.1./',
    'https://①②⑦.⓪.⓪.①/',
    'https://0xa9fea9fe/',
    'https://hooks.example.com@127.0.0.1/',
    'https://[::1]/',
    'https://[0:0:0:0:0:ffff:a9fe:a9fe]/',
    'https://[64:ff9b::a9fe:a9fe]/',
    'https://[fe80::1]/',
    'https://[fd00:ec2::254]/',
    'https://[::ffff:a00:1]/',
    'https://169.254.169.254/latest/meta-data',
    'not a url',
  ])
    it(`are refused like ${url}`, () => assert.equal(typeof urlProblem(url, outside), 'string'));
  for (const url of ['https://hooks.example.com/a?b=c', 'https://hooks.example.com:8443/'])
    it(`are taken like ${url}`, () => assert.equal(urlProblem(url, outside), undefined));
  it('are plain HTTP on loopback alone, in an embedded house alone', () => {
    assert.equal(urlProblem('http://127.0.0.1:3000/hook', house), undefined);
    assert.equal(urlProblem('http://localhost:3000/hook', house), undefined);
    assert.equal(typeof urlProblem('http://hooks.example.com/', house), 'string');
  });
});

describe('a name that is looked up', () => {
  const resolves =
    (...addresses: readonly string[]): Resolve =>
    (_, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
  const looked = (resolve: Resolve): Promise<string> =>
    new Promise((settle) =>
      checkedLookup(outside, resolve)('hooks.example.com', {}, (error, address) =>
        settle(error ? error.name : typeof address === 'string' ? address : ''),
      ),
    );

  it('leads to the address that was checked', async () => assert.equal(await looked(resolves('93.184.216.34')), '93.184.216.34'));
  it('is refused when one of its addresses lies inside', async () =>
    assert.equal(await looked(resolves('93.184.216.34', '10.0.0.1')), 'AddressRefused'));
  it('is refused when it has none', async () => assert.equal(await looked(resolves()), 'AddressRefused'));
});

describe('calls of customers', () => {
  let receiver: WebhookReceiver;
  before(async () => (receiver = await openWebhookReceiver()));
  after(() => receiver.close());
  const caller = webhookCaller({ ...house, timeoutMs: 400 });

  it('say what came back, its beginning alone', async () => {
    receiver.answer(answers(200, {}, 'x'.repeat(100_000)));
    const answer = await caller.call({ ...call, url: receiver.url });
    assert.ok(answer.kind === 'answered');
    assert.deepEqual([answer.status, answer.body.length], [200, 4_096]);
  });
  it('end at a server that never answers', async () => {
    receiver.answer(() => undefined);
    const answer = await caller.call({ ...call, url: receiver.url });
    assert.deepEqual(answer.kind === 'failed' && answer.code, 'timeout');
  });
  it('end at an answer that never ends', async () => {
    receiver.answer((response) => void response.writeHead(200).write('and so on'));
    const answer = await caller.call({ ...call, url: receiver.url });
    assert.deepEqual([answer.kind, answer.kind === 'answered' && answer.status, answer.ms < 2_000], ['answered', 200, true]);
  });
  it('end where somebody would rather speak another protocol, and where the line breaks', async () => {
    for (const [said, kind] of [
      ['HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n', 'answered'],
      ['', 'failed'],
    ] as const) {
      const server = createTcpServer((socket) => socket.once('data', () => (said === '' ? socket.destroy() : socket.write(said))));
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      assert.equal((await webhookCaller(house).call({ ...call, url })).kind, kind);
      server.close();
    }
  });
  it('follow no redirect', async () => {
    receiver.answer(answers(302, { location: 'http://127.0.0.1:9/' }));
    const answer = await caller.call({ ...call, url: receiver.url });
    assert.equal(answer.kind === 'answered' && answer.status, 302);
  });
  it('say that nobody is there', async () => {
    const answer = await caller.call({ ...call, url: 'http://127.0.0.1:9/' });
    assert.equal(answer.kind === 'failed' && answer.code, 'unreachable');
  });
  it('reach nothing inside by a name, also when it led elsewhere a moment ago', async () => {
    let asked = 0;
    const rebinding: Resolve = (_, done) => done(null, [{ address: asked++ === 0 ? '10.255.255.1' : '93.184.216.34', family: 4 }]);
    const strict = webhookCaller({ ...outside, timeoutMs: 400, resolve: rebinding });
    const answer = await strict.call({ ...call, url: 'https://rebind.example.com/' });
    assert.deepEqual([answer.kind === 'failed' && answer.code, asked], ['address_refused', 1]);
    const literal = await strict.call({ ...call, url: 'https://127.0.0.1/' });
    assert.equal(literal.kind === 'failed' && literal.code, 'address_refused');
  });
  it('read Retry-After as seconds or as a date', () => {
    assert.equal(retryAfterOf('120', 0), 120_000);
    assert.equal(retryAfterOf(new Date(60_000).toUTCString(), 0), 60_000);
    assert.deepEqual([retryAfterOf('soon', 0), retryAfterOf(undefined, 0), retryAfterOf('-5', 0)], [undefined, undefined, undefined]);
  });

  it('go to the checked address under the name that was given, and believe only its certificate', async function () {
    if (!canCertify()) this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'carillon-tls-'));
    const authority = makeAuthority(folder, 'hooks');
    const { cert, key } = authority.issue('hooks.example.com');
    let host = '';
    const server = createTlsServer({ cert, key }, (request, response) => {
      host = String(request.headers.host);
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const here: Resolve = (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]);
    try {
      const trusting = webhookCaller({ ...house, timeoutMs: 4_000, resolve: here, ca: authority.cert });
      const right = await trusting.call({ ...call, url: `https://hooks.example.com:${port}/` });
      assert.deepEqual([right.kind === 'answered' && right.status, host], [204, `hooks.example.com:${port}`]);
      const wrong = await trusting.call({ ...call, url: `https://other.example.com:${port}/` });
      assert.equal(wrong.kind === 'failed' && wrong.code, 'certificate_invalid');
      const unknown = await webhookCaller({ ...house, timeoutMs: 4_000, resolve: here }).call({
        ...call,
        url: `https://hooks.example.com:${port}/`,
      });
      assert.equal(unknown.kind === 'failed' && unknown.code, 'certificate_invalid');
    } finally {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
