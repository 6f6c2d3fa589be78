import assert from 'node:assert/strict';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DoorRequest } from '#functions/door.ts';
import { pushGuard, type PushGuard } from '#wiring/push-guard.ts';
import { pushKeys } from '#wiring/push-keys.ts';

const push = { account: 'push@carillon-test.iam.gserviceaccount.com', audience: 'https://send-work.example' };
const now = Date.parse('2026-11-20T12:00:00Z');

type Pair = Readonly<{ privateKey: KeyObject; publicKey: KeyObject }>;
const newPair = (): Pair => generateKeyPairSync('rsa', { modulusLength: 2048 });
const [first, second, stranger] = [newPair(), newPair(), newPair()];

const part = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64url');

const rightClaims = {
  iss: 'https://accounts.google.com',
  aud: push.audience,
  email: push.account,
  email_verified: true,
  iat: now / 1000 - 5,
  exp: now / 1000 + 3600,
};

type Made = Readonly<{ claims?: object; header?: object; key?: Pair }>;
const tokenOf = ({ claims = {}, header = {}, key = first }: Made = {}): string => {
  const content = `${part({ alg: 'RS256', typ: 'JWT', kid: 'first', ...header })}.${part({ ...rightClaims, ...claims })}`;
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), key.privateKey).toString('base64url')}`;
};

const requestOf = (authorization?: string, url = '/'): DoorRequest => ({
  method: 'POST',
  url,
  headers: authorization === undefined ? {} : { authorization },
  body: '{}',
});

describe('push guard', () => {
  let server: Server;
  let url: string;
  let keys: Readonly<Record<string, Pair>>;
  let fetches: number;
  let status: number;
  let clockMs: number;
  let lines: { fields: Readonly<Record<string, unknown>>; message: string }[];
  let guard: PushGuard;

  beforeEach(async () => {
    [keys, fetches, status, clockMs, lines] = [{ first }, 0, 200, 1_000_000, []];
    server = createServer((_, response) => {
      fetches += 1;
      const jwks = Object.entries(keys).map(([kid, { publicKey }]) => ({
        ...publicKey.export({ format: 'jwk' }),
        kid,
        alg: 'RS256',
        use: 'sig',
      }));
      response.writeHead(status, { 'cache-control': 'public, max-age=3600' }).end(JSON.stringify({ keys: jwks }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/certs`;
    const line = (fields: Readonly<Record<string, unknown>>, message: string): void => void lines.push({ fields, message });
    guard = pushGuard(push, { log: { warn: line, error: line }, keys: pushKeys({ url, monotonicMs: () => clockMs }), realMs: () => now });
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const statusOf = async (authorization?: string): Promise<number | undefined> => (await guard(requestOf(authorization)))?.status;
  const bearer = (made?: Made): string => `Bearer ${tokenOf(made)}`;

  it('lets in who signed with the account, for this audience, and asks for the keys once', async () => {
    for (let n = 0; n < 5; n++) assert.equal(await statusOf(bearer()), undefined);
    assert.equal(await statusOf(bearer({ claims: { iss: 'accounts.google.com' } })), undefined);
    assert.deepEqual([fetches, lines], [1, []]);
  });

  it("lets in what Eventarc sends to the service's other address at Cloud Run, and nothing that is meant for another service", async () => {
    const ours = { account: push.account, audience: 'https://accept-drop-123456789012.us-central1.run.app' };
    const own = pushGuard(ours, { log: { warn: () => {}, error: () => {} }, keys: pushKeys({ url }), realMs: () => now });
    const answers = async (aud: string) => (await own(requestOf(bearer({ claims: { aud } }))))?.status;
    assert.equal(await answers(ours.audience), undefined);
    assert.equal(await answers('https://accept-drop-5otrx5s65a-uc.a.run.app'), undefined);
    assert.equal(await answers('https://accept-drop-5otrx5s65a-uc.a.run.app/'), undefined);
    for (const other of [
      'https://load-packet-5otrx5s65a-uc.a.run.app',
      'https://accept-drop-too-5otrx5s65a-uc.a.run.app',
      'https://accept-drop-5otrx5s65a-uc.a.run.app.example',
      'https://accept-drop-5otrx5s65a-uc.a.run.app/elsewhere',
      'https://accept-drop-999999999999.us-central1.run.app',
      'http://accept-drop-5otrx5s65a-uc.a.run.app',
    ])
      assert.equal(await answers(other), 401, other);
  });

  const [header, body] = tokenOf().split('.');
  const wrong: Readonly<Record<string, string | undefined>> = {
    'no token': undefined,
    'another scheme': `Basic ${tokenOf()}`,
    garbage: 'Bearer garbage',
    'far too long a token': `Bearer ${'a'.repeat(10_000)}.b.c`,
    'another audience': bearer({ claims: { aud: 'https://elsewhere.example' } }),
    'several audiences': bearer({ claims: { aud: [push.audience, 'https://elsewhere.example'] } }),
    'another account': bearer({ claims: { email: 'somebody@carillon-test.iam.gserviceaccount.com' } }),
    'an account that is not verified': bearer({ claims: { email_verified: false } }),
    'an account that says nothing of it': bearer({ claims: { email_verified: undefined } }),
    'another issuer': bearer({ claims: { iss: 'https://accounts.example' } }),
    'a time that is over': bearer({ claims: { exp: now / 1000 - 61 } }),
    'no end': bearer({ claims: { exp: undefined } }),
    'a beginning in the future': bearer({ claims: { iat: now / 1000 + 120 } }),
    'another key': bearer({ key: stranger }),
    'a key that nobody published': bearer({ key: stranger, header: { kid: 'stranger' } }),
    'no signature': `Bearer ${header}.${body}.`,
    'a signature that was taken away': `Bearer ${header}.${body}.SIGNATURE_REMOVED_BY_GOOGLE`,
    'alg none': `Bearer ${part({ alg: 'none', kid: 'first' })}.${body}.x`,
    'alg HS256 over the public key': `Bearer ${part({ alg: 'HS256', kid: 'first' })}.${body}.c2lnbmVk`,
    'claims that were changed': `Bearer ${header}.${part({ ...rightClaims, exp: now / 1000 + 7200 })}.${tokenOf().split('.')[2]}`,
  };
  for (const [title, authorization] of Object.entries(wrong)) {
    it(`answers 401 to ${title}, and logs no token`, async () => {
      const answer = await guard(requestOf(authorization));
      assert.deepEqual([answer?.status, answer?.headers?.['content-type']], [401, 'application/problem+json']);
      assert.equal((JSON.parse(answer?.body ?? '') as { code: string }).code, 'push_unauthorized');
      assert.equal(lines.length, 1);
      const told = JSON.stringify(lines) + answer?.body;
      assert.ok(!(authorization ?? '').split(/[ .]/).some((secret) => secret.length > 30 && told.includes(secret)));
    });
  }

  it('takes what is late by less than clocks differ', async () => {
    assert.equal(await statusOf(bearer({ claims: { exp: now / 1000 - 30 } })), undefined);
  });

  it('takes a new key as soon as it is published, and an old one no longer', async () => {
    assert.equal(await statusOf(bearer()), undefined);
    keys = { second };
    clockMs += 20_000;
    assert.equal(await statusOf(bearer({ key: second, header: { kid: 'second' } })), undefined);
    assert.equal(await statusOf(bearer()), 401);
    assert.equal(fetches, 2);
  });

  it('looks for keys that nobody published no more often than every ten seconds', async () => {
    for (let n = 0; n < 20; n++) assert.equal(await statusOf(bearer({ key: stranger, header: { kid: `k${n}` } })), 401);
    assert.equal(fetches, 1);
    clockMs += 11_000;
    for (let n = 0; n < 20; n++) assert.equal(await statusOf(bearer({ key: stranger, header: { kid: `k${n}` } })), 401);
    assert.equal(fetches, 2);
  });

  it('fetches anew when the keys are old, and goes on with them while nobody answers', async () => {
    assert.equal(await statusOf(bearer()), undefined);
    clockMs += 3_601_000;
    assert.equal(await statusOf(bearer()), undefined);
    assert.equal(fetches, 2);
    status = 500;
    clockMs += 3_601_000;
    assert.equal(await statusOf(bearer()), undefined);
    assert.equal(fetches, 3);
  });

  it('lets nobody in before it has any keys: 503, so that it comes again', async () => {
    status = 500;
    assert.equal(await statusOf(bearer()), 503);
    assert.equal(await statusOf(bearer()), 503);
    assert.equal(fetches, 1, 'not asked at every call');
    status = 200;
    clockMs += 11_000;
    assert.equal(await statusOf(bearer()), undefined);
  });

  it('asks once for many calls at a time', async () => {
    assert.deepEqual(new Set(await Promise.all(Array.from({ length: 20 }, () => statusOf(bearer())))), new Set([undefined]));
    assert.equal(fetches, 1);
  });

  it('takes claims alone where Cloud Run has verified the signature and took it away, and everything else must be right', async () => {
    const line = (): void => undefined;
    const keysNow = pushKeys({ url, monotonicMs: () => clockMs });
    const behind = pushGuard({ ...push, checkedBy: 'cloud-run' }, { log: { warn: line, error: line }, keys: keysNow, realMs: () => now });
    const asked = async (made: Made, signature?: string): Promise<number | undefined> => {
      const [head, claimed, own] = tokenOf(made).split('.');
      return (await behind(requestOf(`Bearer ${head}.${claimed}.${signature ?? own}`)))?.status;
    };
    const gone = 'SIGNATURE_REMOVED_BY_GOOGLE';
    assert.deepEqual([await asked({}, gone), fetches], [undefined, 0]);
    assert.equal(await asked({}), undefined, 'a signature that is there is verified');
    assert.equal(await asked({ key: stranger }), 401);
    assert.equal(await asked({}, 'removed'), 401);
    for (const claims of [
      { aud: 'https://elsewhere.example' },
      { email: 'somebody@example.com' },
      { exp: now / 1000 - 61 },
      { email_verified: false },
    ])
      assert.equal(await asked({ claims }, gone), 401);
    assert.equal(await asked({ header: { alg: 'none' } }, gone), 401);
  });

  it('takes the token of the query on emulators, and no other', async () => {
    const token = 'a-token-of-this-house';
    const emulated = pushGuard({ token }, { log: { warn: () => undefined, error: () => undefined } });
    const asked = async (path: string): Promise<number | undefined> => (await emulated(requestOf(undefined, path)))?.status;
    assert.deepEqual(
      [
        await asked(`/?token=${token}`),
        await asked('/?token=another'),
        await asked('/?token='),
        await asked('/'),
        await asked(`/?x=${token}`),
      ],
      [undefined, 401, 401, 401, 401],
    );
  });
});
