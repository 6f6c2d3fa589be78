import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { checkTotals } from '#app/check-totals.ts';
import { project } from '#app/project.ts';
import { rebuild, type Rebuilt } from '#app/rebuild.ts';
import { mysqlReadModel } from '#adapters/mysql/read-model.ts';
import type { Event } from '#domain/kernel/event.ts';
import type { EventStore } from '#ports/event-store.ts';
import type { Log } from '#ports/log.ts';
import { ReadModelAway, RebuildBusy, type ReadModel } from '#ports/read-model.ts';
import { projectedTables } from '#projections/all-projections.ts';
import { openMySqlProxy } from '../support/mysql-proxy.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';
import { openTestStore, type TestStore } from '../support/store.ts';
import { say, storyCompany, storyStart } from '../support/story.ts';

const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('rebuild', () => {
  let reporting: Reporting;
  let opened: TestStore;
  let causes = 0;

  const append = (stream: string, ...events: readonly Event[]) =>
    opened.store.append({ stream, companyId: storyCompany, events, cause: { id: `req_${(causes += 1)}`, now: storyStart } });
  const tell = async (chunks: readonly number[]): Promise<void> => {
    for (const number of chunks) {
      const stream = `chunk-pkt_a-${number}`;
      const row = 2 + number * 500;
      await append(stream, say.row(row), say.row(row + 1), say.row(row + 2));
      await append(stream, say.queued(row), say.rejected(row + 1), say.skipped(row + 2), say.queued(row + 3));
      await append(stream, say.sending(row), say.sending(row + 3));
      await append(stream, say.sent(row, { price: '0.0079', currency: 'USD' }), say.failed(row + 3));
      await append(stream, say.reported(row, 'delivered'));
    }
  };
  const live = async (readModel = reporting.readModel): Promise<void> => {
    for (const partition of opened.store.partitions()) await project({ store: opened.store, readModel, log }, partition);
  };
  const house = (readModel: ReadModel = reporting.readModel, store: EventStore = opened.store) => ({ store, readModel, log });
  const messages = async (): Promise<number> => Number((await reporting.ask('SELECT COUNT(*) AS n FROM messages'))[0]!['n']);
  const leftovers = () => reporting.ask("SHOW TABLES LIKE '%\\_\\_%'");

  before(async () => {
    reporting = await openReporting();
  });
  after(() => reporting.close());
  beforeEach(async () => {
    opened = openTestStore();
    await append(`company-${storyCompany}`, say.registered());
    await append('campaign-cmp_a', say.drafted());
    await append('packet-pkt_a', say.accepted(), say.loaded(4));
    await tell([0, 1, 2, 3]);
  });
  afterEach(async () => {
    opened.close();
    await reporting.reset();
  });

  it('makes the same tables again', async () => {
    await live();
    const { events, compared, differences } = await rebuild(house(), { verify: true });
    assert.deepEqual(differences, []);
    assert.equal(compared, projectedTables.length);
    assert.equal(events, 4 + 4 * 12);
    assert.equal(await messages(), 8);
    assert.deepEqual(await checkTotals(reporting.readModel), { ok: true, problems: [] });
    assert.deepEqual(await leftovers(), []);
  });

  it('leaves in their archive what the night has moved there', async () => {
    const report = (row: number, at: string) => {
      const event = say.reported(row, 'delivered');
      const data = { ...event.data, webhook: `hook_${row}` };
      return opened.store.append({
        stream: 'chunk-pkt_a-0',
        companyId: storyCompany,
        events: [{ ...event, data }],
        cause: { id: `req_${(causes += 1)}`, now: at },
      });
    };
    await report(2, '2026-09-01T10:00:00.000Z');
    await report(5, '2026-10-31T10:00:00.000Z');
    await live();
    const table = projectedTables.find(({ name }) => name === 'webhook_events')!;
    const order = { table, before: '2026-10-01 00:00:00.000', dropBefore: '2025-01-01 00:00:00.000', most: 100 };
    assert.deepEqual(await reporting.readModel.archive(order), { moved: 1, dropped: 0 });
    assert.deepEqual((await rebuild(house(), { verify: true })).differences, []);
    const ids = async (name: string) => (await reporting.ask(`SELECT id FROM ${name}`)).map(({ id }) => String(id));
    assert.deepEqual([await ids('webhook_events'), await ids('webhook_events_archive')], [['hook_5'], ['hook_2']]);
    await reporting.ask('DELETE FROM webhook_events_archive');
  });

  it('mends what somebody spoiled, and says where', async () => {
    await live();
    await reporting.ask("UPDATE messages SET status = 'read' WHERE id = 'msg_a-1-502-sms-0'");
    await reporting.ask('DELETE FROM failures WHERE file_row = 3');
    await reporting.ask("INSERT INTO companies VALUES ('co_zz', NULL, 'x', 'y', NOW(3), 1, 1)");
    const { differences } = await rebuild(house(), { verify: true });
    assert.deepEqual(differences, [
      { table: 'companies', before: 2, after: 1, onlyBefore: 1, onlyAfter: 0, changed: 0, examples: ['onlyBefore co_zz'] },
      { table: 'failures', before: 7, after: 8, onlyBefore: 0, onlyAfter: 1, changed: 0, examples: ['onlyAfter pkt_a 3 sms 0'] },
      { table: 'messages', before: 8, after: 8, onlyBefore: 0, onlyAfter: 0, changed: 1, examples: ['changed msg_a-1-502-sms-0'] },
    ]);
    assert.deepEqual((await rebuild(house(), { verify: true })).differences, []);
  });

  it('compares at the point that the live projection has reached, and brings the rest with it', async () => {
    await live();
    await tell([4, 5]);
    assert.deepEqual((await rebuild(house(), { verify: true })).differences, []);
    assert.equal(await messages(), 12);
    await live();
    assert.equal(await messages(), 12);
    assert.deepEqual(await checkTotals(reporting.readModel), { ok: true, problems: [] });
  });

  it('fills empty tables', async () => {
    await rebuild(house());
    assert.equal(await messages(), 8);
  });

  it('loses and doubles nothing while the line goes on, and reports never stand empty', async () => {
    await live();
    const going = new AbortController();
    const fewest = { messages: Infinity };
    const line = (async () => {
      for (let number = 10; !going.signal.aborted; number++) {
        await tell([number]);
        await live();
        fewest.messages = Math.min(fewest.messages, await messages());
      }
    })();
    const runs: Rebuilt[] = [];
    for (const verify of [true, false, true, true]) runs.push(await rebuild(house(), { verify }));
    going.abort();
    await line;
    await live();
    assert.deepEqual(runs.map(({ differences }) => differences).flat(), []);
    assert.ok(fewest.messages >= 8, `reports stood at ${fewest.messages}`);
    assert.deepEqual(await checkTotals(reporting.readModel), { ok: true, problems: [] });
    assert.deepEqual((await rebuild(house(), { verify: true })).differences, []);
  });

  it('is done by one at a time', async () => {
    await live();
    const first = await reporting.readModel.beginRebuild(projectedTables);
    await assert.rejects(rebuild(house()), RebuildBusy);
    await first.close();
    await rebuild(house());
  });

  it('leaves the tables as they were when it is interrupted, and starts afresh', async () => {
    await live();
    const proxy = await openMySqlProxy(reporting.url);
    const readModel = mysqlReadModel({ url: proxy.url, connectTimeoutMs: 5000 });
    let interrupted = 0;
    for (let nth = 4; ; nth += 7) {
      proxy.cutAt(nth, nth % 2 === 0 ? 'before' : 'after');
      const failure = await rebuild(house(readModel), { verify: true }).then(
        () => undefined,
        (error: unknown) => error,
      );
      assert.equal(await messages(), 8);
      if (!proxy.wasCut()) {
        assert.equal(failure, undefined);
        break;
      }
      interrupted += 1;
      if (failure !== undefined) assert.ok(failure instanceof ReadModelAway || failure instanceof RebuildBusy, inspect(failure));
    }
    await readModel.close();
    await proxy.close();
    assert.ok(interrupted > 10, `interrupted ${interrupted} times`);
    assert.deepEqual(await checkTotals(reporting.readModel), { ok: true, problems: [] });
    assert.deepEqual((await rebuild(house(), { verify: true })).differences, []);
    assert.deepEqual(await leftovers(), []);
  });

  it('tries parked events again', async () => {
    await append('campaign-cmp_b', {
      type: 'CampaignDrafted',
      data: { campaignId: 'cmp_b', version: 1, definition: { channels: 'none' } },
    });
    await live();
    assert.equal((await reporting.ask('SELECT * FROM parked_events')).length, 1);
    const { differences } = await rebuild(house(), { verify: true });
    assert.deepEqual(differences, []);
    assert.equal((await reporting.ask('SELECT * FROM parked_events')).length, 1);
  });
});
