import assert from 'node:assert/strict';
import { receiveStatus } from '#app/receive-status.ts';
import { listDoubts } from '#app/settle-doubt.ts';
import { setRoutes } from '#app/routes.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import { queueMessages, send, workItems } from '../support/house-queue.ts';
import { causeAt, register, testCompany } from '../support/house-steps.ts';
import { codesOf, ofType, receivedBy } from '../support/house-story.ts';
import { openTwoNetworks, type TwoNetworks } from '../support/two-networks.ts';

describe('messages in doubt whose account was taken out of the configuration', () => {
  let test: TwoNetworks;
  /** What is in flight went by Twilio, and the house has Telnyx alone from then on. */
  beforeEach(async () => {
    test = await openTwoNetworks();
    await register(test);
    const { path } = await queueMessages(test, { count: 1 });
    await test.simulator.control.fault({ kind: 'cut_after_accept', count: 1 });
    await send(test, path);
    const { telnyx } = test;
    const route = { channel: 'sms', provider: 'telnyx', accountId: telnyx.accountId, weight: 100, priority: 1 } as const;
    await setRoutes(test.house, { companyId: testCompany, by: 'Ana', routes: [route] }, causeAt(test));
    const isTelnyx = ({ provider }: { provider: string }): boolean => provider === 'telnyx';
    test = test.with({ providers: () => [telnyx], providerFor: (account) => (isTelnyx(account) ? telnyx : undefined) });
  });
  afterEach(() => test.close());

  const pass = async (ms: number): Promise<void> => {
    test.clock.passReal(ms);
    for (const { path } of await workItems(test)) await send(test, path);
  };

  it('wait a day for it to be put back, and then for a person', async () => {
    await pass(23 * 3_600_000);
    assert.deepEqual(await listDoubts(test.house), []);
    await pass(3_600_000);
    assert.deepEqual(
      (await listDoubts(test.house)).map(({ provider, code }) => [provider, code]),
      [['twilio', 'no_answer']],
    );
    assert.deepEqual([await workItems(test), (await receivedBy(test)).size], [[], 1]);
  });

  it('are settled by a late report all the same', async () => {
    const [intent] = await ofType(test, 'MessageSending');
    assert.ok(intent);
    const { accountId } = intent.data;
    const report = { messageId: messageIdIn(intent.stream, intent.data), accountId, reference: 'SM1', status: 'delivered' } as const;
    await receiveStatus(test.house, 'twilio', report, causeAt(test));
    await pass(60_000);
    assert.deepEqual([await workItems(test), await codesOf(test, 'MessageDoubted')], [[], {}]);
    assert.equal((await ofType(test, 'MessageSent')).length, 1);
  });
});
