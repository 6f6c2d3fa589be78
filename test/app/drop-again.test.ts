import assert from 'node:assert/strict';
import { readPacketDocument } from '#app/packet-document.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { runToEnd } from '../support/house-run.ts';
import { activeCampaign, change, load, people, put, sendNow } from '../support/house-steps.ts';
import { ofType, receivedBy } from '../support/house-story.ts';

describe('a file that failed', () => {
  let test: TestHouse;
  let campaignId: string;
  beforeEach(async () => {
    test = await openTestHouse();
    campaignId = await activeCampaign(test);
  });
  afterEach(() => test.close());

  const content = people(3).replace('phone', 'handy');

  it('is loaded and sent when it is dropped again after its campaign was mended, as its failure told', async () => {
    const packetId = await load(test, campaignId, content);
    assert.equal((await readPacketDocument(test.house.documents, packetId))?.status, 'failed');
    await put(test, { ...sendNow, fields: { ...sendNow.fields, phone: 'handy' } });
    await change(test, campaignId, 'ApproveCampaign');
    assert.equal(await load(test, campaignId, content), packetId);
    const document = await readPacketDocument(test.house.documents, packetId);
    assert.deepEqual([document?.status, document?.rows], ['loaded', 3]);
    assert.deepEqual(
      (await ofType(test, 'PacketAccepted')).map(({ data }) => data.version),
      [1, 1],
    );
    await runToEnd(test);
    assert.deepEqual([...(await receivedBy(test)).values()], [1, 1, 1]);
  });

  it('fails again, once for each drop, while nothing was mended', async () => {
    await load(test, campaignId, content);
    await load(test, campaignId, content);
    assert.deepEqual(
      (await ofType(test, 'PacketFailed')).map(({ data }) => data.code),
      ['column_missing', 'column_missing'],
    );
    assert.deepEqual(await ofType(test, 'RowLoaded'), []);
  });
});
