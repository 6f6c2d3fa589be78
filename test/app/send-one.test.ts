import assert from 'node:assert/strict';
import type { SendRequest } from '#app/accept-request.ts';
import { readPacketDocument } from '#app/packet-document.ts';
import { sendOne } from '#app/send-one.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { topics } from '#app/topics.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { workItems } from '../support/house-queue.ts';
import { deliverAll, settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, change, load, phoneOf, put, remind, sendNow, testCompany } from '../support/house-steps.ts';
import { codesOf, countTypes, ofType, receivedBy } from '../support/house-story.ts';

const ada = { phone: phoneOf(1), firstName: 'Ada', person: 'P1' };

describe('one message now', () => {
  let test: TestHouse;
  beforeEach(async () => (test = await openTestHouse()));
  afterEach(() => test.close());

  const ask = (request: Omit<SendRequest, 'companyId'>) => sendOne(test.house, { companyId: testCompany, ...request }, causeAt(test));
  const refuses = (request: Omit<SendRequest, 'companyId'>, code: string) =>
    assert.rejects(ask(request), (error: unknown) => error instanceof Refusal && error.code === code);

  it('is queued, woken and sent without a tick, and says its id', async () => {
    const campaignId = await activeCampaign(test);
    test.hints.length = 0;
    const answer = await ask({ campaignId, rows: [ada] });
    const [only] = answer.results;
    assert.ok(only?.outcome === 'queued');
    assert.deepEqual(
      test.hints.map(({ topic }) => topic),
      [topics.sendNow],
    );
    await deliverAll(test);
    const [sent] = await ofType(test, 'MessageSent');
    assert.equal(`msg_${sent?.stream.slice('chunk-pkt_'.length)}-1-sms-0`, only.messageId);
    assert.equal((await ofType(test, 'MessageQueued'))[0]?.private?.body, 'Hi Ada, your glasses are ready.');
    assert.deepEqual([...(await receivedBy(test))], [[phoneOf(1), 1]]);
    assert.deepEqual(await workItems(test), []);
    const document = await test.house.documents.get<object>(`packets/${answer.packetId}`);
    assert.equal(document?.dueAt, undefined, 'nobody looks after it any more');
    assert.ok(!JSON.stringify(document).includes('Ada'));
  });

  it('is told by field, by column, or by any other name that its template knows', async () => {
    const campaignId = await activeCampaign(test, {
      ...sendNow,
      name: 'Rooms',
      channels: [{ channel: 'sms', template: '{{ firstName }} of {{ room_no }}' }],
    });
    await ask({ campaignId, rows: [{ Phone: phoneOf(1), name: 'Ada', 'Room no': '7' }] });
    assert.equal((await ofType(test, 'MessageQueued'))[0]?.private?.body, 'Ada of 7');
  });

  it('goes once though its answer is lost and a sign of it is cut in two, which no network sends on as it is', async () => {
    const campaignId = await activeCampaign(test);
    await test.simulator.control.fault({ kind: 'cut_after_accept', count: 1 });
    await ask({ campaignId, rows: [{ ...ada, firstName: 'Ada \ud83d' }] });
    await settle(test);
    assert.deepEqual([...(await receivedBy(test))], [[phoneOf(1), 1]]);
    assert.equal((await ofType(test, 'MessageSent')).length, 1);
  });

  it('answers for each row, in words, as a file is told', async () => {
    const campaignId = await activeCampaign(test);
    const rows: SendRequest['rows'] = [ada, { ...ada }, { firstName: 'Ben' }, { phone: 'n/a', firstName: 'Cleo' }, { phone: phoneOf(4) }];
    const { results, waiting } = await ask({ campaignId, rows });
    assert.deepEqual(
      results.map((result) => [result.row, result.outcome, 'code' in result ? result.code : '']),
      [
        [1, 'queued', ''],
        [2, 'skipped', 'duplicate'],
        [3, 'rejected', 'phone_missing'],
        [4, 'rejected', 'phone_invalid'],
        [5, 'rejected', 'field_missing'],
      ],
    );
    assert.equal(waiting, 0);
    assert.ok(results.every((result) => result.outcome === 'queued' || result.words.length > 20));
    await settle(test);
    assert.deepEqual([...(await receivedBy(test))], [[phoneOf(1), 1]]);
  });

  it('shares claims, filters and caps with the files of its company', async () => {
    const definition: Definition = {
      ...sendNow,
      name: 'Filtered',
      filters: [{ field: 'firstName', chop: ' (' }],
      limits: { perPersonPerDay: 1 },
      dedupe: ['day', 'person'],
    };
    const campaignId = await activeCampaign(test, definition);
    await load(test, campaignId, `id,name,phone\nP1,Ada,${phoneOf(1)}\n`);
    await settle(test);
    const { results } = await ask({ campaignId, rows: [ada, { ...ada, person: 'P2', firstName: 'Ben (Bill)' }] });
    assert.deepEqual(
      results.map(({ outcome }) => outcome),
      ['skipped', 'queued'],
    );
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { duplicate: 1 });
    const bodies = (await ofType(test, 'MessageQueued')).map((event) => event.private?.body ?? '');
    assert.deepEqual(bodies.toSorted(), ['Hi Ada, your glasses are ready.', 'Hi Ben, your glasses are ready.']);
    await load(test, campaignId, `id,name,phone\nP2,Ben,${phoneOf(1)}\n`, 'later.csv');
    await settle(test);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { duplicate: 2 });
  });

  it('goes now, whatever day the campaign names, and holds its window', async () => {
    const campaignId = await activeCampaign(test, remind);
    const appointment = { date: '2026-12-24', time: '10:00' };
    test.clock.set('2026-11-02T17:00:00.000Z');
    const day = await ask({ campaignId, rows: [{ ...ada, ...appointment }] });
    assert.deepEqual(
      day.results.map((result) => (result.outcome === 'queued' ? result.sendAt : result.code)),
      [test.clock.now()],
    );
    await deliverAll(test);
    test.clock.set('2026-11-03T06:00:00.000Z');
    const night = await ask({ campaignId, rows: [{ ...ada, person: 'P2', phone: phoneOf(2), ...appointment }] });
    assert.deepEqual(
      night.results.map((result) => (result.outcome === 'queued' ? result.sendAt : result.code)),
      ['2026-11-03T17:00:00.000Z'],
      'eleven in the evening in Boise: at nine in all of Idaho',
    );
    await deliverAll(test);
    assert.deepEqual([...(await receivedBy(test)).keys()], [phoneOf(1)], 'not at night');
    test.clock.set('2026-11-03T17:00:00.000Z');
    await settle(test);
    assert.deepEqual([...(await receivedBy(test)).keys()], [phoneOf(1), phoneOf(2)]);
  });

  it('is made anew from a version that was approved while it waited, and still goes now', async () => {
    const campaignId = await activeCampaign(test, remind);
    test.clock.set('2026-11-03T06:00:00.000Z');
    const rows = [{ ...ada, date: '2026-12-24', time: '10:00' }];
    const { results } = await ask({ campaignId, rows, reference: 'r1' });
    await put(test, { ...remind, channels: [{ channel: 'sms', template: 'Changed, {{ firstName }}.' }] });
    await change(test, campaignId, 'ApproveCampaign');
    test.hints.length = 0;
    test.clock.set('2026-11-03T17:00:00.000Z');
    await settle(test);
    const bodies = (await ofType(test, 'MessageQueued')).map((event) => event.private?.body);
    assert.deepEqual(bodies.at(-1), 'Changed, Ada.');
    assert.equal((await receivedBy(test)).size, 1);
    assert.deepEqual((await ask({ campaignId, rows, reference: 'r1' })).results, results, 'the answer stays');
  });

  it('takes a list of a thousand', async () => {
    const campaignId = await activeCampaign(test);
    const rows = Array.from({ length: 1_000 }, (_, n) => ({ phone: phoneOf(n), firstName: `N${n}`, person: `P${n}` }));
    const { results } = await ask({ campaignId, rows });
    assert.equal(new Set(results.flatMap((result) => (result.outcome === 'queued' ? [result.messageId] : []))).size, 1_000);
    await settle(test);
    assert.equal((await receivedBy(test)).size, 1_000);
    await refuses({ campaignId, rows: [...rows, ada] }, 'too_many_rows');
  });

  it('sends once what is asked for twice under one reference, and answers the same', async () => {
    const campaignId = await activeCampaign(test);
    const first = await ask({ campaignId, rows: [ada, { firstName: 'Ben' }], reference: 'call 7' });
    await settle(test);
    const before = await countTypes(test);
    const again = await ask({
      campaignId,
      rows: [Object.fromEntries(Object.entries(ada).reverse()), { firstName: 'Ben' }],
      reference: 'call 7',
    });
    assert.deepEqual(again, { ...first, again: true });
    await settle(test);
    assert.deepEqual(await countTypes(test), before);
    assert.equal((await receivedBy(test)).size, 1);
    await refuses({ campaignId, rows: [{ ...ada, firstName: 'Eve' }], reference: 'call 7' }, 'reference_used');
  });

  it('answers the same though the campaign was paused since then', async () => {
    const campaignId = await activeCampaign(test);
    const first = await ask({ campaignId, rows: [ada], reference: 'r' });
    await change(test, campaignId, 'PauseCampaign');
    assert.deepEqual(await ask({ campaignId, rows: [ada], reference: 'r' }), { ...first, again: true });
    await refuses({ campaignId, rows: [ada] }, 'campaign_not_active');
  });

  it('sends once when the same reference comes several times at once', async () => {
    const campaignId = await activeCampaign(test);
    const rows = Array.from({ length: 700 }, (_, n) => ({ phone: phoneOf(n), firstName: `N${n}`, person: `P${n}` }));
    const answers = await Promise.all([1, 2, 3].map(() => ask({ campaignId, rows, reference: 'same' })));
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    await settle(test);
    const received = await receivedBy(test);
    assert.deepEqual([received.size, Math.max(...received.values())], [700, 1]);
    assert.equal((await countTypes(test))['MessageQueued'], 700);
  });

  it('takes one of two different requests that use the same reference at once', async () => {
    const campaignId = await activeCampaign(test);
    const both = await Promise.allSettled([
      ask({ campaignId, rows: [ada], reference: 'same' }),
      ask({ campaignId, rows: [{ ...ada, phone: phoneOf(2) }], reference: 'same' }),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    await settle(test);
    assert.equal((await receivedBy(test)).size, 1);
  });

  it('sends the same person once though two requests come at once', async () => {
    const campaignId = await activeCampaign(test);
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask({ campaignId, rows: [ada] })));
    const outcomes = answers.flatMap(({ results }) => results.map(({ outcome }) => outcome)).sort();
    assert.deepEqual(outcomes, ['queued', 'skipped', 'skipped', 'skipped']);
    await settle(test);
    assert.deepEqual([...(await receivedBy(test))], [[phoneOf(1), 1]]);
  });

  it('keeps its rows until the campaign goes on that is paused while they come in', async () => {
    const campaignId = await activeCampaign(test);
    // the commit of the rows; those behind it load and queue
    test.crashes.interrupt(3, () => change(test, campaignId, 'PauseCampaign'));
    const { results, waiting } = await ask({ campaignId, rows: [ada] });
    assert.deepEqual([results, waiting], [[], 1]);
    await settle(test);
    assert.equal((await receivedBy(test)).size, 0);
    await change(test, campaignId, 'ResumeCampaign');
    await settle(test);
    assert.equal((await receivedBy(test)).size, 1);
  });

  it('sends nothing to people who were forgotten meanwhile', async () => {
    const campaignId = await activeCampaign(test);
    let packetId = '';
    test.crashes.interrupt(2, async () => {
      packetId = (await test.house.documents.due('packets', '9999', 1))[0]?.path.slice('packets/'.length) ?? '';
      await test.house.vault.destroy(`packet/${packetId}`);
    });
    await assert.rejects(ask({ campaignId, rows: [ada], reference: 'r' }), { code: 'scope_forgotten' });
    assert.deepEqual((await ask({ campaignId, rows: [ada], reference: 'r' })).results, []);
    assert.equal((await readPacketDocument(test.house.documents, packetId))?.status, 'failed');
    await settle(test);
    assert.equal((await receivedBy(test)).size, 0);
  });

  it('refuses what it can not be', async () => {
    const campaignId = await activeCampaign(test);
    await refuses({ campaignId, rows: [] }, 'rows_missing');
    await refuses({ campaignId, rows: [ada, {}] }, 'row_empty');
    await refuses({ campaignId, rows: [{ phone: ' ', firstName: '' }] }, 'row_empty');
    await refuses({ campaignId: 'cmp_other', rows: [ada] }, 'campaign_unknown');
    await refuses({ campaignId, rows: [Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`f${n}`, 'x']))] }, 'too_many_columns');
    await refuses({ campaignId, rows: [{ ...ada, firstName: 'x'.repeat(500_000) }] }, 'request_too_large');
    await change(test, campaignId, 'PauseCampaign');
    await refuses({ campaignId, rows: [ada] }, 'campaign_not_active');
    assert.equal((await countTypes(test))['PacketAccepted'], undefined);
  });
});
