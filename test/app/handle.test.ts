import assert from 'node:assert/strict';
import { handle } from '#app/handle.ts';
import { campaign, type CampaignCommand } from '#domain/campaign/campaign.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { campaignStream } from '#domain/kernel/streams.ts';
import { StreamMoved, type EventStore } from '#ports/event-store.ts';
import { numbers, sendNow } from '../support/house-steps.ts';
import { openTestStore, type TestStore } from '../support/store.ts';
import { testNow } from '../support/house.ts';

const campaignId = 'cmp_a';
const stream = campaignStream(campaignId);
const putNamed = (name: string): CampaignCommand => ({ type: 'PutCampaign', data: { campaignId, definition: { ...sendNow, name } } });

describe('handle', () => {
  let opened: TestStore;
  beforeEach(() => {
    opened = openTestStore();
  });
  afterEach(() => opened.close());

  const run = (command: CampaignCommand, { by = 'req_1', store = opened.store } = {}) =>
    handle(store, campaign, { stream, companyId: 'co_test', command, cause: { id: by, now: testNow } });
  /** Somebody else is faster, `times` times. */
  const overtaken = (times: number): EventStore => ({
    ...opened.store,
    append: async (append) => {
      if (times-- > 0) await run(putNamed(`Somebody else's ${times}`), { by: `req_other_${times}` });
      return opened.store.append(append);
    },
  });
  const types = async () => (await opened.store.read(stream)).events.map(({ type }) => type);

  it('stores what was decided and returns it with the state after it', async () => {
    const { events, state } = await run(putNamed('One'));
    assert.deepEqual(
      events.map(({ type }) => type),
      ['CampaignDrafted'],
    );
    assert.equal(state.status, 'draft');
    assert.deepEqual(await types(), ['CampaignDrafted']);
  });

  it('stores nothing where it is already so', async () => {
    await run(putNamed('One'));
    const { events, state } = await run(putNamed('One'), { by: 'req_2' });
    assert.deepEqual(events, []);
    assert.equal(state.status, 'draft');
    assert.deepEqual(await types(), ['CampaignDrafted']);
  });

  it('stores nothing for a refusal', async () => {
    await assert.rejects(run({ type: 'PauseCampaign', data: { campaignId } }), Refusal);
    assert.deepEqual(await types(), []);
  });

  it('decides anew on what somebody faster has written', async () => {
    const { events } = await run(putNamed('Mine'), { store: overtaken(1) });
    assert.deepEqual(
      events.map(({ type, data }) => [type, 'version' in data && data.version]),
      [['CampaignRevised', 2]],
    );
    assert.deepEqual(await types(), ['CampaignDrafted', 'CampaignRevised']);
  });

  it('gives up when somebody is faster every time, and stores nothing', async () => {
    await assert.rejects(run(putNamed('Mine'), { store: overtaken(5) }), StreamMoved);
    assert.equal((await types()).length, 5);
  });

  it('comes through when it is overtaken four times', async () => {
    await run(putNamed('Mine'), { store: overtaken(4) });
    assert.equal((await types()).length, 5);
  });

  it('writes documents from the state after the decision, in the same commit', async () => {
    const documents = (name: string) => () => [{ path: 'campaigns/cmp_a', data: { name }, ifAbsent: true as const }];
    const command = putNamed('One');
    const cause = { id: 'req_1', now: testNow };
    await handle(opened.store, campaign, { stream, companyId: 'co_test', command, cause, documents: documents('first') });
    const again = handle(opened.store, campaign, {
      stream,
      companyId: 'co_test',
      command: putNamed('Two'),
      cause,
      documents: documents('second'),
    });
    await assert.rejects(again, { code: 'document_moved' });
    assert.deepEqual(await types(), ['CampaignDrafted']);
    assert.deepEqual((await opened.documents.get('campaigns/cmp_a'))?.data, { name: 'first' });
  });

  it('makes one history of what arrives at the same time', async () => {
    await Promise.all(numbers(4).map((n) => run(putNamed('One'), { by: `req_${n}` })));
    assert.deepEqual(await types(), ['CampaignDrafted']);
  });

  it('takes an append whose answer was lost for its own', async () => {
    let lost = false;
    const forgetful: EventStore = {
      ...opened.store,
      append: async (append) => {
        const placed = await opened.store.append(append);
        if (!lost) {
          lost = true;
          throw new StreamMoved(append.stream, 0);
        }
        return placed;
      },
    };
    const { state } = await run(putNamed('One'), { store: forgetful });
    assert.equal(state.status, 'draft');
    assert.deepEqual(await types(), ['CampaignDrafted']);
  });
});
