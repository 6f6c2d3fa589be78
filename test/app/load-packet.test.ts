import assert from 'node:assert/strict';
import { loadPacket } from '#app/load-packet.ts';
import { readPacketDocument } from '#app/packet-document.ts';
import { topics } from '#app/topics.ts';
import { waitingTouches } from '#app/waiting-touches.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { takeHints } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, numbers, people, remind } from '../support/house-steps.ts';
import { countTypes, ofType, story } from '../support/house-story.ts';

describe('load-packet', () => {
  let test: TestHouse;
  let campaignId: string;
  beforeEach(async () => {
    test = await openTestHouse();
    campaignId = await activeCampaign(test, remind);
    // the hint of the activation
    test.hints.length = 0;
  });
  afterEach(() => test.close());

  const day = '2026-11-20';
  const rowNumbers = async () => (await ofType(test, 'RowLoaded')).map(({ data }) => data.row).sort((one, other) => one - other);
  const loaded = async () => (await ofType(test, 'PacketLoaded')).map(({ data: { rows, chunks } }) => ({ rows, chunks }));
  const failures = async () =>
    (await ofType(test, 'PacketFailed')).map(({ data, private: told }) => ({ code: data.code, message: told?.message }));

  for (const [rows, chunks] of [
    [0, 0],
    [1, 1],
    [500, 1],
    [501, 2],
  ] as const) {
    it(`stores ${rows} rows in ${chunks} chunks`, async () => {
      const packetId = await load(test, campaignId, people(rows, { day }));
      assert.deepEqual(await loaded(), [{ rows, chunks }]);
      assert.deepEqual(
        await rowNumbers(),
        numbers(rows).map((n) => n + 2),
      );
      assert.equal(await waitingTouches(test.house.documents, campaignId), rows);
      const document = await readPacketDocument(test.house.documents, packetId);
      assert.deepEqual([document?.status, document?.rows, document?.chunks], ['loaded', rows, chunks]);
      assert.deepEqual(
        takeHints(test, topics.campaignFire).map(({ data }) => data),
        [{ campaignId }],
      );
    });
  }

  it('leaves blank lines out and counts them in the numbers of the rows', async () => {
    const [header, first, second] = people(2, { day }).split('\n');
    await load(test, campaignId, `${header}\n\n${first}\n,,,,\n   \n${second}\n\n\n`);
    assert.deepEqual(await rowNumbers(), [3, 6]);
    assert.deepEqual(await loaded(), [{ rows: 2, chunks: 1 }]);
  });

  it('keeps header and cells, which may name people, out of the data', async () => {
    await load(test, campaignId, `id,name,phone,date,time,Ada Lovelace\nP1,Grace,+12085550123,${day},10:00,Hopper\n`);
    for (const { type, data } of await story(test)) {
      if (type.startsWith('Campaign')) continue;
      assert.doesNotMatch(JSON.stringify(data), /Lovelace|Grace|Hopper|5550123/, type);
    }
    const documents = await test.house.documents.due('rowChunks', '9999', 10);
    assert.doesNotMatch(JSON.stringify(documents), /Lovelace|Grace|Hopper|5550123/);
  });

  it('ends a chunk early when its cells are long, and shortens a row that nobody could use', async () => {
    const long = 'x'.repeat(15_000);
    const lines = numbers(60).map((n) => `P${n},${long},+12085550123,${day},10:00`);
    await load(
      test,
      campaignId,
      ['id,name,phone,date,time', ...lines, `P60,${'y'.repeat(30_000)},+12085550123,${day},10:00`, ''].join('\n'),
    );
    const [{ rows, chunks } = { rows: 0, chunks: 0 }] = await loaded();
    assert.equal(rows, 61);
    assert.ok(chunks >= 3, `${chunks} chunks`);
    const last = (await ofType(test, 'RowLoaded')).find(({ data }) => data.row === 62);
    assert.equal(last?.data.fault, 'row_too_large');
    assert.ok((last?.private?.cells.join('').length ?? 0) < 5_000);
  });

  it('keeps a row with more cells than the header as one that cannot be used, but not for empty ones', async () => {
    await load(test, campaignId, `id,name,phone,date,time\nP1,A,+12085550123,${day},10:00,,\nP2,B,+12085550124,${day},10:00,extra\n`);
    const rows = await ofType(test, 'RowLoaded');
    assert.deepEqual(
      rows.map(({ data, private: person }) => [data.fault, person?.cells.length]),
      [
        [undefined, 5],
        ['row_too_wide', 6],
      ],
    );
  });

  it('fails a file that lacks columns, and names them', async () => {
    const packetId = await load(test, campaignId, 'id,name,handy\nP1,A,+12085550123\n');
    const [failure, ...more] = await failures();
    assert.deepEqual(more, []);
    assert.equal(failure?.code, 'column_missing');
    assert.match(failure?.message ?? '', /"phone" \(phone\), "date" \(appointmentDate\), "time" \(appointmentTime\).*"handy"/);
    assert.equal((await readPacketDocument(test.house.documents, packetId))?.status, 'failed');
    assert.deepEqual(await rowNumbers(), []);
  });

  for (const [title, content, code] of [
    ['an empty file', '', 'file_empty'],
    ['a file that is no text', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]).toString('latin1'), undefined],
    ['a header whose quote is never closed', `"id,name,phone,date,time\n${'P1,A\n'.repeat(10)}`, undefined],
  ] as const) {
    it(`fails ${title} with words for its sender`, async () => {
      await load(test, campaignId, content);
      const [failed, ...more] = await ofType(test, 'PacketFailed');
      assert.deepEqual(more, []);
      if (code !== undefined) assert.equal(failed?.data.code, code);
      assert.ok((failed?.private?.message ?? '').length > 20, 'it says what to do');
      assert.deepEqual(Object.keys(failed?.data ?? {}).sort(), ['campaignId', 'code', 'packetId', 'rows']);
    });
  }

  it('changes nothing when it is delivered again', async () => {
    const packetId = await load(test, campaignId, people(3, { day }));
    const before = await countTypes(test);
    await loadPacket(test.house, packetId, causeAt(test));
    assert.deepEqual(await countTypes(test), before);
  });

  it('knows no packet, does nothing', async () => {
    await loadPacket(test.house, 'pkt_nothing', causeAt(test));
    assert.deepEqual(await ofType(test, 'PacketFailed'), []);
  });
});
