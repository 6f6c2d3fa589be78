import assert from 'node:assert/strict';
import { callWebhooks } from '#app/call-webhooks.ts';
import { wakeWebhooks } from '#app/wake-webhooks.ts';
import type { Outgoing } from '#ports/provider.ts';
import { newUser, withMails, type Mailed } from '../support/access.ts';
import { Crash } from '../support/crashes.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { register, testCompany } from '../support/house-steps.ts';
import { answers, openWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';
import { attemptsOf, listen, sample, settle } from '../support/webhook-steps.ts';

const hours = 3_600_000;

describe('mails about endpoints that do not work', () => {
  let test: TestHouse;
  let mailed: Mailed;
  let receiver: WebhookReceiver;
  beforeEach(async () => {
    [test, receiver] = await Promise.all([openTestHouse(), openWebhookReceiver()]);
    await register(test);
    mailed = withMails(test.house);
    test = { ...test, house: mailed.house };
    for (const [email, role] of [
      ['olga@example.com', 'owner'],
      ['adam@example.com', 'admin'],
      ['mona@example.com', 'manager'],
    ] as const)
      await newUser(mailed, { companyId: testCompany, email, role });
  });
  afterEach(() => Promise.all([test.close(), receiver.close()]));

  const notices = (): readonly Outgoing[] => mailed.mails.filter(({ messageId }) => messageId.startsWith('notice_'));
  const told = (): readonly string[] => notices().map(({ to }) => to);
  const textOf = ({ content }: Outgoing): string => (content.channel === 'email' ? `${content.subject}\n${content.text}` : '');
  const admins = ['adam@example.com', 'olga@example.com'];

  it('tell owners and admins that one was disabled, once, without what stands behind ? in its address', async () => {
    const { endpointId } = await listen(test, { url: `${receiver.url}?token=secret` });
    receiver.answer(answers(410));
    await sample(test, endpointId);
    await settle(test);
    assert.deepEqual(told().toSorted(), admins);
    const text = textOf(notices()[0]!);
    for (const part of ['was disabled', '410', endpointId, 'Test']) assert.ok(text.includes(part), `${part}: ${text}`);
    assert.ok(!text.includes('secret'));
    await wakeWebhooks(test.house);
    await settle(test);
    assert.equal(told().length, 2);
  });

  it('tell that one fails for a day, and that it was disabled after five, each once', async () => {
    const { endpointId } = await listen(test, receiver);
    receiver.answer(answers(500));
    for (const [passed, count] of [
      [0, 0],
      [23 * hours, 0],
      [1 * hours, 2],
      [24 * hours, 2],
      [72 * hours, 4],
    ] as const) {
      test.clock.passReal(passed);
      await sample(test, endpointId);
      await settle(test);
      assert.equal(told().length, count, `${count} after ${passed / hours} hours more`);
    }
    assert.match(textOf(notices()[0]!), /takes nothing.*since \d{4}-\d\d-\d\d \d\d:\d\d \(UTC\)/s);
    assert.match(textOf(notices()[2]!), /was disabled.*took nothing for five days/s);
  });

  it('tell nothing where it takes something in between', async () => {
    const { endpointId } = await listen(test, receiver);
    for (const status of [500, 200, 500, 200]) {
      receiver.answer(answers(status));
      await sample(test, endpointId);
      await settle(test);
      test.clock.passReal(20 * hours);
    }
    assert.deepEqual(told(), []);
  });

  it('are tried again where nobody took them, also by somebody else after a kill', async () => {
    const { endpointId } = await listen(test, receiver);
    receiver.answer(answers(410));
    await sample(test, endpointId);
    // nobody sends e-mail for this house
    await settle({ ...test, house: { ...test.house, providers: () => [] } });
    assert.deepEqual([told(), (await attemptsOf(test, endpointId))[0]?.status], [[], 410]);
    test.clock.passReal(301_000);
    test.crashes.dieAt(2, 'before');
    await assert.rejects(callWebhooks(test.house, endpointId), Crash);
    test.crashes.revive();
    test.clock.passReal(61_000);
    await wakeWebhooks(test.house);
    await settle(test);
    assert.deepEqual([...new Set(told())].toSorted(), admins);
    const ids = notices().map(({ messageId }) => messageId);
    assert.equal(new Set(ids).size, 2);
  });
});
