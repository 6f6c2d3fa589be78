import assert from 'node:assert/strict';
import receiveIncoming from '#functions/receive-incoming.ts';
import receiveStatus from '#functions/receive-status.ts';
import type { DoorRequest } from '#functions/door.ts';
import { readReport } from '#adapters/smtp/read-report.ts';
import type { Provider } from '#ports/provider.ts';
import { enterHouse } from '#wiring/current-house.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { activeCampaign, load, people } from '../support/house-steps.ts';
import { settle } from '../support/house-run.ts';
import { countTypes } from '../support/house-story.ts';
import { bandwidthWire, messagebirdWire, metaWire, own, telnyxWire, twilioWire, type Wire } from '../support/incoming-wires.ts';

const wires: Readonly<Record<string, Wire>> = {
  twilio: twilioWire(),
  telnyx: telnyxWire,
  bandwidth: bandwidthWire,
  messagebird: messagebirdWire('json'),
  meta: metaWire,
};
const doors = { status: receiveStatus, incoming: receiveIncoming } as const;
type DoorName = keyof typeof doors;

/** What anybody may send who knows the address. */
const stuff: Readonly<Record<string, Partial<DoorRequest>>> = {
  'nothing at all': { body: '' },
  'no JSON': { body: '{"data":', headers: { 'content-type': 'application/json' } },
  'a list without an end': { body: '['.repeat(200_000), headers: { 'content-type': 'application/json' } },
  'an object as deep as it gets': {
    body: `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
    headers: { 'content-type': 'application/json' },
  },
  'names that objects have anyway': { body: '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"data":[]}' },
  'the same key twice': { body: 'MessageSid=a&MessageSid=b&From=%2B12085550123&From=%2B12085550124' },
  'a form of a hundred thousand fields': { body: Array.from({ length: 100_000 }, (_, n) => `k${n}=`).join('&') },
  'bytes that are no text': { body: Buffer.from([0xff, 0xfe, 0, 1, 2, 0xd8, 0]).toString('latin1') },
  'percent signs that mean nothing': { body: 'Body=%E0%A4%A&From=%%%', url: '?m=%E0%A4%A' },
  'more than anybody reads': { body: 'x'.repeat(1_500_000) },
  'an encoding of its own': { body: 'H4sIAAAAAAAA', headers: { 'content-encoding': 'gzip' } },
  'another method': { method: 'PUT', body: '{}' },
  'a signature of itself': { body: '{}', headers: { 'x-twilio-signature': 'x', 'x-hub-signature-256': 'sha256=', authorization: 'Basic' } },
};

describe('a webhook that is none', () => {
  let test: TestHouse;
  let counted: Readonly<Record<string, number>>;
  const providerOf = (name: string): Provider => {
    const wire = wires[name];
    const read = wire ? { readIncoming: wire.read } : {};
    // a bounce's gateway has a secret that nobody here knows
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const gateway = { login: { secret }, key: secret };
    return { ...test.provider, name, ...read, readReport: (request) => readReport({ accountId: 'x', gateway }, request) };
  };
  before(async () => {
    test = await openTestHouse();
    await load(test, await activeCampaign(test), people(1));
    await settle(test);
    enterHouse({ ...test.house, providerNamed: (name) => (Object.hasOwn(wires, name) || name === 'smtp' ? providerOf(name) : undefined) });
    counted = await countTypes(test);
  });
  after(() => test.close());

  const call = (door: DoorName, provider: string, { url = '', ...change }: Partial<DoorRequest>) =>
    doors[door].answer({
      method: 'POST',
      url: url.startsWith('/') ? url : `/messages/${door}/${provider}${url}`,
      headers: {},
      body: '',
      ...change,
    });
  const refused = async (door: DoorName, provider: string, change: Partial<DoorRequest>): Promise<string> => {
    const { status, headers, body = '' } = await call(door, provider, change);
    assert.ok(status >= 400 && status < 500, `${status} ${body}`);
    assert.equal(headers?.['content-type'], 'application/problem+json');
    const { code, detail } = JSON.parse(body) as { code: string; detail: string };
    assert.ok(detail.length > 5 && detail.length < 300, detail);
    assert.doesNotMatch(body, /55501|gracias|\[\[\[|xxxx/, 'says nothing of what was sent');
    return code;
  };

  for (const [title, change] of Object.entries(stuff))
    it(`changes nothing and is told why: ${title}`, async () => {
      for (const provider of [...Object.keys(wires), 'smtp']) {
        await refused('status', provider, change);
        await refused('incoming', provider, change);
      }
      assert.deepEqual(await countTypes(test), counted);
    });

  it('of nobody who is connected here is told so', async () => {
    for (const provider of ['', 'nobody', 'constructor', '__proto__', 'TWILIO', '..%2F', 'twilio%00'])
      for (const door of ['status', 'incoming'] as const)
        assert.equal(await refused(door, provider, { body: '{}' }), 'provider_unknown', provider);
  });

  for (const [name, wire] of Object.entries(wires)) {
    it(`changes nothing where ${name} signed it, and nobody sends from that number`, async () => {
      assert.equal(await refused('incoming', name, wire.request()), 'sender_unknown');
      assert.deepEqual(await countTypes(test), counted);
    });
    it(`changes nothing where somebody else signed it, or another account of ${name}`, async () => {
      for (const request of wire.foreign(wire.request())) {
        const code = await refused('incoming', name, request);
        assert.ok(code === 'signature_invalid' || code === 'credentials_missing', code);
      }
      assert.deepEqual(await countTypes(test), counted);
    });
  }

  it('is not believed for the host that a proxy says it had', async () => {
    const good = twilioWire().request();
    const forwarded = twilioWire('/messages/incoming/twilio', 'evil.example').request();
    const { host: _, ...headers } = forwarded.headers;
    const said = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example;proto=https',
      'x-original-url': 'https://evil.example/messages/incoming/twilio',
    };
    const wire = twilioWire();
    assert.equal(wire.read({ ...forwarded, headers: { ...headers, ...said } }).kind, 'foreign', 'signed for an address that is not ours');
    assert.equal(wire.read({ ...good, headers: { ...good.headers, ...said } }).kind, 'messages', 'signed for ours, whatever a proxy adds');
    assert.equal(
      wire.read({ ...good, headers: { ...good.headers, host: '10.0.0.7:8080' } }).kind,
      'messages',
      'behind a proxy with a host of its own',
    );
    assert.ok(own.includes('555'));
  });
});
