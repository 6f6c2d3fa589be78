import assert from 'node:assert/strict';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { eventually } from '../support/eventually.ts';
import { createMessage, recipients } from '../support/sent-messages.ts';
import { openSimulator, type OpenSimulator } from '../support/simulator.ts';
import { twilioSdk } from '../support/twilio-sdk.ts';

/** Every key of Twilio's schema api.v2010.account.message. */
const keys =
  'account_sid api_version body date_created date_sent date_updated direction error_code error_message from messaging_service_sid ' +
  'num_media num_segments price price_unit sid status subresource_uris to uri';

const magic: readonly (readonly [change: Parameters<typeof createMessage>[1], code: number])[] = [
  [{ to: '+15005550001' }, 21211],
  [{ to: '+15005550002' }, 21612],
  [{ to: '+15005550003' }, 21408],
  [{ to: '+15005550004' }, 21610],
  [{ to: '+15005550009' }, 21614],
  [{ from: '+15005550001' }, 21212],
  [{ from: '+15005550007' }, 21606],
  [{ from: '+15005550008' }, 21611],
  [{ to: '' }, 21604],
  [{ to: '5550123' }, 21211],
  [{ from: '' }, 21603],
  [{ from: 'a name that is too long' }, 21212],
  [{ body: '' }, 21602],
  [{ body: 'x'.repeat(1_601) }, 21617],
  [{ validityPeriod: 0 }, 21624],
  [{ validityPeriod: 36_001 }, 21624],
  [{ statusCallback: 'not a url' }, 21609],
  [{ statusCallback: 'http://under_score.example/' }, 21609],
];

