import assert from 'node:assert/strict';
import { listMessages } from '#api/messages/list-messages.ts';
import { sendMessages } from '#api/messages/send-messages.ts';
import { forgetPerson } from '#api/people/forget-person.ts';
import { project } from '#app/project.ts';
import { callOperation, openApiHouse, type ApiHouse } from '../support/api-house.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';

type Listed = Readonly<{ data: readonly Readonly<Record<string, unknown>>[]; has_more: boolean }>;

describe('messages as a list', () => {
  let reporting: Reporting;
  let api: ApiHouse;
  before(async () => {
    reporting = await openReporting();
    api = await openApiHouse({ readModel: reporting.readModel });
    const messages = ['+12085550141', '+12085550142', '+12085550143'].map((phone, n) => ({
      fields: { phone, name: 'Ana', id: phone },
      ...(n === 2 ? {} : { reference: `Visit-${n}` }),
    }));
    const sent = await callOperation(api.origin, sendMessages, { key: api.key, body: { campaign: api.campaignId, messages } });
    assert.equal(sent.status, 201, sent.text);
    for (const partition of api.house.store.partitions()) await project(api.house, partition);
  });
  after(async () => {
    await api.close();
    await reporting.close();
  });

  const ask = async (query: Readonly<Record<string, string>>, key = api.key) => {
    const answer = await callOperation(api.origin, listMessages, { key, query });
    assert.equal(answer.status, 200, answer.text);
    return { ...(JSON.parse(answer.text) as Listed), link: answer.headers.get('link') };
  };

  it('comes a page at a time, and the header Link leads to the next', async () => {
    const first = await ask({ campaign: api.campaignId, limit: '2' });
    assert.deepEqual([first.data.length, first.has_more], [2, true]);
    const [, next = ''] = /<([^>]+)>; rel="next"/.exec(first.link ?? '') ?? [];
    const rest = await fetch(next, { headers: { authorization: `Bearer ${api.key}` }, signal: AbortSignal.timeout(10_000) });
    const { data, has_more: hasMore } = (await rest.json()) as Listed;
    assert.equal(hasMore, false);
    assert.deepEqual([...first.data, ...data].map(({ to }) => String(to)).toSorted(), ['+12085550141', '+12085550142', '+12085550143']);
    assert.ok(first.data.every(({ body, campaign }) => typeof body === 'string' && campaign === api.campaignId));
  });
  it('takes filters together, and shows nobody what is of another company', async () => {
    const [one] = (await ask({ limit: '1' })).data;
    const own = {
      packet: String(one?.['packet']),
      channel: 'sms',
      status: String(one?.['status']),
      queued_until: '2100-01-01T00:00:00.000Z',
    };
    assert.equal((await ask(own)).data.length, 3);
    assert.deepEqual((await ask({ ...own, channel: 'email' })).data, []);
    assert.deepEqual((await ask({ queued_since: '2100-01-01T00:00:00.000Z' })).data, []);
    assert.deepEqual((await ask({ packet: own.packet }, api.otherKey)).data, []);
  });
  it("leads back again, and finds by the caller's own name", async () => {
    const all = (await ask({ packet: String((await ask({ limit: '1' })).data[0]?.['packet']) })).data.map(({ id }) => String(id));
    const back = await ask({ ending_before: all[2]!, limit: '1' });
    assert.deepEqual([back.data.map(({ id }) => id), back.has_more], [[all[1]], true]);
    assert.match(back.link ?? '', /rel="prev"/);
    assert.deepEqual(
      (await ask({ ending_before: all[2]! })).data.map(({ id }) => id),
      all.slice(0, 2),
    );
    const named = (await ask({ reference: 'Visit-1' })).data;
    assert.deepEqual(
      named.map(({ reference, to }) => [reference, to]),
      [['Visit-1', '+12085550142']],
    );
    assert.deepEqual((await ask({ reference: 'visit-1' })).data, [], 'a name is the same letter by letter');
    assert.equal((await ask({})).data.find(({ to }) => to === '+12085550143')?.['reference'], undefined);
    assert.deepEqual((await ask({ reference: 'Visit-1' }, api.otherKey)).data, []);
    const foreign = await callOperation(api.origin, listMessages, { key: api.otherKey, query: { ending_before: all[1]! } });
    assert.deepEqual([foreign.status, (JSON.parse(foreign.text) as { code: string }).code], [400, 'cursor_unknown']);
  });
  it('tells the name to nobody any more once its person is forgotten', async () => {
    const forgotten = await callOperation(api.origin, forgetPerson, { key: api.key, body: { to: '+12085550141' } });
    assert.equal(forgotten.status, 200, forgotten.text);
    assert.deepEqual((await ask({ reference: 'Visit-0' })).data, []);
    assert.equal((await ask({ reference: 'Visit-1' })).data.length, 1);
  });
  it('refuses a page that there is none of', async () => {
    const answer = await callOperation(api.origin, listMessages, { key: api.key, query: { starting_after: 'msg_none' } });
    assert.deepEqual([answer.status, (JSON.parse(answer.text) as { code: string }).code], [400, 'cursor_unknown']);
  });
});
