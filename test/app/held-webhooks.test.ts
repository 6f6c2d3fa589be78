import assert from 'node:assert/strict';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { signTwilioRequest } from '#adapters/simulator/sign.ts';
import { holdWebhook, heldPath } from '#app/hold-webhook.ts';
import { packetPath, type PacketDocument } from '#app/packet-document.ts';
import { listWebhooks, replayWebhook, retryWebhook } from '#app/retry-webhook.ts';
import { takeReport } from '#app/take-report.ts';
import { parseMessageId } from '#domain/kernel/ids.ts';
import type { Provider, ReportRequest } from '#ports/provider.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { queueMessages, send } from '../support/house-queue.ts';
import { causeAt } from '../support/house-steps.ts';
import { countTypes, ofType } from '../support/house-story.ts';

const { authToken } = simulatorAccount;

describe('a signed webhook that cannot be processed', () => {
  let test: TestHouse;
  let provider: Provider;
  let messageId: string;
  let form: Record<string, string>;
  before(async () => {
    test = await openTestHouse();
    const { path } = await queueMessages(test, { count: 1 });
    await send(test, path);
    const [sent] = await ofType(test, 'MessageSent');
    assert.ok(sent);
    messageId = `msg_${sent.stream.slice('chunk-pkt_'.length)}-2-sms-0`;
    provider = test.house.providerNamed('twilio') as Provider;
    form = { AccountSid: test.provider.accountId, MessageSid: sent.data.reference, MessageStatus: 'delivered', To: '+12085550123' };
  });
  after(() => test.close());

  const request = (id: string, change: Record<string, string> = {}): ReportRequest => {
    const params = { ...form, ...change };
    const url = `/messages/status/twilio?m=${id}`;
    const signature = signTwilioRequest(authToken, test.house.publicUrl + url, params);
    return { method: 'POST', url, headers: { 'x-twilio-signature': signature }, body: new URLSearchParams(params).toString() };
  };
  const take = (asked: ReportRequest) => takeReport(test.house, provider, asked, causeAt(test));
  const retry = (webhook: string) => retryWebhook(test.house, heldPath(webhook), causeAt(test));
  const held = async (asked: ReportRequest): Promise<string> => {
    const taken = await take(asked);
    assert.equal(taken.kind, 'held');
    return taken.kind === 'held' ? taken.webhook : '';
  };

  it('is kept sealed in one commit, tried again, and processed once its message is known', async () => {
    const path = packetPath(parseMessageId(messageId)?.packetId ?? '');
    const packet = await test.opened.documents.get<PacketDocument>(path);
    assert.ok(packet);
    await test.opened.documents.write([{ path, data: { ...packet.data, status: 'accepted', chunks: 0 } }]);
    const asked = request(messageId);
    const webhook = await held(asked);
    assert.equal(await held(asked), webhook, 'the same again is one more of it');
    const [event, again] = await ofType(test, 'WebhookHeld');
    assert.deepEqual([event?.data.code, event?.private?.body, again?.data.webhook], ['message_unknown', asked.body, webhook]);
    await retry(webhook);
    const [waiting] = await listWebhooks(test.house);
    assert.deepEqual([waiting?.status, waiting?.attempts, waiting?.code], ['waiting', 1, 'message_unknown']);
    await test.opened.documents.write([{ path, data: packet.data }]);
    await retry(webhook);
    await retry(webhook);
    const [report, ...more] = await ofType(test, 'DeliveryReported');
    assert.deepEqual([report?.data.status, report?.private?.raw.body, more.length], ['delivered', asked.body, 0]);
    assert.deepEqual(
      (await ofType(test, 'WebhookRead')).map(({ data }) => data),
      [{ webhook, attempts: 2 }],
    );
    assert.deepEqual(await listWebhooks(test.house), []);
  });

  it('is parked after eight attempts, and replayed when a person says so', async () => {
    const webhook = await held(request(messageId, { MessageStatus: 'teleported' }));
    for (let n = 0; n < 9; n++) await retry(webhook);
    const [parked] = await listWebhooks(test.house);
    assert.deepEqual([parked?.webhook, parked?.status, parked?.attempts], [webhook, 'parked', 8]);
    assert.deepEqual(
      (await ofType(test, 'WebhookParked')).map(({ data }) => data),
      [{ webhook, code: 'report_malformed', attempts: 8 }],
    );
    await replayWebhook(test.house, { webhook, by: 'Ana' }, causeAt(test));
    await assert.rejects(replayWebhook(test.house, { webhook, by: 'Ana' }, causeAt(test)), { code: 'webhook_not_parked' });
    await retry(webhook);
    assert.equal((await listWebhooks(test.house))[0]?.status, 'parked', 'it means nothing yet');
  });

  it('is not what nobody signed, what names no message, nor what another account says', async () => {
    const before = await countTypes(test);
    assert.equal((await take({ ...request(messageId), headers: {} })).kind, 'foreign');
    assert.equal((await take({ ...request(messageId), method: 'GET' })).kind, 'malformed');
    await assert.rejects(take(request('msg_none')), { code: 'message_unknown' });
    assert.deepEqual(await countTypes(test), before);
  });

  it('is processed in spite of trouble of ours half-way', async () => {
    const asked = request(messageId, { MessageStatus: 'read' });
    const webhook = await holdWebhook(test.house, { provider, request: asked, code: 'TypeError' }, causeAt(test));
    await retry(webhook);
    assert.equal((await ofType(test, 'DeliveryReported')).at(-1)?.data.status, 'read');
  });
});
