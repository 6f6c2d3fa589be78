import assert from 'node:assert/strict';
import { campaignProgress } from '#app/campaign-progress.ts';
import { houseStatus } from '#app/house-status.ts';
import { receiveStatus } from '#app/receive-status.ts';
import { resumeRoutes, setRoutes, showRoutes } from '#app/routes.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import type { Route } from '#domain/company/events.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import type { Provider } from '#ports/provider.ts';
import type { TestHouseOptions } from '../support/house.ts';
import { queueMessages, send, workItems } from '../support/house-queue.ts';
import { settle, tick } from '../support/house-run.ts';
import { causeAt, numbers, phoneOf, register, sendNow, testCompany } from '../support/house-steps.ts';
import { codesOf, countTypes, ofType, receivedBy } from '../support/house-story.ts';
import { openTwoNetworks, type TwoNetworks } from '../support/two-networks.ts';

const by = 'Ana';

describe('routes', () => {
  let test: TwoNetworks;
  const open = async (options: TestHouseOptions & { telnyxKey?: string } = {}): Promise<void> => {
    test = await openTwoNetworks(options);
    await register(test);
  };
  afterEach(() => test.close());

  const byTwilio = (change: Partial<Route> = {}): Route => ({
    channel: 'sms',
    provider: 'twilio',
    accountId: test.provider.accountId,
    weight: 100,
    priority: 1,
    ...change,
  });
  const byTelnyx = (change: Partial<Route> = {}): Route => ({
    ...byTwilio(),
    provider: 'telnyx',
    accountId: test.telnyx.accountId,
    ...change,
  });
  const set = (...routes: Route[]) => setRoutes(test.house, { companyId: testCompany, by, routes }, causeAt(test));
  const resume = () => resumeRoutes(test.house, { companyId: testCompany, by }, causeAt(test));
  const show = () => showRoutes(test.house, testCompany);
  /** How many messages each provider took, by its name. */
  const taken = async (): Promise<Readonly<Record<string, number>>> => {
    const counts: Record<string, number> = {};
    for (const { data } of await ofType(test, 'MessageSent')) counts[data.provider] = (counts[data.provider] ?? 0) + 1;
    return counts;
  };
  const waiting = async () => {
    const [item] = await workItems(test);
    return { pending: item?.data.pending.length ?? 0, inFlight: item?.data.inFlight.length ?? 0 };
  };
  const received = async (phone: string): Promise<number> => {
    const texts = await test.telnyxControl.messages(phone);
    return ((await receivedBy(test)).get(phone) ?? 0) + texts.length;
  };
  const assertOnce = async (count: number): Promise<void> => {
    for (const n of numbers(count)) assert.equal(await received(phoneOf(n)), 1, phoneOf(n));
    assert.equal((await ofType(test, 'MessageSent')).length, count);
    assert.deepEqual(await workItems(test), []);
  };

  it("that nobody has set are the company's account, and the house's others for what it has not", async () => {
    await open();
    const { isDefault, routes } = await show();
    assert.ok(isDefault);
    const ways = Object.fromEntries(routes.map(({ channel, provider }) => [channel, provider]));
    assert.deepEqual(ways, { sms: 'twilio', mms: 'twilio', whatsapp: 'twilio', voice: 'twilio' });
  });

  it('share the messages of a campaign by weight, each group through one provider, and each message goes once', async () => {
    await open();
    await set(byTwilio({ weight: 60 }), byTelnyx({ weight: 40 }));
    const { path } = await queueMessages(test, { count: 180 });
    await send(test, path);
    const { twilio = 0, telnyx = 0 } = await taken();
    assert.ok(twilio > 80 && telnyx > 45, `${twilio} and ${telnyx}`);
    await assertOnce(180);
  });

  it('take effect for what waits, and are refused where the house has no such account, or it does not carry the channel', async () => {
    await open();
    const { path } = await queueMessages(test, { count: 3 });
    await set(byTelnyx());
    await send(test, path);
    assert.deepEqual(await taken(), { telnyx: 3 });
    await assert.rejects(set(byTwilio({ accountId: 'AC9' })), { code: 'route_unknown', message: /AC9 of twilio.*telnyx/ });
    await assert.rejects(set(byTelnyx({ channel: 'voice' })), { code: 'route_unknown', message: /telnyx does not carry voice, but sms/ });
    await assert.rejects(showRoutes(test.house, 'co_none'), { code: 'company_unknown' });
  });

  it('may have a sender of their own, which is in the log', async () => {
    await open();
    await set(byTelnyx({ from: '+12085550188' }));
    const { path } = await queueMessages(test, { count: 1 });
    await send(test, path);
    assert.deepEqual(
      (await test.telnyxControl.messages(phoneOf(0))).map(({ from }) => from),
      ['+12085550188'],
    );
    assert.deepEqual(
      (await ofType(test, 'MessageSending')).map(({ data }) => data.from),
      ['+12085550188'],
    );
  });

  it('leave what waits where it is while the house has no credentials for them, and say so once', async () => {
    await open();
    const { path } = await queueMessages(test, { count: 2 });
    await set(byTelnyx());
    const without = test.with({ providerFor: ({ provider }) => (provider === 'twilio' ? test.provider : undefined) });
    await send(without, path);
    await send(without, path);
    assert.deepEqual(await waiting(), { pending: 2, inFlight: 0 });
    assert.equal(test.lines.filter(({ message }) => message.includes('does not carry this channel')).length, 1);
    await send(test, path);
    await assertOnce(2);
  });

  describe('that are wrongly configured', () => {
    it('stop at the first answer that says so: everything waits, nobody failed, one line tells', async () => {
      await open({ authToken: 'wrong' });
      const { path, campaignId } = await queueMessages(test, { count: 150 });
      let calls = 0;
      const counted: Provider = { ...test.provider, send: (message) => ((calls += 1), test.provider.send(message)) };
      await send(test.with({ providerFor: () => counted }), path);
      assert.ok(calls > 0 && calls < 40, `${calls} calls, of which 25 go at once`);
      assert.deepEqual(await waiting(), { pending: 150, inFlight: 0 });
      const { MessageFailed = 0, MessageSent = 0, RouteStopped = 0, MessageSending = 0 } = await countTypes(test);
      assert.deepEqual([MessageFailed, MessageSent, RouteStopped, MessageSending], [0, 0, 1, 50]);
      const alarms = test.lines.filter(({ level, message }) => level === 'error' && message.startsWith('a route is stopped'));
      assert.deepEqual(
        alarms.map(({ fields }) => fields),
        [{ companyId: testCompany, provider: 'twilio', channel: 'sms', code: 'auth_failed', providerCode: '20003' }],
      );
      const progress = await campaignProgress(test.house, { campaignId });
      assert.deepEqual(progress.waits, [{ why: 'route', messages: 150 }]);
      const [status] = (await houseStatus(test.house, test.bus)).campaigns;
      assert.deepEqual(status?.stopped, [
        { provider: 'twilio', accountId: test.provider.accountId, code: 'auth_failed', providerCode: '20003', since: test.clock.now() },
      ]);
      assert.ok((await show()).routes.every(({ isStopped }) => isStopped));
    });

    it('are left alone by every tick, without a write, until somebody lets them go', async () => {
      await open({ authToken: 'wrong' });
      const { path } = await queueMessages(test, { count: 5 });
      await send(test, path);
      test.crashes.revive();
      await send(test, path);
      assert.equal(test.crashes.steps(), 0);
      await tick(test);
      assert.equal((await ofType(test, 'MessageSending')).length, 5);
      test.hints.length = 0;
      await resume();
      assert.deepEqual(
        test.hints.map(({ data }) => data['path']),
        [path],
      );
      await send(test, path);
      assert.equal((await ofType(test, 'MessageSending')).length, 10, 'tried, and stopped again');
      assert.equal((await ofType(test, 'RouteStopped')).length, 2);
    });

    it('give their messages to another route at once', async () => {
      await open({ authToken: 'wrong' });
      await set(byTwilio(), byTelnyx({ priority: 2 }));
      const { path } = await queueMessages(test, { count: 120 });
      await send(test, path);
      assert.deepEqual(await taken(), { telnyx: 120 });
      assert.deepEqual(await codesOf(test, 'MessageFailed'), {});
      await assertOnce(120);
    });

    it('stop for a sender that may not be used, and go on for others', async () => {
      await open();
      const wrong: Definition = { ...sendNow, name: 'Wrong', from: '+15005550001' };
      await queueMessages(test, { count: 4, definition: wrong });
      await tick(test);
      assert.deepEqual(await waiting(), { pending: 4, inFlight: 0 });
      assert.deepEqual(
        (await ofType(test, 'RouteStopped')).map(({ data }) => [data.channel, data.from, data.code]),
        [['sms', '+15005550001', 'sender_not_allowed']],
      );
      const [stuck] = await workItems(test);
      await queueMessages(test, { content: `id,name,phone\nQ1,Ada,${phoneOf(77)}\n` });
      await tick(test);
      assert.equal(await received(phoneOf(77)), 1);
      assert.deepEqual(
        (await workItems(test)).map(({ path }) => path),
        [stuck?.path],
      );
    });

    it('stop when reports say so, for the sender of the message, and once', async () => {
      await open();
      const { path } = await queueMessages(test, { count: 3 });
      await send(test, path);
      for (const { stream, data } of await ofType(test, 'MessageSent')) {
        const said = { status: 'failed', code: 'unregistered_10dlc', providerCode: '30034' } as const;
        const { reference, accountId } = data;
        await receiveStatus(test.house, 'twilio', { messageId: messageIdIn(stream, data), accountId, reference, ...said }, causeAt(test));
      }
      assert.deepEqual(
        (await ofType(test, 'RouteStopped')).map(({ data }) => [data.channel, data.from, data.code]),
        [['sms', sendNow.from, 'unregistered_10dlc']],
      );
    });

    it('are stopped again by whoever comes after a handler that died before it could say so', async () => {
      await open({ authToken: 'wrong' });
      const { path } = await queueMessages(test, { count: 2 });
      // the lease, the intents, two calls, their answers, the stop
      test.crashes.dieAt(6, 'before');
      await assert.rejects(send(test, path), { name: 'Crash' });
      test.crashes.revive();
      assert.deepEqual(await waiting(), { pending: 2, inFlight: 0 });
      test.clock.passReal(91_000);
      await send(test, path);
      assert.equal((await ofType(test, 'RouteStopped')).length, 1);
      assert.deepEqual(await waiting(), { pending: 2, inFlight: 0 });
    });
  });

  describe('and doubts', () => {
    it('ask whoever was asked to send, though other routes are set meanwhile', async () => {
      await open();
      const { path } = await queueMessages(test, { count: 1 });
      await test.simulator.control.fault({ kind: 'cut_after_accept', count: 1 });
      await send(test, path);
      assert.deepEqual(await waiting(), { pending: 0, inFlight: 1 });
      await set(byTelnyx());
      test.clock.passReal(2_100);
      await settle(test);
      await assertOnce(1);
      assert.deepEqual(await taken(), { twilio: 1 });
    });

    it('hold what a provider without a list was asked to send', async () => {
      await open();
      await set(byTelnyx());
      const { path } = await queueMessages(test, { count: 1 });
      await test.telnyxControl.fault({ kind: 'cut_after_accept', count: 1 });
      await send(test, path);
      await set(byTwilio());
      test.clock.passReal(60_000);
      await settle(test);
      assert.deepEqual(await codesOf(test, 'MessageDoubted'), { no_answer: 1 });
      assert.equal((await receivedBy(test)).size, 0);
    });
  });

  describe('and reports', () => {
    it('are taken from every account that a route ever had, and from no other', async () => {
      await open();
      const { path } = await queueMessages(test, { count: 1 });
      const [item] = await workItems(test);
      const { stream = '' } = item?.data.payload ?? {};
      const messageId = messageIdIn(stream, { row: 2, channel: 'sms', offset: 0 });
      const { accountId } = test.telnyx;
      const report = { messageId, accountId, reference: 'T1', status: 'delivered' } as const;
      const receive = (change: object = {}, provider = 'telnyx') =>
        receiveStatus(test.house, provider, { ...report, ...change }, causeAt(test));
      await assert.rejects(receive(), { code: 'message_foreign' });
      // another process sets the routes; this one has just looked at the company
      await setRoutes({ ...test.house }, { companyId: testCompany, by, routes: [byTelnyx()] }, causeAt(test));
      await receive();
      await send(test, path);
      await set(byTwilio());
      await receive({ status: 'read' });
      await assert.rejects(receive({ accountId: 'another' }), { code: 'message_foreign' });
      await assert.rejects(receive({}, 'smtp'), { code: 'message_foreign' });
      assert.deepEqual(
        (await ofType(test, 'DeliveryReported')).map(({ data }) => [data.provider, data.status]),
        [
          ['telnyx', 'delivered'],
          ['telnyx', 'read'],
        ],
      );
    });
  });
});