describe('the simulator, to the package of Twilio', () => {
  let simulator: OpenSimulator;
  let sdk: ReturnType<typeof twilioSdk>;
  const open = async (options: Parameters<typeof openSimulator>[0] = {}) => {
    simulator = await openSimulator(options);
    sdk = twilioSdk(simulator.account, simulator.baseUrl);
  };
  const raw = async (path: string, init: RequestInit = {}) => {
    const basic = Buffer.from(`${simulatorAccount.accountId}:${simulatorAccount.authToken}`).toString('base64');
    const response = await fetch(`${simulator.baseUrl}/2010-04-01/Accounts/${path}`, {
      headers: { authorization: `Basic ${basic}` },
      ...init,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  afterEach(() => simulator.close());

  it('refuses as Twilio documents it, and keeps nothing of it', async () => {
    await open();
    for (const [change, code] of magic)
      await assert.rejects(
        createMessage(sdk, change),
        { status: 400, code, moreInfo: `https://www.twilio.com/docs/errors/${code}` },
        JSON.stringify(change),
      );
    assert.equal((await sdk.messages.list()).length, 0);
    assert.equal((await createMessage(sdk, { from: '+15005550006' })).status, 'queued');
  });

  it('makes, fetches and lists the same message, with every key that Twilio has', async () => {
    await open({ undeliveredShare: 0 });
    const made = await createMessage(sdk, { body: 'Grüße, 1 € 👍' });
    assert.match(made.sid, /^SM[0-9a-f]{32}$/);
    assert.deepEqual(
      [
        made.status,
        made.to,
        made.from,
        made.body,
        made.direction,
        made.numSegments,
        made.numMedia,
        made.price,
        made.dateSent,
        made.errorCode,
      ],
      ['queued', '+12085550123', '+12085550199', 'Grüße, 1 € 👍', 'outbound-api', '1', '0', null, null, null],
    );
    assert.ok(Math.abs(Number(made.dateCreated) - Date.now()) < 30_000);
    await eventually('delivered', async () => (await sdk.messages(made.sid).fetch()).status === 'delivered');
    const fetched = await sdk.messages(made.sid).fetch();
    assert.ok(fetched.dateSent && fetched.price === '-0.00790');
    assert.deepEqual(JSON.parse(JSON.stringify(await sdk.messages.list({ to: made.to }))), [JSON.parse(JSON.stringify(fetched))]);
    const { body } = await raw(`${simulatorAccount.accountId}/Messages/${made.sid}.json`);
    assert.deepEqual(Object.keys(body), keys.split(' '));
  });

  it('bills segments as phones count them', async () => {
    await open();
    const texts = [
      'x'.repeat(160),
      'x'.repeat(161),
      'x'.repeat(307),
      '€'.repeat(80),
      '€'.repeat(81),
      '–'.repeat(70),
      '–'.repeat(71),
      '\t'.repeat(71),
    ];
    const segments = await Promise.all(texts.map(async (body) => (await createMessage(sdk, { body })).numSegments));
    assert.deepEqual(segments, ['1', '2', '3', '1', '2', '1', '2', '2']);
  });

  it('asks for the account and its token, and for an address that there is', async () => {
    await open();
    const stranger = twilioSdk({ ...simulator.account, authToken: 'wrong' }, simulator.baseUrl);
    await assert.rejects(createMessage(stranger), { status: 401, code: 20003 });
    await assert.rejects(sdk.messages(`SM${'0'.repeat(32)}`).fetch(), { status: 404, code: 20404 });
    assert.deepEqual((await raw(`AC${'9'.repeat(32)}/Messages.json`)).body.code, 20404);
    assert.deepEqual((await raw(`${simulatorAccount.accountId}/Messages.json`, { method: 'DELETE' })).status, 405);
  });

  it('lists by recipient, sender and date, newest first', async () => {
    await open({ undeliveredShare: 0 });
    const [anna, ben] = recipients(2);
    await createMessage(sdk, { to: anna!, body: '1' });
    await createMessage(sdk, { to: ben!, body: '2' });
    await createMessage(sdk, { to: anna!, body: '3', from: '+12085550198' });
    await eventually('all sent', async () => (await simulator.control.pending()) === 0);
    const bodies = async (filter: Parameters<typeof sdk.messages.list>[0]) =>
      (await sdk.messages.list(filter)).map(({ body }) => body).join('');
    const [earlier, later] = [new Date(Date.now() - 60_000), new Date(Date.now() + 60_000)];
    assert.equal(await bodies({}), '321');
    assert.equal(await bodies({ to: anna! }), '31');
    assert.equal(await bodies({ from: '+12085550198' }), '3');
    assert.equal(await bodies({ to: ben!, from: '+12085550198' }), '');
    assert.equal(await bodies({ dateSentAfter: earlier, dateSentBefore: later }), '321');
    assert.equal(await bodies({ dateSentAfter: later }), '');
    assert.equal(await bodies({ dateSentBefore: earlier }), '');
    assert.equal(await bodies({ to: '+12085559999' }), '');
  });

  it('has no date for what is not sent yet', async () => {
    await open({ sentAfterMs: 60_000 });
    await createMessage(sdk);
    assert.equal((await sdk.messages.list({ dateSentAfter: new Date(0) })).length, 0);
    assert.equal((await sdk.messages.list()).length, 1);
  });

  it('gives every message once, page by page, while more are coming', async () => {
    await open();
    const wanted = recipients(120);
    for (const to of wanted) await createMessage(sdk, { to });
    const seen: string[] = [];
    for (let page = await sdk.messages.page({ pageSize: 25 }); ;) {
      seen.push(...page.instances.map(({ to }) => to));
      await createMessage(sdk, { to: '+12085559999' });
      const next = await page.nextPage();
      if (!next) break;
      page = next as typeof page;
    }
    assert.deepEqual(seen, wanted.toReversed());
    assert.equal((await sdk.messages.list({ pageSize: 7, limit: 20 })).length, 20);
  });

  it('lists a message only after the lag that it was told, but fetches it at once', async () => {
    await open({ listLagMs: 60_000 });
    const { sid, to } = await createMessage(sdk);
    assert.equal((await sdk.messages.list({ to })).length, 0);
    assert.equal((await sdk.messages(sid).fetch()).sid, sid);
    await simulator.control.behave({ listLagMs: 0 });
    assert.equal((await sdk.messages.list({ to })).length, 1);
  });

  it('fails when told to: so many times, or a share of the creates that the seed decides', async () => {
    await open({ seed: 7 });
    await simulator.control.fault({ kind: '503', count: 2 });
    for (let n = 0; n < 2; n += 1) await assert.rejects(createMessage(sdk), { status: 503, code: 20503 });
    await createMessage(sdk);
    const run = async () => {
      await simulator.control.fault({ kind: '429', share: 0.5 });
      const outcomes: boolean[] = [];
      for (const to of recipients(60)) {
        const made = await createMessage(sdk, { to }).catch(() => undefined);
        outcomes.push(made !== undefined);
      }
      await simulator.control.noFaults();
      return outcomes;
    };
    const outcomes = await run();
    const accepted = outcomes.filter(Boolean).length;
    assert.ok(accepted > 15 && accepted < 45, `${accepted} of 60`);
    await createMessage(sdk);
    await simulator.close();
    await open({ seed: 7 });
    for (let n = 0; n < 2; n += 1) await simulator.control.fault({ kind: '503', count: 1 });
    for (let n = 0; n < 2; n += 1) await assert.rejects(createMessage(sdk));
    assert.deepEqual(await run(), outcomes);
  });

  it('says what it does not understand at its control address', async () => {
    await open();
    const post = (path: string, body: string) => fetch(`${simulator.baseUrl}/simulator/${path}`, { method: 'POST', body });
    for (const [path, body] of [
      ['faults', '{"kind":"rain","count":1}'],
      ['faults', '{"kind":"500"}'],
      ['faults', 'no json'],
      ['behaviour', '{"lateMs":"a lot"}'],
      ['behaviour', '{"mood":1}'],
      ['behaviour', '[1]'],
    ])
      assert.equal((await post(path!, body!)).status, 400, body);
    assert.equal((await post('nothing', '{}')).status, 404);
    assert.equal((await fetch(`${simulator.baseUrl}/simulator/health`)).status, 200);
  });
});
