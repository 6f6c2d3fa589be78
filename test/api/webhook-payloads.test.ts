import assert from 'node:assert/strict';
import { addWebhookEndpoint } from '#app/add-webhook-endpoint.ts';
import { readWebhookEndpoints } from '#app/change-webhook-endpoints.ts';
import { listEvents } from '#app/list-events.ts';
import { testWebhook } from '#app/test-webhook.ts';
import type { Event } from '#domain/kernel/event.ts';
import { eventTypeNames } from '#domain/webhook/event-types.ts';
import { publicEventOf } from '#domain/webhook/public-event.ts';
import { Webhook } from 'standardwebhooks';
import { approvedEvents } from '../architecture/approved-events.ts';
import { assertWebhookDescribed } from '../support/api-answers.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { causeAt, register, testCompany } from '../support/house-steps.ts';
import { openWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';
import { by, settle } from '../support/webhook-steps.ts';

const chunk = 'chunk-pkt_h7k2m9qxw3np-0';
const streamOf = (type: string): string =>
  /^(?:Message|Touch|Delivery)/.test(type) && type !== 'MessageReceived' ? chunk : `company-${testCompany}`;

/** All that the log may hold of what customers are told, as approved by hand; a report with each of its statuses. */
const tellable = (): readonly Event[] => {
  const told = approvedEvents().filter((one) => publicEventOf({ ...one, id: 'c/0', stream: streamOf(one.type) }));
  const events = told
    .filter(({ type }) => type !== 'WebhookSampleAsked')
    .map(({ type, data, private: person }) => ({ type, data, ...(person === undefined ? {} : { private: person }) }) as unknown as Event);
  const report = events.find(({ type }) => type === 'DeliveryReported')!;
  const statuses = ['delivered', 'undelivered', 'failed', 'read', 'canceled'];
  return [...events, ...statuses.map((status): Event => ({ ...report, data: { ...report.data, status } }))];
};

describe('what is posted to customers', () => {
  let test: TestHouse;
  let receiver: WebhookReceiver;
  let secret: string;
  let endpointId: string;
  before(async () => {
    [test, receiver] = await Promise.all([openTestHouse(), openWebhookReceiver()]);
    await register(test);
    const { house } = test;
    const added = await addWebhookEndpoint(house, { companyId: testCompany, url: receiver.url, events: ['*'], by }, causeAt(test));
    ({ secret } = added);
    ({ endpointId } = added.endpoint);
    for (const event of tellable())
      await house.store.append({ stream: streamOf(event.type), companyId: testCompany, events: [event], cause: causeAt(test) });
    await settle(test);
  });
  after(() => Promise.all([test.close(), receiver.close()]));

  it('is, for every type, what the description promises, signed', () => {
    const types = new Set<string>();
    for (const { event, body, headers } of receiver.received) {
      types.add(event.type);
      assertWebhookDescribed(event.type, event);
      assert.deepEqual(new Webhook(secret).verify(body, headers), event);
      assert.ok(body.length < 20_000);
    }
    assert.deepEqual(
      eventTypeNames.filter((type) => !types.has(type)),
      [],
    );
  });

  it('is what the events of the API say, byte by byte', async () => {
    const bodies: string[] = [];
    let cursor: string | undefined;
    for (let hasMore = true; hasMore;) {
      const page = await listEvents(test.house, { companyId: testCompany, limit: 20, cursor });
      bodies.push(...page.bodies);
      ({ cursor, hasMore } = page);
    }
    const said = new Set(bodies);
    assert.deepEqual(
      receiver.received.filter(({ body }) => !said.has(body)).map(({ body }) => body),
      [],
    );
    // a fact that is told of twice at once is posted once
    const ids = new Set(receiver.received.map(({ event }) => event.id));
    for (const body of said) assert.ok(ids.has((JSON.parse(body) as { id: string }).id), body);
  });

  it('is as promised in samples of every type too', async () => {
    const enabled = (await readWebhookEndpoints(test.house, testCompany))[endpointId]?.status;
    assert.equal(enabled, 'enabled');
    receiver.received.splice(0);
    for (const type of eventTypeNames) await testWebhook(test.house, { companyId: testCompany, endpointId, type, by }, causeAt(test));
    await settle(test);
    assert.deepEqual(receiver.received.map(({ event }) => event.type).toSorted(), [...eventTypeNames].toSorted());
    for (const { event } of receiver.received) {
      assertWebhookDescribed(event.type, event);
      assert.equal(event.sample, true);
    }
  });
});
