import assert from 'node:assert/strict';
import { join } from 'node:path';
import { publicKeyFor, telnyxProfile } from '#adapters/simulator/telnyx/account.ts';
import { startTelnyxSimulator } from '#adapters/simulator/telnyx/telnyx-simulator.ts';
import type { Keys } from '#adapters/telnyx/keys.ts';
import { telnyxProvider } from '#adapters/telnyx/telnyx-provider.ts';
import type { ReportRequest } from '#ports/provider.ts';
import { providerContract } from '../contracts/provider.contract.ts';
import { outgoing, reportsOf, type ReportChange } from '../contracts/provider.opened.ts';
import { openCallbackReceiver } from '../support/callback-receiver.ts';
import { eventually } from '../support/eventually.ts';
import { openTelnyx, type OpenedTelnyx } from '../support/opened-telnyx.ts';
import { tempFolder } from '../support/simulator.ts';

const noList = {
  'finds afterwards what was accepted without an answer': 'Telnyx has no list of messages',
  "finds what was accepted by the provider's own clock": 'Telnyx has no list of messages',
};

providerContract('telnyx sms', () => openTelnyx((words) => ({ channel: 'sms', body: words })), noList);
providerContract(
  'telnyx mms',
  () => openTelnyx((words) => ({ channel: 'mms', body: words, media: ['https://example.com/map.png'] })),
  noList,
);

const sms = (words: string) => ({ channel: 'sms', body: words }) as const;

describe('the Telnyx adapter', () => {
  let opened: OpenedTelnyx;
  const signed = (change: ReportChange = {}) => reportsOf(opened).signed(change);
  beforeEach(async () => {
    opened = await openTelnyx(sms);
  });
  afterEach(() => opened.close());

  it("agrees with Telnyx's own package on what is signed", async () => {
    const { provider, receiver, options } = opened;
    const { Telnyx } = await import('telnyx');
    const theirs = new Telnyx({ apiKey: 'none', publicKey: String(options.publicKey) });
    const unwraps = ({ body, headers }: ReportRequest) =>
      theirs.webhooks.unwrap(body, { headers: headers as Record<string, string> }).then(
        () => true,
        () => false,
      );
    await provider.send(outgoing(opened));
    await eventually('two webhooks', () => receiver.requests.length === 2);
    const good = receiver.requests[0]!;
    const old = { ...good, headers: { ...good.headers, 'telnyx-timestamp': String(Number(good.headers['telnyx-timestamp']) - 301) } };
    for (const request of [...receiver.requests, { ...good, body: `${good.body} ` }, old, { ...good, headers: {} }])
      assert.equal(provider.readReport(request).kind === 'report', await unwraps(request));
    assert.equal(await unwraps(good), true);
  });

  it('takes a signed request for 300 seconds, and not one of the future', async () => {
    const now = Date.now();
    const request = signed();
    for (const [offsetS, kind] of [
      [-302, 'foreign'],
      [-298, 'report'],
      [298, 'report'],
      [302, 'foreign'],
    ] as const) {
      const provider = await telnyxProvider({ ...opened.options, now: () => now + offsetS * 1000 });
      assert.equal(provider.readReport(request).kind, kind, `${offsetS}`);
      await provider.close();
    }
  });

  it('takes what the key before signed while it changes, and calls with the current one', async () => {
    const { options } = opened;
    const other = publicKeyFor('KEY_another');
    let publicKey: Keys = { current: other };
    let apiKey: Keys = { current: 'KEY_another', previous: String(options.apiKey) };
    const provider = await telnyxProvider({ ...options, apiKey: () => apiKey, publicKey: () => publicKey });
    assert.equal(provider.readReport(signed()).kind, 'foreign');
    publicKey = { current: other, previous: String(options.publicKey) };
    assert.equal(provider.readReport(signed()).kind, 'report');
    assert.equal((await provider.send(outgoing(opened))).kind, 'refused');
    apiKey = { current: String(options.apiKey) };
    assert.equal((await provider.send(outgoing(opened))).kind, 'accepted');
    await provider.close();
  });

  it('says at once that a public key is none', async () => {
    await assert.rejects(telnyxProvider({ ...opened.options, publicKey: 'c2hvcnQ=' }), /^PublicKeyInvalid: /);
  });

  it('reads the words of an end that is neither delivered nor failed', () => {
    const { provider } = opened;
    for (const [word, status] of [
      ['delivery_unconfirmed', 'sent'],
      ['queued', 'sending'],
      ['read', 'read'],
    ] as const) {
      const read = provider.readReport(signed({ status: word }));
      assert.ok(read.kind === 'report' && read.report.status === status && read.report.code === undefined, word);
    }
    const failed = provider.readReport(signed({ status: 'delivery_failed' }));
    assert.ok(failed.kind === 'report' && failed.report.code === 'provider_error' && failed.report.providerCode === undefined);
  });

  it('keeps what a message costs, and how many parts it has', async () => {
    const outcome = await opened.provider.send(outgoing(opened, { content: sms('x'.repeat(161)) }));
    assert.ok(outcome.kind === 'accepted');
    const { segments, price, currency } = outcome;
    assert.deepEqual({ segments, price, currency }, { segments: 2, price: '0.0102', currency: 'USD' });
    const looked = await opened.provider.look!(outcome.reference, 'sms');
    assert.deepEqual([looked?.segments, looked?.price], [2, '0.0102']);
    const { requests } = opened.receiver;
    await eventually('both webhooks', () => requests.length === 2);
    const told = requests.map((request) => opened.provider.readReport(request));
    assert.ok(told.every((read) => read.kind === 'report' && read.report.segments === 2 && read.report.price === '0.0102'));
  });

  it('passes on how long to wait', async () => {
    await opened.control.fault({ kind: '429', count: 1, retryAfterS: 7 });
    const outcome = await opened.provider.send(outgoing(opened));
    assert.ok(outcome.kind === 'refused' && outcome.retryAfterMs === 7_000, JSON.stringify(outcome));
  });

  it('says nothing to the console, whatever the environment tells the package', async () => {
    const said: unknown[] = [];
    const { debug, info, warn, error, log } = console;
    const mute = (...words: unknown[]) => void said.push(words);
    Object.assign(console, { debug: mute, info: mute, warn: mute, error: mute, log: mute });
    process.env['TELNYX_LOG'] = 'debug';
    try {
      const provider = await telnyxProvider(opened.options);
      await provider.send(outgoing(opened));
      await opened.trouble('error');
      await provider.send(outgoing(opened));
      await provider.close();
    } finally {
      delete process.env['TELNYX_LOG'];
      Object.assign(console, { debug, info, warn, error, log });
    }
    assert.deepEqual(said, []);
  });
});

