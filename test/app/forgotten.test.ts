import assert from 'node:assert/strict';
import { queueRows } from '#app/queue-rows.ts';
import { rowChunksOf } from '#domain/message/row-chunk.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { queueMessages, send, workItems } from '../support/house-queue.ts';
import { activeCampaign, causeAt, load, people, remind } from '../support/house-steps.ts';
import { ofType, receivedBy } from '../support/house-story.ts';

describe('a packet whose people were forgotten', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  const forget = (stream: string) => test.opened.vault.destroy(`packet/${stream.split('-')[1]}`);

  it('lets its waiting rows go, and waits for none of them any more', async () => {
    const campaignId = await activeCampaign(test, remind);
    await load(test, campaignId, people(3, { day: '2026-11-20' }));
    const [chunk] = await test.house.documents.due<{ packetId: string }>(rowChunksOf(campaignId), '9999', 10);
    assert.ok(chunk);
    await test.opened.vault.destroy(`packet/${chunk.data.packetId}`);
    await queueRows(test.house, { path: chunk.path, run: 1 }, causeAt(test));
    const skipped = await ofType(test, 'TouchSkipped');
    assert.deepEqual(
      skipped.map(({ data }) => data.code),
      ['forgotten', 'forgotten', 'forgotten'],
    );
    assert.deepEqual(await test.house.documents.due(rowChunksOf(campaignId), '9999', 10), []);
  });

  it('sends none of its queued messages', async () => {
    const { path } = await queueMessages(test, { count: 3 });
    const [item] = await workItems(test);
    assert.ok(item);
    await forget(item.data.payload.stream);
    await send(test, path);
    const canceled = await ofType(test, 'MessageCanceled');
    assert.deepEqual(
      canceled.map(({ data }) => data.code),
      ['forgotten', 'forgotten', 'forgotten'],
    );
    assert.equal((await receivedBy(test)).size, 0);
    assert.deepEqual(await workItems(test), []);
  });
});
