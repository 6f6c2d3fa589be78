import assert from 'node:assert/strict';
import { Webhook } from 'standardwebhooks';
import { callWebhooks } from '#app/call-webhooks.ts';
import { readWebhookEndpoints } from '#app/change-webhook-endpoints.ts';
import { knownInMs } from '#app/customers-listen.ts';
import { haltCompany } from '#app/halt-company.ts';
import { receiveStatus } from '#app/receive-status.ts';
import { replayWebhooks } from '#app/replay-webhooks.ts';
import { reviseWebhookEndpoint } from '#app/revise-webhook-endpoint.ts';
import { rotateWebhookSecret } from '#app/rotate-webhook-secret.ts';
import { sendOne } from '#app/send-one.ts';
import { topics } from '#app/topics.ts';
import { eventTypes, type EventTypeName } from '#domain/webhook/event-types.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { activeCampaign, causeAt, register, testCompany } from '../support/house-steps.ts';
import { answers, openWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

import { attemptsOf, by, halt, listen, sample, settle, typesOf } from '../support/webhook-steps.ts';

describe("customers' webhooks", () => {
  let test: TestHouse;
  let receiver: WebhookReceiver;

  beforeEach(async () => {
    [test, receiver] = await Promise.all([openTestHouse(), openWebhookReceiver()]);
    await register(test);
  });
  afterEach(() => Promise.all([test.close(), receiver.close()]));

  it('have the log read again once no process can believe any more that nobody listens', async () => {
    await listen(test, receiver);
    const { house, hints } = test;
    const read = hints.filter(({ topic, delayMs }) => topic === topics.notifyCustomer && (delayMs ?? 0) > knownInMs);
    assert.deepEqual(new Set(read.map(({ data }) => data['partition'])), new Set(house.store.partitions()));
    await listen(test, receiver);
    assert.equal(hints.filter(({ topic }) => topic === topics.notifyCustomer).length, 2 * read.length, 'the second one begins nothing');
  });

  it('tell an event once, signed as Standard Webhooks says', async () => {
    const { secret } = await listen(test, receiver);
    await halt(test);
    await settle(test);
    await settle(test);
    assert.deepEqual(typesOf(receiver), ['company.halted']);
    const [{ headers, body, event }] = receiver.received as [WebhookReceiver['received'][0]];
    assert.deepEqual(new Webhook(secret).verify(body, headers), event);
    assert.equal(headers['webhook-id'], event.id);
    assert.deepEqual(event.data, { company: testCompany });
    assert.throws(() => new Webhook(secret).verify(body.replace('halted', 'lifted'), headers));
  });

  it('tell of a message with what its sender knows it by, and of a report that comes twice under one id', async () => {
    const campaignId = await activeCampaign(test);
    await listen(test, receiver, ['message.delivered', 'row.rejected', 'packet.*']);
    const row = { id: 'P1', name: 'Ana', phone: '+12085550123', reference: 'visit-1' };
    const { results } = await sendOne(
      test.house,
      { companyId: testCompany, campaignId, rows: [row, { ...row, id: 'P2', phone: '12', reference: 'visit-2' }] },
      causeAt(test),
    );
    const message = results[0]?.outcome === 'queued' ? results[0].messageId : '';
    const { name, accountId } = test.provider;
    const report = { accountId, reference: 'SM1', messageId: message, status: 'delivered' } as const;
    await receiveStatus(test.house, name, report, causeAt(test));
    await settle(test);
    assert.deepEqual(typesOf(receiver).toSorted(), ['message.delivered', 'row.rejected']);
    await receiveStatus(test.house, name, report, causeAt(test));
    await settle(test);
    const told = new Map(receiver.received.map(({ event }) => [event.id, event]));
    assert.equal(told.size, 2);
    const of = (type: string) => [...told.values()].find((event) => event.type === type)?.data;
    const { reference, to, from, campaign } = of('message.delivered')!;
    assert.deepEqual([reference, to, from, campaign], ['visit-1', '+12085550123', '+12085550199', campaignId]);
    assert.deepEqual([of('row.rejected')!['reference'], of('row.rejected')!['code']], ['visit-2', 'phone_invalid']);
    for (const { type, data } of told.values()) eventTypes[type as EventTypeName].data.strict().parse(data);
  });

  it('are called with every secret while one takes the place of another', async () => {
    const { endpointId, secret: old } = await listen(test, receiver);
    const { secret } = await rotateWebhookSecret(
      test.house,
      { companyId: testCompany, endpointId, overlapSeconds: 3_600, by },
      causeAt(test),
    );
    await sample(test, endpointId);
    await settle(test);
    const [first] = receiver.received;
    for (const one of [old, secret]) new Webhook(one).verify(first!.body, first!.headers);
    test.clock.set(new Date(Date.parse(test.clock.now()) + 3_601_000).toISOString());
    await sample(test, endpointId);
    await settle(test);
    const second = receiver.received[1]!;
    new Webhook(secret).verify(second.body, second.headers);
    assert.throws(() => new Webhook(old).verify(second.body, second.headers));
  });

  it('are tried again for three days under the same id, then given up, and can be replayed', async () => {
    const { endpointId } = await listen(test, receiver);
    receiver.answer(answers(500, {}, 'no'));
    await halt(test);
    await settle(test);
    const begun = test.clock.realMs();
    for (;;) {
      const [{ next } = {}] = await attemptsOf(test, endpointId);
      if (next === undefined) break;
      test.clock.passReal(Date.parse(next) - test.clock.realMs());
      await callWebhooks(test.house, endpointId);
    }
    const days = (test.clock.realMs() - begun) / 86_400_000;
    assert.ok(days > 2.7 && days < 3.6, `tried for ${days} days`);
    const ids = new Set(receiver.received.map(({ event }) => event.id));
    assert.deepEqual([receiver.received.length, ids.size], [10, 1]);
    const attempts = await attemptsOf(test, endpointId);
    assert.deepEqual(
      attempts.map(({ outcome, attempt, status }) => [attempt, outcome, status]),
      Array.from({ length: 10 }, (_, n) => [10 - n, n === 0 ? 'given_up' : 'retried', 500]),
    );
    receiver.answer(answers(204));
    await reviseWebhookEndpoint(test.house, { companyId: testCompany, endpointId, by, status: 'enabled' }, causeAt(test));
    assert.equal((await replayWebhooks(test.house, { companyId: testCompany, endpointId, since: '2020-01-01T00:00:00.000Z' })).replayed, 1);
    await callWebhooks(test.house, endpointId);
    assert.equal(receiver.received.length, 11);
    assert.equal(receiver.received[10]!.event.id, [...ids][0]);
  });

  it('wait as long as the receiver asks, and no longer than a day', async () => {
    const { endpointId } = await listen(test, receiver);
    receiver.answer(answers(503, { 'retry-after': '600' }));
    await sample(test, endpointId);
    await settle(test);
    const [first] = await attemptsOf(test, endpointId);
    assert.ok(Date.parse(first!.next!) - Date.parse(first!.at) >= 600_000);
    test.clock.passReal(599_000);
    await callWebhooks(test.house, endpointId);
    assert.equal(receiver.received.length, 1);
    receiver.answer(answers(200));
    test.clock.passReal(2_000);
    await callWebhooks(test.house, endpointId);
    assert.equal(receiver.received.length, 2);
  });

  it('go to no other address because an answer says so', async () => {
    const { endpointId } = await listen(test, receiver);
    receiver.answer(answers(307, { location: receiver.url }));
    await sample(test, endpointId);
    await settle(test);
    const [first] = await attemptsOf(test, endpointId);
    assert.deepEqual([receiver.received.length, first?.outcome, first?.code], [1, 'retried', 'redirected']);
  });

  it('end at an endpoint that answers 410', async () => {
    const { endpointId } = await listen(test, receiver);
    receiver.answer(answers(410));
    await sample(test, endpointId);
    await settle(test);
    const { status, why } = (await readWebhookEndpoints(test.house, testCompany))[endpointId]!;
    assert.deepEqual([status, why], ['disabled', 'gone']);
    await halt(test);
    await settle(test);
    assert.equal(receiver.received.length, 1);
  });

  it('end at an endpoint that took nothing for five days', async () => {
    const { endpointId } = await listen(test, receiver);
    receiver.answer(answers(500));
    await sample(test, endpointId);
    await settle(test);
    test.clock.passReal(5 * 86_400_000 + 1_000);
    await callWebhooks(test.house, endpointId);
    const { status, why } = (await readWebhookEndpoints(test.house, testCompany))[endpointId]!;
    assert.deepEqual([status, why], ['disabled', 'failing']);
  });

  it('time out at a server that never answers, and are tried again', async () => {
    const { endpointId } = await listen(test, receiver);
    receiver.answer(() => undefined);
    await sample(test, endpointId);
    await settle(test);
    const [first] = await attemptsOf(test, endpointId);
    assert.deepEqual([first?.outcome, first?.code], ['retried', 'timeout']);
  });

  it('are told to whoever listened then, and to nobody else', async () => {
    await halt(test);
    test.clock.set(new Date(Date.parse(test.clock.now()) + 60_000).toISOString());
    const { endpointId } = await listen(test, receiver, ['company.*']);
    await settle(test);
    assert.deepEqual(typesOf(receiver), []);
    await reviseWebhookEndpoint(test.house, { companyId: testCompany, endpointId, by, events: ['message.*'] }, causeAt(test));
    await haltCompany(test.house, { companyId: testCompany, by: 'usr_other' }, causeAt(test));
    await settle(test);
    assert.deepEqual(typesOf(receiver), []);
  });
});
