import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { messagebirdProvider } from '#adapters/messagebird/messagebird-provider.ts';
import { isSigned } from '#adapters/messagebird/signature.ts';
import { providerContract } from '../contracts/provider.contract.ts';
import { reportsOf } from '../contracts/provider.opened.ts';
import { messagebirdAccount, openMessagebird, signedGet } from '../support/opened-messagebird.ts';

providerContract('messagebird sms', openMessagebird);

/** Of messagebird/messagebird-nodejs, lib/testdata/webhook-signature-jwt-reference.json: signed at 2021-07-05T12:00:00+02:00. */
const theirs = {
  secret: '36efdd1aace2e26cd490f0d951138253bef2f7c6d34d18981da781555cc4cebb',
  at: Date.parse('2021-07-05T12:00:00+02:00'),
  url: 'https://example.com/path?bar=1&foo=2',
  bare:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiJjOTQ2YWY3Ny1lMTgyLTRlYWEt' +
    'YjJmZi0xYTU0NWI1ZTk5MWEiLCJ1cmxfaGFzaCI6IjQxZjA1ZjBkZGQwYTIyYWIyMDlhYzQ2ZjQ3YzQ1NzJkOWNlZmEyNTdlZDc0YjI0MDA0YmFlNzUzZWNlNmMyNjAifQ.huo2ou6JDoDc7' +
    'sV25d75UMWeYhBeavQlLsqIibSZuac',
  withBody:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiI5M2U1NTAwNi1hMGU4LTQ1MjYt' +
    'YTE5MC1mYTVmZjAwZWExMTYiLCJ1cmxfaGFzaCI6IjQxZjA1ZjBkZGQwYTIyYWIyMDlhYzQ2ZjQ3YzQ1NzJkOWNlZmEyNTdlZDc0YjI0MDA0YmFlNzUzZWNlNmMyNjAiLCJwYXlsb2FkX2hh' +
    'c2giOiJkZmZkNjAyMWJiMmJkNWIwYWY2NzYyOTA4MDllYzNhNTMxOTFkZDgxYzdmNzBhNGIyODY4OGEzNjIxODI5ODZmIn0._H--TOuYFLpeEH39-rg5E3IHVkjHozBcaKVWPRC5m9I',
};

describe("MessageBird's signature", () => {
  const { secret, at, url, bare, withBody } = theirs;
  it('agrees with its own examples', () => {
    assert.ok(isSigned(secret, { jwt: bare, url, body: '' }, at));
    assert.ok(isSigned(secret, { jwt: withBody, url, body: 'Hello, World!' }, at));
  });
  it('covers the order of the query, the body, the key and the minute', () => {
    assert.ok(!isSigned(secret, { jwt: bare, url: 'https://example.com/path?foo=2&bar=1', body: '' }, at));
    assert.ok(!isSigned(secret, { jwt: bare, url, body: 'Hello, World!' }, at));
    assert.ok(!isSigned(secret, { jwt: withBody, url, body: 'Hello, World?' }, at));
    assert.ok(!isSigned('another', { jwt: bare, url, body: '' }, at));
    for (const [offsetS, isRight] of [
      [-6, false],
      [-4, true],
      [64, true],
      [66, false],
    ] as const)
      assert.equal(isSigned(secret, { jwt: bare, url, body: '' }, at + offsetS * 1000), isRight, String(offsetS));
  });
  it('is not taken without an algorithm, nor for anything that is no JWT', () => {
    const [, content = ''] = bare.split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${content}.`;
    const named = (alg: string) => `${Buffer.from(JSON.stringify({ alg })).toString('base64url')}.${content}.AAAA`;
    const inherited = ['constructor', '__proto__', 'toString'].map(named);
    for (const jwt of ['', '..', 'a.b', none, `${bare}.x`, bare.replace('.', ''), named('RS256'), ...inherited])
      assert.ok(!isSigned(secret, { jwt, url, body: '' }, at), jwt);
  });
});

describe('a status report of MessageBird', () => {
  it('is read by its path alone, behind a proxy, by the URL that was called', async () => {
    const opened = await openMessagebird();
    const { read, signed } = reportsOf(opened);
    const good = signed({});
    const { pathname, search } = new URL(good.url);
    assert.equal(read({ ...good, url: pathname + search }).kind, 'foreign');
    const late = { ...good, headers: signedGet(good.url, Date.now() - 120_000) };
    assert.equal(read(late).kind, 'foreign', 'an old one is not taken again');
    await opened.close();
  });
});

describe('the list of MessageBird', () => {
  it('is asked from a time of its own clock, also by a process that never called before', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(new URL(request.url ?? '', 'http://network.invalid').searchParams.get('from') ?? '');
      response.setHeader('date', 'Fri, 20 Nov 2026 12:00:00 GMT').end('{"totalCount":0,"items":[]}');
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = await messagebirdProvider({ ...messagebirdAccount, baseUrl });
    assert.deepEqual(await provider.find!('+12085550123', 60_000), []);
    assert.match(asked.at(-1) ?? '', /^2026-11-20T11:5[89]:/);
    await provider.close();
    server.close();
  });
});
