import assert from 'node:assert/strict';
import { providerContract } from '../contracts/provider.contract.ts';
import type { OpenedProvider } from '../contracts/provider.opened.ts';
import { metaProvider } from '#adapters/meta/meta-provider.ts';
import { echoOf, hubSignature, metaPage, metaReference, openMeta, webhookOf } from '../support/opened-meta.ts';

const lacks = {
  "finds what was accepted by the provider's own clock": 'Meta lists no messages by recipient and time',
  'finds afterwards what was accepted without an answer': 'Meta lists no messages by recipient and time',
  'tells of one message what became of it': 'what Meta keeps of a message says not what became of it',
  'does not call a message unknown because the provider does not answer': 'nothing is asked of Meta',
  'reads each documented failure by its code': 'Meta refuses at once, and reports no failure later',
  'refuses a report whose signature does not fit its URL and body': 'Meta signs the body alone, and has one address for all messages',
  'refuses a report of another account': 'one app may serve many pages, and Meta ends the webhooks of whoever refuses some',
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
    const [first, second] = ['msg_abc-1-2-messenger-0', 'msg_abc-1-3-messenger-0'];
    const result = read(webhookOf([echoOf(metaReference, first), { read: { watermark: 1 } }, echoOf(`${metaReference}2`, second)]));
    assert.ok(result.kind === 'report');
    assert.deepEqual(
      [result.report, ...(result.also ?? [])].map(({ messageId }) => messageId),
      [first, second],
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
      echoOf(metaReference, 'ticket-5501'),
    ])
      assert.deepEqual(read(webhookOf([event])), { kind: 'nothing' }, JSON.stringify(event));
    for (const body of ['', '[]', '{}', '{"object":"user","entry":[]}', '{"object":"page","entry":[]}'])
      assert.equal(read(body).kind, 'malformed', body);
  });

  it('of another page of the same app is answered and dropped, beside ours and alone', () => {
    const echo = echoOf(metaReference, 'msg_abc-1-2-messenger-0');
    const theirs = JSON.parse(webhookOf([echo], '100000000055502')) as { entry: object[] };
    assert.deepEqual(read(JSON.stringify(theirs)), { kind: 'nothing' });
    const ours = JSON.parse(webhookOf([{ ...echo }])) as { entry: object[] };
    const both = read(JSON.stringify({ ...ours, entry: [...theirs.entry, ...ours.entry] }));
    assert.ok(both.kind === 'report' && both.also === undefined);
  });

  it('of the page and of its account on Instagram is read by one provider', async () => {
    const provider = await metaProvider({ ...metaPage, instagramId: '17800000000055501' });
    const body = webhookOf([echoOf(metaReference, 'msg_abc-1-2-instagram-0')], '17800000000055501').replace('"page"', '"instagram"');
    const result = provider.readReport({ method: 'POST', url: '/messages/status/meta', headers: hubSignature(body), body });
    assert.ok(result.kind === 'report' && result.report.accountId === metaPage.accountId, JSON.stringify(result));
    const written = (to: string, page: string) => {
      const words = { sender: { id: '5500000000000123' }, recipient: { id: to }, message: { mid: metaReference, text: 'yes' } };
      const said = webhookOf([words], page).replace('"page"', '"instagram"');
      return provider.readIncoming!({ method: 'POST', url: '/messages/incoming/meta', headers: hubSignature(said), body: said });
    };
    const ours = written('17800000000055501', '17800000000055501');
    assert.ok(ours.kind === 'messages' && ours.messages[0]?.to === '17800000000055501' && ours.messages[0].channel === 'instagram');
    assert.deepEqual(written(metaPage.accountId, '100000000055502'), { kind: 'nothing' });
    await provider.close();
  });

  it('gives Meta its challenge back, once it knows our token', () => {
    const asked = 'hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=';
    assert.deepEqual(ask(`${asked}verify-token-of-a-test`), { kind: 'nothing', answer: { type: 'text/plain', body: '1158201444' } });
    assert.equal(ask(`${asked}another`).kind, 'foreign');
    assert.equal(ask('hub.mode=unsubscribe').kind, 'malformed');
    assert.equal(ask('').kind, 'malformed');
    const odd = { method: 'GET', url: '//[/meta?hub.mode=subscribe', headers: {}, body: '' };
    assert.equal(opened.provider.readReport(odd).kind, 'malformed', 'an address that is none');
  });
});
