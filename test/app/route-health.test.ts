import assert from 'node:assert/strict';
import { judgeAll as judgeStored, judgeRoutes } from '#app/judge-routes.ts';
import { storeHealth } from '#app/note-health.ts';
import { receiveStatus } from '#app/receive-status.ts';
import { setRoutes, showRoutes } from '#app/routes.ts';
import { chooseRoute } from '#domain/company/choose-route.ts';
import type { Route } from '#domain/company/events.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import { queueMessages, send } from '../support/house-queue.ts';
import { causeAt, register, testCompany } from '../support/house-steps.ts';
import { ofType } from '../support/house-story.ts';
import { openTwoNetworks, type TwoNetworks } from '../support/two-networks.ts';

describe('the health of routes', () => {
  let test: TwoNetworks;
  beforeEach(async () => {
    test = await openTwoNetworks();
    await register(test);
  });
  afterEach(() => test.close());

  const ways = (): readonly Route[] =>
    [test.provider, test.telnyx].map(({ name: provider, accountId }) => ({ channel: 'sms', provider, accountId, weight: 50, priority: 1 }));
  const set = (routes: readonly Route[]) => setRoutes(test.house, { companyId: testCompany, by: 'Ana', routes }, causeAt(test));
  const judgeAll = async (house: TwoNetworks['house']): Promise<void> => {
    await storeHealth(house);
    await judgeStored(house);
  };
  const later = (minutes: number): void => {
    test.clock.set(new Date(Date.parse(test.clock.now()) + minutes * 60_000).toISOString());
    test.clock.passReal(minutes * 60_000);
  };
  const sendMany = async (): Promise<void> => {
    const { path } = await queueMessages(test, { count: 180 });
    await send(test, path);
  };
  const moved = async () => (await ofType(test, 'RouteWeightMoved')).map(({ data }) => [data.provider, data.points, data.why]);
  /** Everything that a provider was given is reported, in this status. */
  const report = async (provider: string, status: 'delivered' | 'undelivered', code?: string): Promise<void> => {
    for (const { stream, data } of await ofType(test, 'MessageSent')) {
      if (data.provider !== provider) continue;
      const { accountId, reference } = data;
      const messageId = messageIdIn(stream, data);
      await receiveStatus(test.house, provider, { messageId, accountId, reference, status, ...(code ? { code } : {}) }, causeAt(test));
    }
  };

  it('moves weight from a provider of whose messages nobody hears to the other, each minute, visibly, and back when it is quiet', async () => {
    await set(ways());
    await sendMany();
    await report('telnyx', 'delivered');
    await judgeAll(test.house);
    assert.deepEqual(await moved(), []);
    later(6);
    await judgeAll(test.house);
    await judgeAll(test.house);
    assert.deepEqual(await moved(), [
      ['twilio', -10, 'slow'],
      ['telnyx', 10, 'relieves'],
    ]);
    later(1);
    await judgeAll(test.house);
    const { routes } = await showRoutes(test.house, testCompany);
    assert.deepEqual(
      routes.map(({ moved: by }) => by),
      [
        { points: -20, why: 'slow' },
        { points: 20, why: 'relieves' },
      ],
    );
    assert.equal(test.lines.filter(({ message }) => message === 'the weight of a route was moved').length, 4);
    later(16);
    await judgeAll(test.house);
    later(5);
    await judgeAll(test.house);
    assert.deepEqual((await moved()).slice(4), [
      ['twilio', -10, 'well'],
      ['telnyx', 10, 'well'],
      ['twilio', 0, 'well'],
      ['telnyx', 0, 'well'],
    ]);
  });

  it('moves weight from a provider that does not deliver, unless it is the numbers', async () => {
    await set(ways());
    await sendMany();
    await report('telnyx', 'delivered');
    await report('twilio', 'undelivered', 'unknown_handset');
    await judgeAll(test.house);
    assert.deepEqual(await moved(), []);
    await report('twilio', 'undelivered', 'carrier_congested');
    later(1);
    await judgeAll(test.house);
    assert.deepEqual(await moved(), [
      ['twilio', -10, 'undelivered'],
      ['telnyx', 10, 'relieves'],
    ]);
  });

  it('moves nothing where both are bad', async () => {
    await set(ways());
    await sendMany();
    later(6);
    await judgeAll(test.house);
    assert.deepEqual(await moved(), []);
  });

  it('is what all processes count together, and moves once whoever judges', async () => {
    await set(ways());
    await sendMany();
    // another process has a memory of its own: here it is the one that heard of Telnyx's messages
    const other = { ...test, house: { ...test.house, documents: { ...test.house.documents } } };
    await storeHealth(test.house);
    test = other;
    await report('telnyx', 'delivered');
    await storeHealth(test.house);
    later(6);
    await Promise.all([judgeRoutes(test.house, testCompany), judgeRoutes({ ...test.house }, testCompany)]);
    assert.deepEqual(await moved(), [
      ['twilio', -10, 'slow'],
      ['telnyx', 10, 'relieves'],
    ]);
    assert.equal((await test.house.documents.due('routeHealth', '9999', 10)).length, 3);
  });

  it('is what is counted now, however many processes there once were, and nothing is left of those', async () => {
    await set(ways());
    const about = { companyId: testCompany, provider: 'twilio', accountId: test.provider.accountId, channel: 'sms', minutes: {} };
    const gone = Array.from({ length: 600 }, (_, n) => ({
      path: `companies/${testCompany}/routeHealth/gone${n}`,
      data: about,
      dueAt: new Date(Date.parse(test.clock.now()) - 3 * 3_600_000).toISOString(),
    }));
    await test.house.documents.write(gone.slice(0, 400));
    await test.house.documents.write(gone.slice(400));
    await sendMany();
    await report('telnyx', 'delivered');
    await storeHealth(test.house);
    later(6);
    await judgeRoutes(test.house, testCompany);
    assert.deepEqual(await moved(), [
      ['twilio', -10, 'slow'],
      ['telnyx', 10, 'relieves'],
    ]);
    assert.equal((await test.house.documents.due('routeHealth', '9999', 1_000)).length, 2);
  });

  it('is not counted where there is no other way', async () => {
    await sendMany();
    await storeHealth(test.house);
    assert.deepEqual(await test.house.documents.due('routeHealth', '9999', 10), []);
  });

  it('sends the next messages where they get through', async () => {
    const routes = ways();
    await set(routes);
    await sendMany();
    await report('telnyx', 'delivered');
    later(6);
    for (let minutes = 0; minutes < 8; minutes++) {
      await judgeAll(test.house);
      later(1);
    }
    const company = (await test.house.documents.get<{ moved: never[] }>(`companies/${testCompany}`))?.data;
    const about = (n: number) =>
      ({ messageId: `msg_${n}`, channel: 'sms', campaignId: 'cmp_a', to: '+12085550123', from: '+12085550199' }) as const;
    const byTwilio = Array.from({ length: 500 }, (_, n) => chooseRoute(about(n), { routes, moved: company?.moved ?? [] })).filter(
      (one) => one?.provider === 'twilio',
    );
    assert.equal(byTwilio.length, 0);
  });
});
