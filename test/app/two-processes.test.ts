import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { activeCampaign, load, people, remind } from '../support/house-steps.ts';
import { codesOf, countTypes, ofType } from '../support/house-story.ts';

/** Two days after the house's time: reminded of today, at ten in Boise. */
const today = '2026-11-04';

describe('two processes that queue the same people from two packets', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  /** A process that has read who has which claim, and writes nothing before it is told to. */
  const queueing = async (path: string) => {
    const child = fork(join(import.meta.dirname, '../support/queueing-child.ts'), [join(test.folder, 'house.db'), path, test.clock.now()]);
    await once(child, 'message');
    return child;
  };

  it('make one message for each, whose claim the other finds', async () => {
    const campaignId = await activeCampaign(test, remind);
    const content = people(300, { day: today });
    await load(test, campaignId, content, 'one.csv');
    await load(test, campaignId, content, 'two.csv');
    const chunks = await test.house.documents.due('rowChunks', '9999', 9);
    const children = await Promise.all(chunks.map(({ path }) => queueing(path)));
    assert.equal(children.length, 2);
    const ends = children.map((child) => once(child, 'exit'));
    for (const child of children) child.send('go');
    assert.deepEqual(
      (await Promise.all(ends)).map(([code]) => code as unknown),
      [0, 0],
    );
    const { MessageQueued, TouchSkipped } = await countTypes(test);
    assert.deepEqual([MessageQueued, TouchSkipped, await codesOf(test, 'TouchSkipped')], [300, 300, { duplicate: 300 }]);
    assert.equal(new Set((await ofType(test, 'MessageQueued')).map(({ data }) => data.claim)).size, 300);
  });
});
