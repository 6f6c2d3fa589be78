import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { readCampaign } from '#app/campaign-document.ts';
import { suppressionPath } from '#app/suppression-path.ts';
import { testSend, type TestAnswer, type TestRequest } from '#app/test-send.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, people, phoneOf, put, remind, testCompany } from '../support/house-steps.ts';
import { ofType, story } from '../support/house-story.ts';

const day = '2026-11-12';
const own = '+12085550142';

describe('a test message', () => {
  let test: TestHouse;
  let campaignId: string;
  let requests = 0;

  beforeEach(async () => {
    test = await openTestHouse();
    campaignId = await activeCampaign(test, remind);
  });
  afterEach(() => test.close());

  const send = (request: Partial<TestRequest> = {}, content = people(3, { day })): Promise<TestAnswer> =>
    testSend(
      test.house,
      {
        campaignId,
        source: 'drop',
        row: 3,
        to: '(208) 555-0142',
        requestId: `r${(requests += 1)}`,
        file: { open: async (start) => Readable.from([Buffer.from(content).subarray(start)]), name: 'people.csv' },
        ...request,
      },
      causeAt(test),
    );
  const sentTo = async (to: string) => (await test.provider.find?.(to, 3_600_000)) ?? [];
  const refused = async (code: string, made: Promise<unknown>): Promise<void> =>
    assert.rejects(made, (error) => error instanceof Refusal && error.code === code && error.message.length > 20);

  it("goes to one's own phone with the row's data, at once and marked", async () => {
    const answer = await send();
    assert.deepEqual([answer.status, answer.body], ['sent', 'TEST: Hi Person 1, see you on Nov 12.']);
    assert.deepEqual(
      (await sentTo(own)).map(({ body }) => body),
      ['TEST: Hi Person 1, see you on Nov 12.'],
    );
    assert.deepEqual(await sentTo(phoneOf(1)), []);
  });

  it('counts for nothing: the same row sends its own message afterwards', async () => {
    await send({ to: phoneOf(1) });
    for (const collection of ['claims', 'queue', 'packets', 'rowChunks', 'personDays']) {
      assert.deepEqual(await test.house.documents.due(collection, '9999', 10), [], collection);
    }
    const types = (await story(test)).map(({ type }) => type).filter((type) => /^(?:Message|Touch|Packet|Row)/.test(type));
    assert.deepEqual(types, []);
    await load(test, campaignId, people(3, { day }));
    test.clock.set('2026-11-10T18:00:00.000Z');
    await settle(test);
    assert.equal((await ofType(test, 'MessageSent')).length, 3);
  });

  it('is written as the newest version says, approved or not', async () => {
    const next = { ...remind, channels: [{ channel: 'sms' as const, template: 'New: {{ firstName }}' }] };
    await put(test, next);
    assert.equal((await send()).body, 'TEST: New: Person 1');
    assert.equal((await readCampaign(test.house.documents, campaignId))?.campaign.approved?.version, 1);
  });

  it('is sent once however often it is asked for', async () => {
    const first = await send({ requestId: 'same' });
    const again = await send({ requestId: 'same', row: 2 });
    assert.deepEqual([again.testId, again.status], [first.testId, 'sent']);
    assert.equal((await sentTo(own)).length, 1);
    assert.equal((await ofType(test, 'TestMessageSending')).length, 1);
  });

  it('is sent once when it is asked for twice at the same time', async () => {
    const both = await Promise.all([send({ requestId: 'same' }), send({ requestId: 'same' })]);
    assert.ok(both.some(({ status }) => status === 'sent'));
    assert.equal((await sentTo(own)).length, 1);
  });

  it('that was cut off is not sent again, and says that nobody can tell', async () => {
    const house = { ...test.house, providerFor: () => ({ ...test.provider, send: async () => Promise.reject(new Error('killed')) }) };
    const file = { open: async () => Readable.from([Buffer.from(people(3, { day }))]), name: 'people.csv' };
    const request = { campaignId, source: 'drop', row: 3, to: own, requestId: 'cut', file };
    assert.equal((await testSend(house, request, causeAt(test))).status, 'unknown');
    assert.equal((await testSend(test.house, request, causeAt(test))).status, 'unknown');
    assert.equal((await sentTo(own)).length, 0);
  });

  it('names its phone in the private part alone, and nowhere in the log lines', async () => {
    await send();
    const [sending] = await ofType(test, 'TestMessageSending');
    assert.equal(sending?.private?.to, own);
    assert.doesNotMatch(JSON.stringify(sending?.data), /5550142|Person/);
    assert.doesNotMatch(JSON.stringify(test.lines), /5550142|Person/);
  });

  it('is one of twenty an hour per company', async () => {
    for (let n = 0; n < 20; n++) await send();
    await refused('too_many_tests', send());
    test.clock.set('2026-11-02T17:01:00.000Z');
    assert.equal((await send()).status, 'sent');
  });

  it('goes to nobody who has opted out', async () => {
    await test.house.documents.write([{ path: suppressionPath(test.house, testCompany, { channel: 'sms', to: own }), data: {} }]);
    await refused('opted_out', send());
    assert.deepEqual(await sentTo(own), []);
  });

  it('is refused for what can not be sent, and then is not one of the twenty', async () => {
    await refused('phone_invalid', send({ to: '12' }));
    await refused('row_unknown', send({ row: 99 }));
    await refused('column_missing', send({}, 'id,name\nP1,Ana\n'));
    await refused('date_invalid', send({ row: 2 }, `id,name,phone,date,time\nP1,Ana,${phoneOf(1)},soon,10:00\n`));
    await refused('campaign_unknown', send({ campaignId: 'cmp_none' }));
    assert.equal(await test.house.documents.get(`testTimes/${testCompany}`), undefined);
  });

  it("does not care about the row's own phone", async () => {
    assert.equal((await send({ row: 2 }, `id,name,phone,date,time\nP1,Ana,,${day},10:00\n`)).status, 'sent');
  });
});
