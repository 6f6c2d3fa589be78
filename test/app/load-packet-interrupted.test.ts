import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { acceptDrop } from '#app/accept-drop.ts';
import { loadPacket } from '#app/load-packet.ts';
import { readPacketDocument } from '#app/packet-document.ts';
import { topics } from '#app/topics.ts';
import { waitingTouches } from '#app/waiting-touches.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { takeHints } from '../support/house-run.ts';
import { accept, activeCampaign, causeAt, numbers, people, place, remind } from '../support/house-steps.ts';
import { ofType } from '../support/house-story.ts';

describe('load-packet, interrupted', () => {
  let test: TestHouse;
  let campaignId: string;
  beforeEach(async () => {
    test = await openTestHouse();
    campaignId = await activeCampaign(test, remind);
  });
  afterEach(() => test.close());

  const day = '2026-11-20';
  const rowNumbers = async () => (await ofType(test, 'RowLoaded')).map(({ data }) => data.row).sort((one, other) => one - other);
  const loaded = async () => (await ofType(test, 'PacketLoaded')).map(({ data: { rows, chunks } }) => ({ rows, chunks }));
  const failures = async () =>
    (await ofType(test, 'PacketFailed')).map(({ data, private: told }) => ({ code: data.code, message: told?.message }));

  it('stores each row once when several load at once', async () => {
    const packetId = await accept(test, campaignId, people(1_203, { day }));
    await Promise.all(numbers(3).map(() => loadPacket(test.house, packetId, causeAt(test))));
    await loadPacket(test.house, packetId, causeAt(test));
    assert.deepEqual(
      await rowNumbers(),
      numbers(1_203).map((n) => n + 2),
    );
    assert.deepEqual(await loaded(), [{ rows: 1_203, chunks: 3 }]);
    assert.equal(await waitingTouches(test.house.documents, campaignId), 1_203);
  });

  it('goes on after a crash at any step', async () => {
    const content = people(1_100, { day });
    let crashes = 0;
    for (const moment of ['before', 'after'] as const) {
      for (let nth = 1; ; nth++) {
        const packetId = await accept(test, campaignId, content, `${moment}-${nth}.csv`);
        test.crashes.dieAt(nth, moment);
        await loadPacket(test.house, packetId, causeAt(test)).catch(() => undefined);
        const died = test.crashes.died();
        test.crashes.revive();
        await loadPacket(test.house, packetId, causeAt(test));
        const document = await readPacketDocument(test.house.documents, packetId);
        assert.deepEqual(
          [document?.status, document?.rows, document?.chunks, document?.nextRow],
          ['loaded', 1_100, 3, 1_102],
          `${moment} step ${nth}`,
        );
        if (!died) break;
        crashes += 1;
      }
    }
    // three chunks, the end, and the hint that follows
    assert.equal(crashes, 10);
    const rows = await ofType(test, 'RowLoaded');
    assert.equal(new Set(rows.map(({ stream, data }) => `${stream} ${data.row}`)).size, rows.length);
    assert.equal(rows.length, 12 * 1_100);
  });

  it('hands the rest to another handler when its time is over', async () => {
    const packetId = await accept(test, campaignId, people(1_100, { day }));
    test.hints.length = 0;
    test.crashes.interrupt(1, async () => test.clock.passReal(181_000));
    await loadPacket(test.house, packetId, causeAt(test));
    assert.equal((await rowNumbers()).length, 500);
    assert.deepEqual(
      takeHints(test, topics.packet).map(({ data }) => data),
      [{ packetId }],
    );
    await loadPacket(test.house, packetId, causeAt(test));
    assert.deepEqual(await loaded(), [{ rows: 1_100, chunks: 3 }]);
  });

  it('fails a packet whose file was replaced before it was read; the new content is a packet of its own', async () => {
    const old = await accept(test, campaignId, people(3, { day }));
    const path = await place(test, campaignId, { content: people(4, { day }) });
    await loadPacket(test.house, old, causeAt(test));
    assert.deepEqual(
      (await failures()).map(({ code }) => code),
      ['file_replaced'],
    );
    const fresh = await acceptDrop(test.house, path, causeAt(test));
    await loadPacket(test.house, fresh ?? '', causeAt(test));
    assert.deepEqual(await loaded(), [{ rows: 4, chunks: 1 }]);
  });

  it('lets the rows of a file go on that was replaced while it was read', async () => {
    const old = await accept(test, campaignId, people(1_100, { day }));
    test.crashes.dieAt(2, 'before');
    await assert.rejects(loadPacket(test.house, old, causeAt(test)), { name: 'Crash' });
    test.crashes.revive();
    await place(test, campaignId, { content: people(2, { day }) });
    await loadPacket(test.house, old, causeAt(test));
    const [failed] = await ofType(test, 'PacketFailed');
    assert.deepEqual(
      [failed?.data.code, failed?.data.rows, failed?.private?.header],
      ['file_replaced', 500, ['id', 'name', 'phone', 'date', 'time']],
    );
    assert.equal(await waitingTouches(test.house.documents, campaignId), 500);
    assert.equal((await test.house.documents.get<{ replan?: boolean }>(`campaignClock/${campaignId}`))?.dueAt, test.clock.now());
  });

  it('stops when somebody else has found that the file was replaced', async () => {
    const old = await accept(test, campaignId, people(1_100, { day }));
    test.crashes.interrupt(2, async () => {
      await place(test, campaignId, { content: people(2, { day }) });
      await loadPacket(test.house, old, causeAt(test));
    });
    await loadPacket(test.house, old, causeAt(test));
    const { status, rows, chunks } = (await readPacketDocument(test.house.documents, old)) ?? {};
    assert.deepEqual({ status, rows, chunks }, { status: 'failed', rows: 500, chunks: 1 });
    assert.equal((await rowNumbers()).length, 500);
    assert.deepEqual(await loaded(), []);
  });

  it('goes on with a file that was dropped a second time, unchanged, while it was read', async () => {
    const content = people(1_100, { day });
    const packetId = await accept(test, campaignId, content);
    test.crashes.dieAt(2, 'before');
    await assert.rejects(loadPacket(test.house, packetId, causeAt(test)), { name: 'Crash' });
    test.crashes.revive();
    assert.equal(await accept(test, campaignId, content), packetId);
    await loadPacket(test.house, packetId, causeAt(test));
    assert.deepEqual(await failures(), []);
    assert.deepEqual(await loaded(), [{ rows: 1_100, chunks: 3 }]);
  });

  it('fails a packet whose file is gone', async () => {
    const packetId = await accept(test, campaignId, people(3, { day }), 'gone.csv');
    await rm(join(test.folder, 'drops/co_test', campaignId, 'gone.csv'));
    await loadPacket(test.house, packetId, causeAt(test));
    assert.deepEqual(
      (await failures()).map(({ code }) => code),
      ['file_gone'],
    );
  });
});
