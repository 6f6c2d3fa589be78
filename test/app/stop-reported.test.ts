import assert from 'node:assert/strict';
import { receiveStatus } from '#app/receive-status.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { queueMessages, send } from '../support/house-queue.ts';
import { causeAt } from '../support/house-steps.ts';
import { ofType } from '../support/house-story.ts';

describe('a report that says that nothing of this kind gets through', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  it('stops the route when it comes again after a process could not say so', async () => {
    const { path } = await queueMessages(test, { count: 1 });
    await send(test, path);
    const [sent] = await ofType(test, 'MessageSent');
    assert.ok(sent);
    const { reference, accountId } = sent.data;
    const said = { accountId, reference, status: 'failed', code: 'unregistered_10dlc', providerCode: '30034' } as const;
    const messageId = messageIdIn(sent.stream, sent.data);
    const receive = () => receiveStatus(test.house, 'twilio', { messageId, ...said }, causeAt(test));
    // the report, the stop
    test.crashes.dieAt(2, 'before');
    await assert.rejects(receive(), { name: 'Crash' });
    test.crashes.revive();
    await receive();
    assert.equal((await ofType(test, 'RouteStopped')).length, 1);
  });
});
