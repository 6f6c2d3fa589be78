import assert from 'node:assert/strict';
import twilio from 'twilio';
import { callbackTarget } from '#adapters/simulator/callback-url.ts';
import { openCallbackReceiver, type CallbackReceiver } from '../support/callback-receiver.ts';
import { eventually } from '../support/eventually.ts';
import { createMessage, recipients } from '../support/sent-messages.ts';
import { openSimulator, type OpenSimulator } from '../support/simulator.ts';
import { twilioSdk } from '../support/twilio-sdk.ts';

describe('the callbacks of the simulator', () => {
  let receiver: CallbackReceiver;
  let simulator: OpenSimulator;
  let sdk: ReturnType<typeof twilioSdk>;
  const open = async (options: Parameters<typeof openSimulator>[0] = {}) => {
    simulator = await openSimulator(options);
    sdk = twilioSdk(simulator.account, simulator.baseUrl);
  };
  beforeEach(async () => {
    receiver = await openCallbackReceiver();
  });
  afterEach(async () => {
    await simulator.close();
    await receiver.close();
  });
  const settled = () => eventually('nothing to come', async () => (await simulator.control.pending()) === 0);
  const formsTo = (to: string) =>
    receiver.requests.map(({ body }) => Object.fromEntries(new URLSearchParams(body))).filter((form) => form.To === to);
  const statusesTo = (to: string) => formsTo(to).map(({ MessageStatus }) => MessageStatus);
  const sendAll = async (wanted: readonly string[], fragment = '#rc=3&rp=5xx,ct,rt') => {
    for (const to of wanted) await createMessage(sdk, { to, statusCallback: `${receiver.origin}/status?m=${to.slice(1)}${fragment}` });
    await settled();
  };

  it('are signed as the package of Twilio wants them, with the parameters that Twilio sends', async () => {
    await open({ undeliveredShare: 0.5 });
    const wanted = recipients(20);
    await sendAll(wanted);
    assert.equal(receiver.requests.length, 40);
    for (const { url, headers, body } of receiver.requests) {
      const form = Object.fromEntries(new URLSearchParams(body));
      assert.ok(twilio.validateRequest(simulator.account.authToken, String(headers['x-twilio-signature']), url, form));
      assert.ok(url.endsWith(`/status?m=${form.To!.slice(1)}`));
      assert.equal(form.AccountSid, simulator.account.accountId);
      assert.deepEqual(
        [form.SmsSid, form.SmsStatus, form.From, form.ApiVersion],
        [form.MessageSid, form.MessageStatus, '+12085550199', '2010-04-01'],
      );
      assert.equal(form.ErrorCode === undefined, form.MessageStatus !== 'undelivered');
      assert.equal(/^\d{10}$/.test(form.RawDlrDoneDate ?? ''), form.MessageStatus !== 'sent');
    }
  });

  it('never say that a message was read', async () => {
    await open();
    await sendAll(recipients(10));
    const said = new Set(receiver.requests.map(({ body }) => new URLSearchParams(body).get('MessageStatus')));
    assert.match([...said].join(' '), /^((sent|delivered|undelivered) ?)+$/);
  });

  it('come late, twice and out of order when asked to, the same ones under the same seed', async () => {
    const run = async () => {
      await open({ seed: 5, undeliveredShare: 0, lateMs: 20, twiceShare: 0.3, shuffleShare: 0.3 });
      receiver.requests.length = 0;
      const wanted = recipients(40);
      await sendAll(wanted);
      return wanted.map((to) => {
        const statuses = statusesTo(to);
        assert.deepEqual(new Set(statuses), new Set(['sent', 'delivered']));
        return { twice: statuses.filter((status) => status === 'delivered').length === 2, shuffled: statuses[0] === 'delivered' };
      });
    };
    const first = await run();
    await simulator.close();
    const second = await run();
    for (const what of ['twice', 'shuffled'] as const) {
      const count = first.filter((one) => one[what]).length;
      assert.ok(count > 3 && count < 30, `${what}: ${count} of 40`);
    }
    const twice = (outcomes: typeof first) => outcomes.map((one) => one.twice);
    assert.deepEqual(twice(second), twice(first));
  });

  it('are repeated as their URL asks, and then given up as Twilio does', async () => {
    await open({ undeliveredShare: 0 });
    const [to] = recipients(1);
    const attempts = async (fragment: string, status: number) => {
      receiver.requests.length = 0;
      receiver.refuse(100, status);
      await sendAll([to!], fragment);
      return statusesTo(to!).filter((word) => word === 'sent').length;
    };
    assert.equal(await attempts('', 500), 1);
    assert.equal(await attempts('#rc=3&rp=5xx,ct,rt', 500), 4);
    assert.equal(await attempts('#rc=2&rp=all', 404), 3);
    assert.equal(await attempts('#rc=3&rp=5xx,ct,rt', 404), 1);
    assert.equal((await simulator.control.health()).callbacks.dropped, 8);
  });

  it('are held for a platform that is down, when asked to, and reach it under its new address', async () => {
    await open({ undeliveredShare: 0, keepTryingMs: 60_000 });
    await receiver.close();
    const [to] = recipients(1);
    await createMessage(sdk, { to: to!, statusCallback: `${receiver.origin}/status?m=1#rc=1&rp=ct` });
    await eventually('held', async () => Number((await simulator.control.health()).callbacks.held) >= 2);
    receiver = await openCallbackReceiver();
    await simulator.control.behave({ callbackOrigin: receiver.origin });
    await settled();
    assert.deepEqual(new Set(statusesTo(to!)), new Set(['sent', 'delivered']));
    const [{ url, headers, body }] = receiver.requests as [(typeof receiver.requests)[0]];
    const form = Object.fromEntries(new URLSearchParams(body));
    assert.ok(twilio.validateRequest(simulator.account.authToken, String(headers['x-twilio-signature']), url, form));
    assert.equal((await simulator.control.health()).callbacks.dropped, 0);
  });

  it('are not made where nobody asked for them', async () => {
    await open();
    await createMessage(sdk);
    await settled();
    assert.deepEqual((await simulator.control.health()).callbacks, { arrived: 0, retried: 0, held: 0, dropped: 0 });
  });
});

describe('the address of a callback', () => {
  it('says how often and why it is tried again, within the bounds of Twilio', () => {
    const usual = { retries: 1, retryOn: ['ct'], connectTimeoutMs: 5_000, readTimeoutMs: 15_000 };
    const target = { origin: 'https://a.example:8443', path: '/b?m=1&n=%20', url: 'https://a.example:8443/b?m=1&n=%20' };
    assert.deepEqual(callbackTarget(target.url), { ...target, ...usual });
    assert.deepEqual(callbackTarget(`${target.url}#rc=9&rp=all&ct=1&rt=99999`), {
      ...target,
      retries: 5,
      retryOn: ['4xx', '5xx', 'ct', 'rt'],
      connectTimeoutMs: 100,
      readTimeoutMs: 15_000,
    });
    assert.deepEqual(callbackTarget(`${target.url}#rc=x&rp=rt,5xx`), { ...target, ...usual, retryOn: ['5xx', 'rt'] });
    assert.deepEqual(callbackTarget('http://a.example'), { origin: 'http://a.example', path: '/', url: 'http://a.example', ...usual });
    for (const text of ['', 'a', 'ftp://a.example/', 'http://', 'http://a_b.example/', 'http://a.example/ b', 'http://a.example:99999/'])
      assert.equal(callbackTarget(text), undefined, text);
  });
});
