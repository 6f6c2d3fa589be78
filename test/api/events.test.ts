import assert from 'node:assert/strict';
import { listEvents } from '#api/events/list-events.ts';
import { sendOne } from '#app/send-one.ts';
import { assertDescribed } from '../support/api-answers.ts';
import { callOperation, openApiHouse, type ApiHouse } from '../support/api-house.ts';
import { settle } from '../support/house-run.ts';

type Told = Readonly<{ id: string; type: string; data: Readonly<{ message?: string }> }>;
type Page = Readonly<{ data: readonly Told[]; has_more: boolean; cursor: string }>;

describe('events for customers', () => {
  let api: ApiHouse;
  before(async () => {
    api = await openApiHouse();
    const { house, companyId, campaignId, test } = api;
    const rows = [1, 2, 3].map((n) => ({ phone: `+1208555020${n}`, name: 'Ana', id: `P${n}` }));
    await sendOne(house, { companyId, campaignId, rows }, { id: 'req_events', now: house.clock.now() });
    await settle(test);
  });
  after(() => api.close());

  const ask = async (query: Readonly<Record<string, string>>, key = api.key): Promise<Page> => {
    const answer = await callOperation(api.origin, listEvents, { key, query });
    assertDescribed(listEvents, answer);
    assert.equal(answer.status, 200, answer.text);
    return JSON.parse(answer.text) as Page;
  };

  it('come once each, however short the pages are, and go on where they were', async () => {
    const all = (await ask({ limit: '100' })).data;
    assert.equal(all.filter(({ type }) => type === 'message.sent').length, 3);
    const paged: string[] = [];
    let cursor: string | undefined;
    for (let hasMore = true; hasMore;) {
      const page = await ask({ limit: '1', ...(cursor === undefined ? {} : { cursor }) });
      paged.push(...page.data.map(({ id }) => id));
      ({ cursor, has_more: hasMore } = page);
    }
    assert.deepEqual(
      paged,
      all.map(({ id }) => id),
    );
    assert.deepEqual((await ask({ cursor: cursor ?? '' })).data, []);
  });
  it('are of one type, of one message', async () => {
    const [first] = (await ask({ type: 'message.sent' })).data;
    const message = first?.data.message ?? '';
    const its = (await ask({ message })).data;
    assert.ok(its.length > 0 && its.every(({ data }) => data.message === message));
  });
  it('are of one company alone, and so is a cursor', async () => {
    const { cursor } = await ask({});
    assert.deepEqual(
      (await ask({}, api.otherKey)).data.filter(({ type }) => type.startsWith('message.')),
      [],
    );
    const answer = await callOperation(api.origin, listEvents, { key: api.otherKey, query: { cursor } });
    assert.equal(answer.status, 400, answer.text);
  });
});
