import assert from 'node:assert/strict';
import { campaignProgress } from '#app/campaign-progress.ts';
import type { Provider } from '#ports/provider.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { queueMessages, workItems } from '../support/house-queue.ts';
import { tick } from '../support/house-run.ts';
import { people, remind } from '../support/house-steps.ts';
import { countTypes } from '../support/house-story.ts';

describe('messages whose every way is stopped', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse({ authToken: 'wrong' });
  });
  afterEach(() => test.close());

  const pass = async (hours: number): Promise<void> => {
    test.clock.set(new Date(Date.parse(test.clock.now()) + hours * 3_600_000).toISOString());
    await tick(test);
  };

  it('wait no longer than they are of use', async () => {
    const day = new Date(Date.parse(test.clock.now()) + 2 * 86_400_000).toISOString().slice(0, 10);
    await queueMessages(test, { definition: remind, content: people(3, { day }) });
    await pass(12);
    assert.equal((await workItems(test))[0]?.data.pending.length, 3);
    await pass(20);
    assert.equal((await countTypes(test)).MessageExpired, undefined);
    await pass(24);
    assert.deepEqual([(await countTypes(test)).MessageExpired, await workItems(test)], [3, []]);
  });

  it('say so where no provider of the house carries their channel', async () => {
    const { campaignId } = await queueMessages(test, { count: 3 });
    await tick(test);
    const only: Provider = { ...test.provider, channels: ['email'] };
    const house = { ...test.house, providers: () => [only], providerFor: () => only };
    assert.deepEqual((await campaignProgress(house, { campaignId })).waits, [{ why: 'carrier', messages: 3 }]);
    const shut = { ...house, providers: () => [], providerFor: () => undefined };
    assert.deepEqual((await campaignProgress(shut, { campaignId })).waits, [{ why: 'route', messages: 3 }]);
  });
});
