import assert from 'node:assert/strict';
import { addWebhookEndpoint } from '#app/add-webhook-endpoint.ts';
import { callWebhooks } from '#app/call-webhooks.ts';
import { notifyCustomer } from '#app/notify-customer.ts';
import { liftCompany } from '#app/halt-company.ts';
import { testWebhook } from '#app/test-webhook.ts';
import { voidLeases } from '#app/void-leases.ts';
import { wakeWebhooks } from '#app/wake-webhooks.ts';
import { eventTypes } from '#domain/webhook/event-types.ts';
import type { ServerResponse } from 'node:http';
import { webhookCaller } from '#adapters/webhooks/webhook-caller.ts';
import { listEvents } from '#app/list-events.ts';
import { testCompany as testCompanyFor } from '#app/test-company.ts';
import { eventually } from '../support/eventually.ts';
import { Crash } from '../support/crashes.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { causeAt, register, testCompany } from '../support/house-steps.ts';
import { answers, openWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

import { attemptsOf, by, halt, listen, sample, settle, typesOf } from '../support/webhook-steps.ts';

describe("customers' webhooks, beside others and through kills", () => {
  let test: TestHouse;
  let receiver: WebhookReceiver;

  beforeEach(async () => {
    [test, receiver] = await Promise.all([openTestHouse(), openWebhookReceiver()]);
    await register(test);
  });
  afterEach(() => Promise.all([test.close(), receiver.close()]));

  it('are not held up by another endpoint that hangs', async () => {
    const hanging = await openWebhookReceiver();
    const open: ServerResponse[] = [];
    hanging.answer((response) => void open.push(response));
    // nothing of this test is ended by a time-out
    const patient = { ...test, house: { ...test.house, webhooks: webhookCaller({ loopback: true, timeoutMs: 60_000 }) } };
    try {
      const slow = await listen(test, hanging);
      const quick = await listen(test, receiver);
      for (let n = 0; n < 20; n++) {
        await halt(test);
        await liftCompany(test.house, { companyId: testCompany, by }, causeAt(test));
      }
      for (const partition of test.house.store.partitions()) await notifyCustomer(test.house, partition);
      let isDone = false;
      const slowly = callWebhooks(patient.house, slow.endpointId).finally(() => void (isDone = true));
      await eventually('the slow one is called', () => open.length === 8);
      await callWebhooks(patient.house, quick.endpointId);
      assert.deepEqual([receiver.received.length, open.length, isDone], [40, 8, false]);
      for (const response of open) response.writeHead(503).end();
      await slowly;
      // it said that it is too much: nobody asks it for a while, and what waits has lost no attempt
      assert.equal(hanging.received.length, 8);
      test.clock.passReal(3_000);
      hanging.answer(answers(204));
      await callWebhooks(patient.house, slow.endpointId);
      assert.equal(new Set(hanging.received.map(({ event }) => event.id)).size, 40);
    } finally {
      await hanging.close();
    }
  });

  it('tell samples to developers alone, through the log, and leave them out of what happened', async () => {
    const live = await listen(test, receiver);
    const listening = await addWebhookEndpoint(
      test.house,
      { companyId: testCompany, url: receiver.url, events: ['message.*'], hearsSamples: true, by },
      causeAt(test),
    );
    const type = 'message.delivered';
    const { sent } = await testWebhook(test.house, { companyId: testCompany, type, by }, causeAt(test));
    assert.deepEqual(
      sent.map(({ endpoint }) => endpoint),
      [listening.endpoint.endpointId],
    );
    const testId = await testCompanyFor(test.house, testCompany, causeAt(test));
    const ofTestKey = await addWebhookEndpoint(test.house, { companyId: testId, url: receiver.url, events: ['*'], by }, causeAt(test));
    const both = (await testWebhook(test.house, { companyId: testCompany, type, by }, causeAt(test))).sent;
    assert.deepEqual(
      both.map(({ endpoint }) => endpoint).toSorted(),
      [listening, ofTestKey].map((one) => one.endpoint.endpointId).toSorted(),
    );
    await settle(test);
    assert.equal(receiver.received.length, 3);
    const { data, sample: isSample, timestamp } = receiver.received[0]!.event;
    assert.deepEqual([data, isSample, timestamp], [eventTypes[type].example, true, test.clock.now()]);
    assert.deepEqual(new Set(receiver.received.map(({ event }) => event.id)), new Set([...sent, ...both].map(({ event }) => event)));
    assert.deepEqual(await attemptsOf(test, live.endpointId), []);
    assert.deepEqual(
      (await listEvents(test.house, { companyId: testCompany, limit: 50 })).bodies.filter((body) => body.includes(type)),
      [],
    );
  });

  it('cost little while others are busy: nothing is opened for them, hardly anything written, and nothing is told twice or lost', async () => {
    const { endpointId } = await listen(test, receiver);
    let writes = 0;
    const { documents, store } = test.house;
    const house = {
      ...test.house,
      documents: { ...documents, write: (...of: Parameters<typeof documents.write>) => ((writes += 1), documents.write(...of)) },
      store: {
        ...store,
        feed: (...of: Parameters<typeof store.feed>) => {
          const [, , , only] = of;
          assert.ok(typeof only === 'object' && only.sealed && only.companies?.has(testCompany) && only.companies.size === 1);
          return store.feed(...of);
        },
      },
    };
    const partition = store.partitionOf('company-co_busy');
    const cause = (n: number) => ({ id: `busy${n}`, now: test.clock.now() });
    const event = { type: 'CompanyHalted', data: { companyId: 'co_busy', by } } as const;
    for (let n = 0; n < 300; n++) {
      await store.append({ stream: 'company-co_busy', companyId: 'co_busy', events: [event], cause: cause(n) });
      if (n % 10 === 0) await notifyCustomer(house, partition);
    }
    await notifyCustomer(house, partition);
    assert.equal(writes, 1, 'one checkpoint for 300 commits of somebody else');
    await halt(test);
    await notifyCustomer(house, store.partitionOf(`company-${testCompany}`));
    // as after a restart: this house has looked at nothing yet
    await settle({ ...test, house: { ...test.house, documents: { ...documents } } });
    await callWebhooks(test.house, endpointId);
    assert.deepEqual(typesOf(receiver), ['company.halted']);
  });

  it('are due again as soon as a house that was killed opens', async () => {
    const { endpointId } = await listen(test, receiver);
    await halt(test);
    for (const partition of test.house.store.partitions()) await notifyCustomer(test.house, partition);
    // the lease is written, then the call is made, then noted
    test.crashes.dieAt(2, 'after');
    await assert.rejects(callWebhooks(test.house, endpointId), Crash);
    test.crashes.revive();
    const [first] = receiver.received;
    await callWebhooks(test.house, endpointId);
    assert.equal(receiver.received.length, 1, 'leased');
    assert.equal(await voidLeases(test.house), 1);
    assert.equal(await voidLeases(test.house), 0);
    await callWebhooks(test.house, endpointId);
    assert.deepEqual(
      receiver.received.map(({ event }) => event.id),
      [first?.event.id, first?.event.id],
    );
  });

  it('are lost by no kill, whichever step was the last one', async () => {
    const { endpointId } = await listen(test, receiver);
    let steps = 0;
    for (const moment of ['before', 'after'] as const) {
      for (let nth = 1; ; nth++) {
        const told = new Set(receiver.received.map(({ event }) => event.id)).size;
        await halt(test);
        await liftCompany(test.house, { companyId: testCompany, by }, causeAt(test));
        await sample(test, endpointId);
        test.crashes.dieAt(nth, moment);
        const died = await settle(test).then(
          () => false,
          (error: unknown) => error instanceof Crash,
        );
        test.crashes.revive();
        test.clock.passReal(400_000);
        await wakeWebhooks(test.house);
        await settle(test);
        assert.equal(new Set(receiver.received.map(({ event }) => event.id)).size, told + 3, `${moment} step ${nth}`);
        steps += 1;
        if (!died) break;
      }
    }
    assert.ok(steps > 12, `${steps} steps`);
  });

  it('cost nothing but two looks where nobody listens', async () => {
    await halt(test);
    const before = test.hints.length;
    await wakeWebhooks(test.house);
    assert.equal(test.hints.length, before);
  });
});