describe('the simulated Telnyx', () => {
  it('knows its messages again after a restart, and goes on telling of them', async () => {
    const folder = tempFolder();
    const receiver = await openCallbackReceiver();
    const apiKey = 'KEY_of_a_test';
    const network = { ledgerFile: join(folder.path, 'ledger.jsonl'), apiKey, undeliveredShare: 0 };
    const first = await startTelnyxSimulator({ ...network, sentAfterMs: 60_000 });
    const options = { accountId: telnyxProfile, apiKey, publicKey: publicKeyFor(apiKey) };
    const provider = await telnyxProvider({ ...options, baseUrl: `http://127.0.0.1:${first.port}/v2` });
    const callbackUrl = `${receiver.origin}/messages/status/telnyx?m=msg_abc-1-2-sms-0`;
    const message = { messageId: 'msg_abc-1-2-sms-0', to: '+12085550123', from: '+12085550199', content: sms('Hello'), callbackUrl };
    const outcome = await provider.send(message);
    await first.close();
    receiver.refuse(2, 500);
    const second = await startTelnyxSimulator({ ...network, sentAfterMs: 1, deliveredAfterMs: 1, port: first.port });
    await eventually('both webhooks, and one again', () => receiver.requests.length === 4);
    const told = receiver.requests.map((request) => provider.readReport(request));
    assert.ok(told.every((read) => read.kind === 'report' && outcome.kind === 'accepted' && read.report.reference === outcome.reference));
    await Promise.all([provider.close(), second.close(), receiver.close()]);
    folder.remove();
  });
});
