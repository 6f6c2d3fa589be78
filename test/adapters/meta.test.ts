import assert from 'node:assert/strict';
import { providerContract } from '../contracts/provider.contract.ts';
import type { OpenedProvider } from '../contracts/provider.opened.ts';
import { echoOf, hubSignature, metaReference, openMeta, webhookOf } from '../support/opened-meta.ts';

const lacks = {
  'finds afterwards what was accepted without an answer': 'Meta lists no messages by recipient and time',
  'tells of one message what became of it': 'what Meta keeps of a message says not what became of it',
  'does not call a message unknown because the provider does not answer': 'nothing is asked of Meta',
  'reads each documented failure by its code': 'Meta refuses at once, and reports no failure later',
  'refuses a report whose signature does not fit its URL and body': 'Meta signs the body alone, and has one address for all messages',
  'calls a signed report malformed that says nothing of a message of ours': 'Meta ends the webhooks of whoever refuses some',
};

providerContract('meta messenger', () => openMeta('messenger'), lacks);
providerContract('meta instagram', () => openMeta('instagram'), lacks);

describe('a webhook of Meta', () => {
  let opened: OpenedProvider;
  before(async () => {
    opened = await openMeta('messenger');
  });
  after(() => opened.close());

  const read = (body: string, headers: Readonly<Record<string, string>> = hubSignature(body)) =>
    opened.provider.readReport({ method: 'POST', url: '/messages/status/meta', headers, body });
  const ask = (query: string) =>
    opened.provider.readReport({ method: 'GET', url: `/messages/status/meta?${query}`, headers: {}, body: '' });

  it('is taken with the signature of the app over its body alone', () => {
    const body = webhookOf([echoOf(metaReference, 'msg_abc-1-2-messenger-0')]);
    assert.equal(read(body).kind, 'report');
    const others: Record<string, string>[] = [
      {},
      hubSignature(body, 'another'),
      hubSignature(`${body} `),
      { 'x-hub-signature-256': 'sha256=' },
      { 'x-hub-signature': hubSignature(body)['x-hub-signature-256'].replace('sha256', 'sha1') },
    ];
    for (const headers of others) assert.equal(read(body, headers).kind, 'foreign', JSON.stringify(headers));
  });

  it('tells of several messages at once', () => {
    const result = read(webhookOf([echoOf(metaReference, 'msg_1'), { read: { watermark: 1 } }, echoOf(`${metaReference}2`, 'msg_2')]));
    assert.ok(result.kind === 'report');
    assert.deepEqual(
      [result.report, ...(result.also ?? [])].map(({ messageId }) => messageId),
      ['msg_1', 'msg_2'],
    );
  });

  it('is answered where it is about no message of ours, whatever it is, and refused where it is no webhook', () => {
    for (const event of [
      { message: { mid: metaReference, text: 'yes please' } },
      { delivery: { mids: [metaReference], watermark: 1 } },
      { read: { watermark: 1 } },
      { something: 'new' },
      echoOf(metaReference),
      echoOf(metaReference, 'of another app!'),
    ])
      assert.deepEqual(read(webhookOf([event])), { kind: 'nothing' }, JSON.stringify(event));
    for (const body of ['', '[]', '{}', '{"object":"user","entry":[]}', '{"object":"page","entry":[]}'])
      assert.equal(read(body).kind, 'malformed', body);
  });

  it('gives Meta its challenge back, once it knows our token', () => {
    const asked = 'hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=';
    assert.deepEqual(ask(`${asked}verify-token-of-a-test`), { kind: 'nothing', answer: { type: 'text/plain', body: '1158201444' } });
    assert.equal(ask(`${asked}another`).kind, 'foreign');
    assert.equal(ask('hub.mode=unsubscribe').kind, 'malformed');
    assert.equal(ask('').kind, 'malformed');
  });
});
