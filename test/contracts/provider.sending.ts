import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { OutgoingContent } from '#ports/provider.ts';
import { outgoing, words, type Rule } from './provider.opened.ts';

/** A port on which nobody listens. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** One message of each channel, for whoever does not take it. */
const ofEachChannel: readonly OutgoingContent[] = [
  { channel: 'sms', body: 'Hello' },
  { channel: 'mms', body: 'Hello', media: ['https://example.com/map.png'] },
  { channel: 'whatsapp', body: 'Hello' },
  { channel: 'voice', script: 'Hello', locale: 'en-US' },
  { channel: 'email', subject: 'Hello', text: 'Hello' },
  { channel: 'messenger', body: 'Hello' },
  { channel: 'instagram', body: 'Hello' },
];

/** Requests that are sent, and requests that are refused. */
export const providerSending = (rule: Rule): void => {
  rule('says what it is and can do', async ({ provider, content }) => {
    assert.match(provider.name, /^[a-z]+$/);
    assert.notEqual(provider.accountId, '');
    assert.ok(provider.channels.includes(content(words).channel));
    assert.ok(provider.callTimeoutMs > 0 && provider.callTimeoutMs <= 10_000);
    assert.ok(provider.listLagMs >= 0 && (provider.find !== undefined || provider.listLagMs === 0), 'what has no list has no lag');
  });
  rule('sends what it is told, letter by letter', async (opened) => {
    const { to, from, content } = opened;
    const outcome = await opened.provider.send(outgoing(opened, { validitySeconds: 3_600 }));
    assert.ok(outcome.kind === 'accepted' && outcome.reference !== '', JSON.stringify(outcome));
    assert.deepEqual(await opened.received(to), [{ to, from, content: content(words) }]);
  });
  rule('sends many at once, each with a reference of its own', async (opened) => {
    // a call here has a second: no more at once than a busy machine answers in it
    const outcomes = [];
    for (let wave = 0; wave < 5; wave++) {
      const many = Array.from({ length: 10 }, (_, n) => outgoing(opened, { messageId: `msg_abc-1-${wave * 10 + n + 1}-sms-0` }));
      outcomes.push(...(await Promise.all(many.map((message) => opened.provider.send(message)))));
    }
    assert.equal(new Set(outcomes.map((outcome) => (outcome.kind === 'accepted' ? outcome.reference : outcome.code))).size, 50);
  });
  rule('does not fail at a validity out of bounds, nor at half a surrogate pair', async (opened) => {
    for (const change of [
      { validitySeconds: 0 },
      { validitySeconds: 1e9 },
      { validitySeconds: 59.5 },
      { content: opened.content('x\ud83d') },
    ])
      assert.equal((await opened.provider.send(outgoing(opened, change))).kind, 'accepted');
  });
  rule('refuses a channel that is not its own, and sends nothing', async (opened) => {
    const { provider, to } = opened;
    for (const content of ofEachChannel.filter(({ channel }) => !provider.channels.includes(channel)))
      assert.deepEqual(
        await provider.send(outgoing(opened, { content })),
        { kind: 'refused', code: 'channel_unsupported', retryable: false },
        content.channel,
      );
    assert.deepEqual(await opened.received(to), []);
  });
  rule('tells each documented refusal by its code, and whether it may pass', async (opened) => {
    assert.ok(opened.refusals.length > 0);
    for (const { title, message, outcome } of opened.refusals)
      assert.deepEqual(await opened.provider.send(outgoing(opened, message)), outcome, title);
  });
  rule('tells that too many requests may pass later, and the message was not sent', async (opened) => {
    await opened.trouble('too many requests');
    const outcome = await opened.provider.send(outgoing(opened));
    assert.ok(outcome.kind === 'refused' && outcome.retryable, JSON.stringify(outcome));
    assert.equal(outcome.code, 'rate_limited');
    assert.deepEqual(await opened.received(opened.to), []);
  });
  rule('calls a wrong key a matter of configuration: nothing is lost, nothing was sent', async (opened) => {
    const provider = await opened.stranger();
    const outcome = await provider.send(outgoing(opened));
    await provider.close();
    assert.ok(outcome.kind === 'refused' && outcome.retryable, JSON.stringify(outcome));
    assert.equal(outcome.code, 'auth_failed');
    assert.deepEqual(await opened.received(opened.to), []);
  });
  rule('refuses, and does not doubt, where nothing can have been written', async (opened) => {
    const provider = await opened.on(await freePort());
    const outcome = await provider.send(outgoing(opened));
    await provider.close();
    assert.deepEqual(outcome, { kind: 'refused', code: 'provider_unreachable', retryable: true });
  });
};
