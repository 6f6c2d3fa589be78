import assert from 'node:assert/strict';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { AuthTokens } from '#adapters/twilio/auth-tokens.ts';
import { twilioProvider } from '#adapters/twilio/twilio-provider.ts';
import { providerContract } from '../contracts/provider.contract.ts';
import { openSimulator } from '../support/simulator.ts';
import { openTwilio } from '../support/opened-twilio.ts';
import { twilioChannels } from '../support/twilio-channels.ts';

providerContract('twilio sms', () => openTwilio());
providerContract('twilio mms', () => openTwilio(twilioChannels.mms));
providerContract('twilio whatsapp', () => openTwilio(twilioChannels.whatsapp));
providerContract('twilio whatsapp with approved texts', () => openTwilio(twilioChannels.whatsappApproved), {
  'finds afterwards what was accepted without an answer': 'its list shows the text filled in, which Twilio alone knows',
});
providerContract('twilio voice', () => openTwilio(twilioChannels.voice));

const account = { accountId: `AC${'1'.repeat(32)}`, authToken: 'token-of-a-test' };
const message = {
  messageId: 'msg_abc-1-2-sms-0',
  to: '+12085550123',
  from: '+12085550199',
  content: { channel: 'sms', body: 'Hello' },
  callbackUrl: 'http://127.0.0.1:9/status?m=msg_abc-1-2-sms-0',
} as const;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

describe('the Twilio adapter', () => {
  it('refuses, and does not doubt, where nothing can have been written', async () => {
    for (const baseUrl of [`http://127.0.0.1:${await freePort()}`, 'http://nowhere.invalid']) {
      const provider = await twilioProvider({ ...account, baseUrl, callTimeoutMs: 3_000 });
      assert.deepEqual(await provider.send(message), { kind: 'refused', code: 'provider_unreachable', retryable: true });
      await provider.close();
    }
  });

  it('refuses what still waited for a connection when its time was up, and doubts what was on the line', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const baseUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const provider = await twilioProvider({ ...account, baseUrl, callTimeoutMs: 300, connections: 1 });
    const outcomes = await Promise.all([provider.send(message), provider.send(message)]);
    const codes = new Set(outcomes.map((outcome) => outcome.kind !== 'accepted' && `${outcome.kind} ${outcome.code}`));
    assert.deepEqual(codes, new Set(['refused provider_unreachable', 'unknown timeout']));
    await provider.close();
    silent.close();
  });

  it('calls with the current token, also after it has changed', async () => {
    const simulator = await openSimulator();
    const { accountId, authToken } = simulator.account;
    let tokens: AuthTokens = { current: 'another', previous: authToken };
    const provider = await twilioProvider({ accountId, authToken: () => tokens, baseUrl: simulator.baseUrl });
    assert.equal((await provider.send(message)).kind, 'refused');
    tokens = { current: authToken, previous: 'another' };
    assert.equal((await provider.send(message)).kind, 'accepted');
    await provider.close();
    await simulator.close();
  });

  it('keeps a path before the API, and passes on how long to wait', async () => {
    const simulator = await openSimulator();
    const provider = await twilioProvider({ ...simulator.account, baseUrl: `${simulator.baseUrl}/` });
    await simulator.control.fault({ kind: '429', count: 1, retryAfterS: 7 });
    const outcome = await provider.send(message);
    assert.ok(outcome.kind === 'refused' && outcome.retryAfterMs === 7_000, JSON.stringify(outcome));
    const elsewhere = await twilioProvider({ ...simulator.account, baseUrl: `${simulator.baseUrl}/proxy/` });
    assert.deepEqual(await elsewhere.send(message), { kind: 'refused', code: 'not_found', providerCode: '20404', retryable: false });
    await Promise.all([provider.close(), elsewhere.close()]);
    await simulator.close();
  });

  it('finds what waits in a queue of the network, and reads no half list as absence', async () => {
    const simulator = await openSimulator({ sentAfterMs: 60_000 });
    const provider = await twilioProvider({ ...simulator.account, baseUrl: simulator.baseUrl, callTimeoutMs: 2_000 });
    await provider.send(message);
    assert.deepEqual(
      (await provider.find!(message.to, 60_000)).map(({ body, status }) => [body, status]),
      [['Hello', 'sending']],
    );
    await simulator.close();
    await assert.rejects(provider.find!(message.to, 60_000), /^ListUnread: [a-z' ]+: (connection_lost|provider_unreachable)$/);
    await provider.close();
  });

  it('finds the words of an account on trial, before which Twilio says so', async () => {
    const listed = { sid: `SM${'0'.repeat(32)}`, to: message.to, status: 'sent', date_created: new Date().toUTCString() };
    const messages = [{ ...listed, body: 'Sent from your Twilio trial account - Hello' }];
    const server = createHttpServer((_request, response) => void response.end(JSON.stringify({ messages, next_page_uri: null })));
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const provider = await twilioProvider({ ...account, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    assert.deepEqual(
      (await provider.find!(message.to, 60_000)).map(({ body }) => body),
      ['Hello'],
    );
    await provider.close();
    server.close();
  });

  it('reads a list of several pages whole', async () => {
    const simulator = await openSimulator();
    const provider = await twilioProvider({ ...simulator.account, baseUrl: simulator.baseUrl });
    for (let start = 0; start < 2_100; start += 100)
      await Promise.all(
        Array.from({ length: 100 }, (_, n) => provider.send({ ...message, content: { channel: 'sms', body: `Hello ${start + n}` } })),
      );
    const found = await provider.find!(message.to, 60_000);
    assert.equal(new Set(found.map(({ body }) => body)).size, 2_100);
    await provider.close();
    await simulator.close();
  });
});
