import assert from 'node:assert/strict';
import type { House } from '#app/house.ts';
import { sendTogether, type SingleAnswer } from '#app/send-together.ts';
import type { RequestRow } from '#domain/message/request-table.ts';
import { eventually } from '../support/eventually.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { activeCampaign, causeAt, phoneOf, testCompany } from '../support/house-steps.ts';
import { restart, settle } from '../support/house-run.ts';
import { countTypes, receivedBy } from '../support/house-story.ts';

describe('single messages that are asked for in the same moment', () => {
  let test: TestHouse;
  let campaignId: string;
  beforeEach(async () => {
    test = await openTestHouse();
    campaignId = await activeCampaign(test);
  });
  afterEach(() => test.close());

  const rowOf = (n: number, more: RequestRow = {}): RequestRow => ({
    phone: phoneOf(n),
    firstName: `Person ${n}`,
    person: `P${n}`,
    ...more,
  });
  const markOf = (name: string, fingerprint = name) => ({
    path: `apiAnswers/${testCompany}.${name}`,
    fingerprint,
    expiresAt: '2026-12-01T00:00:00.000Z',
  });
  type Asked = Readonly<{ name?: string; row?: RequestRow; fingerprint?: string }>;
  const send = (n: number, { name = `m${n}`, row = rowOf(n), fingerprint = name }: Asked = {}): Promise<SingleAnswer> =>
    sendTogether(test.house, { companyId: testCompany, campaignId, row, mark: markOf(name, fingerprint) }, causeAt(test));

  it('share packets, and each is answered for itself', async () => {
    const answers = await Promise.all(Array.from({ length: 250 }, (_, n) => send(n)));
    assert.ok(new Set(answers.map(({ packetId }) => packetId)).size < 10);
    assert.equal(new Set(answers.map(({ results: [one] }) => one?.outcome === 'queued' && one.messageId)).size, 250);
    assert.ok(answers.every(({ results, again, waiting }) => results.length === 1 && results[0]?.row === 1 && !again && waiting === 0));
    await settle(test);
    assert.equal((await receivedBy(test)).size, 250);
  });

  it('do not hear of the columns of others', async () => {
    const [one, other, same] = await Promise.all([send(1), send(2, { row: rowOf(2, { clinic: 'North' }) }), send(3)]);
    assert.notEqual(one.packetId, other.packetId);
    assert.notEqual(other.packetId, same.packetId);
  });

  it('go though one of them can not', async () => {
    const huge = rowOf(2, { firstName: 'x'.repeat(600_000) });
    const all = await Promise.allSettled([send(0), send(1), send(2, { row: huge }), send(3)]);
    assert.deepEqual(
      all.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
    );
    assert.equal(((all[2] as PromiseRejectedResult).reason as { code: string }).code, 'request_too_large');
    await assert.rejects(send(4, { row: { phone: ' ' } }), { code: 'row_empty' });
    assert.equal((await countTypes(test))['MessageQueued'], 3);
  });

  it('are one where they have one mark, at once and later, and refused where it was another request', async () => {
    const all = await Promise.all([send(0), ...Array.from({ length: 5 }, () => send(1, { name: 'same' })), send(2)]);
    const same = all.slice(1, -1);
    assert.equal(new Set(same.map(({ results }) => JSON.stringify(results))).size, 1);
    assert.equal(same.filter(({ again }) => again).length, 4);
    const again = await send(1, { name: 'same' });
    assert.deepEqual([again.again, again.results], [true, same[0]!.results]);
    await assert.rejects(send(9, { name: 'same', fingerprint: 'other' }), { code: 'reference_used' });
    assert.equal((await countTypes(test))['MessageQueued'], 3);
  });

  it('are answered when all of it is safe from a power cut, the first time and again', async () => {
    const { house } = test;
    const disk = Promise.withResolvers<void>();
    const slow: House = Object.create(house, { ahead: { value: { house: house.ahead!.house, settled: () => disk.promise } } }) as House;
    const told: string[] = [];
    const request = { companyId: testCompany, campaignId, row: rowOf(1), mark: markOf('m1') };
    const first = sendTogether(slow, request, causeAt(test)).then(() => told.push('first'));
    await eventually('queued', async () => (await countTypes(test))['MessageQueued'] === 1);
    const again = sendTogether(slow, request, causeAt(test)).then(() => told.push('again'));
    for (let turns = 0; turns < 50; turns++) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(told, []);
    disk.reject(new Error('the disk is gone'));
    await assert.rejects(Promise.all([first, again]), /the disk is gone/);
  });

  it('are each sent once though the process dies at any step, and every caller asks again', async () => {
    const people = [0, 1, 2];
    const dry = await openTestHouse();
    let steps: number;
    try {
      const other = await activeCampaign(dry);
      const before = dry.crashes.steps();
      await Promise.all(
        people.map((n) =>
          sendTogether(dry.house, { companyId: testCompany, campaignId: other, row: rowOf(n), mark: markOf(`m${n}`) }, causeAt(dry)),
        ),
      );
      steps = dry.crashes.steps() - before;
    } finally {
      await dry.close();
    }
    for (let nth = 1; nth <= steps; nth++)
      for (const moment of ['before', 'after'] as const) {
        const name = (n: number): string => `${nth}${moment}${n}`;
        const row = (n: number): RequestRow => rowOf(n, { person: `P${nth}${moment}${n}` });
        const asked = (await countTypes(test))['MessageQueued'] ?? 0;
        test.crashes.dieAt(nth, moment);
        await Promise.allSettled(people.map((n) => send(n, { name: name(n), row: row(n) })));
        await restart(test);
        const answers = await Promise.all(people.map((n) => send(n, { name: name(n), row: row(n) })));
        assert.ok(
          answers.every(({ results }) => results[0]?.outcome === 'queued'),
          JSON.stringify(answers),
        );
        assert.equal((await countTypes(test))['MessageQueued'], asked + people.length, `${moment} step ${nth}`);
      }
    assert.ok(steps >= 4, `${steps} steps`);
  });
});
