import assert from 'node:assert/strict';
import { catchUp } from '#app/catch-up.ts';
import type { House } from '#app/house.ts';
import { project, type ProjectOptions } from '#app/project.ts';
import { checkTotals } from '#app/check-totals.ts';
import type { Event } from '#domain/kernel/event.ts';
import { mysqlReadModel } from '#adapters/mysql/read-model.ts';
import type { EventStore } from '#ports/event-store.ts';
import type { Log } from '#ports/log.ts';
import { ReadModelAway } from '#ports/read-model.ts';
import { openMySqlProxy, type MySqlProxy } from '../support/mysql-proxy.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';
import { openTestStore, type TestStore } from '../support/store.ts';
import { chunk, say, storyCompany, storyStart } from '../support/story.ts';

/** Ten appends, in the order of a life: of rows 2 to 4 one is delivered, one rejected, one a duplicate. */
const life: readonly (readonly [stream: string, ...events: readonly Event[]])[] = [
  [`company-${storyCompany}`, say.registered()],
  ['campaign-cmp_a', say.drafted()],
  ['packet-pkt_a', say.accepted()],
  [chunk, say.row(2), say.row(3), say.row(4)],
  ['packet-pkt_a', say.loaded(4)],
  [chunk, say.queued(2), say.rejected(3), say.skipped(4)],
  [chunk, say.sending(2)],
  [chunk, say.sent(2, { price: '0.0079', currency: 'USD' })],
  [chunk, say.reported(2, 'sent'), say.reported(2, 'delivered')],
  [chunk, say.reported(2, 'delivered')],
];

describe('project', () => {
  let reporting: Reporting;
  let proxy: MySqlProxy;
  let opened: TestStore;
  let alerts: Readonly<Record<string, unknown>>[];
  let causes: number;
  const log: Log = { info: () => undefined, warn: () => undefined, error: (fields) => void alerts.push(fields) };

  const append = (stream: string, ...events: readonly Event[]) =>
    opened.store.append({ stream, companyId: storyCompany, events, cause: { id: `req_${(causes += 1)}`, now: storyStart } });
  const tellLife = async (): Promise<void> => {
    for (const [stream, ...events] of life) await append(stream, ...events);
  };
  const projectAll = async (options: ProjectOptions = {}, readModel = reporting.readModel): Promise<number> => {
    const counts = await Promise.all(
      opened.store.partitions().map((partition) => project({ store: opened.store, readModel, log }, partition, options)),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };
  const counters = async () =>
    (await reporting.ask("SELECT messages_queued, messages_sent, messages_delivered FROM message_analytics WHERE currency = ''")).map(
      (row) => Object.values(row),
    );
  const fine = async () => assert.deepEqual(await checkTotals(reporting.readModel), { ok: true, problems: [] });

  before(async () => {
    reporting = await openReporting();
    proxy = await openMySqlProxy(reporting.url);
  });
  after(async () => {
    await proxy.close();
    await reporting.close();
  });
  beforeEach(() => {
    opened = openTestStore();
    alerts = [];
    causes = 0;
  });
  afterEach(async () => {
    opened.close();
    await reporting.reset();
  });

  it('ends with the time of its door, and asks to be called again', async () => {
    await tellLife();
    const partition = opened.store.partitionOf(chunk);
    const hints: unknown[] = [];
    const publish: House['bus']['publish'] = async (topic, messages) => void hints.push(topic, ...messages.map(({ data }) => data));
    let stepMs = 201_000;
    let now = 0;
    const clock = { now: () => storyStart, realMs: () => (now += stepMs) };
    const house = { store: opened.store, readModel: reporting.readModel, log, clock, bus: { publish } } as unknown as House;
    await catchUp(house, partition);
    assert.deepEqual([hints, await reporting.readModel.checkpoint(partition)], [['log-appended', { partition }], 0]);
    stepMs = 1;
    await catchUp(house, partition);
    assert.equal(await reporting.readModel.checkpoint(partition), await opened.store.tail(partition));
    assert.equal(hints.length, 2, 'nobody need go on');
  });

  it('brings the tables up to the log, each event once', async () => {
    await tellLife();
    assert.equal(await projectAll(), 15);
    assert.equal(await projectAll(), 0);
    assert.deepEqual(await counters(), [[1, 1, 1]]);
    const [message] = await reporting.ask('SELECT status, to_number, cost, sent_at FROM messages');
    assert.deepEqual(
      { ...message },
      { status: 'delivered', to_number: '+12085550123', cost: '0.007900', sent_at: '2026-11-02 15:00:00.000' },
    );
    assert.equal((await reporting.ask('SELECT * FROM message_status_history')).length, 6);
    for (const partition of opened.store.partitions())
      assert.equal(await reporting.readModel.checkpoint(partition), await opened.store.tail(partition));
    await fine();
  });

  it('makes the same tables one record at a time, after every append', async () => {
    for (const [stream, ...events] of life) {
      await append(stream, ...events);
      await projectAll({ batchEvents: 1 });
    }
    assert.deepEqual(await counters(), [[1, 1, 1]]);
    await fine();
  });

  it('stops where it is told to', async () => {
    for (let row = 2; row < 42; row++) await append(chunk, say.queued(row));
    const partition = opened.store.partitionOf(chunk);
    const at = () => reporting.readModel.checkpoint(partition);
    await projectAll({ upTo: 3 });
    assert.equal(await at(), 3);
    await projectAll({ maxRecords: 4 });
    assert.equal(await at(), 7);
    await projectAll({ signal: AbortSignal.abort() });
    assert.equal(await at(), 7);
    await projectAll();
    assert.equal(await at(), 40);
  });

  it('counts each event once when many project the same partition', async () => {
    for (const [stream, ...events] of life.slice(0, 3)) await append(stream, ...events);
    for (let row = 2; row < 60; row++) await append(chunk, say.queued(row), say.sending(row));
    const others = Array.from({ length: 3 }, () => mysqlReadModel({ url: reporting.url, connections: 2 }));
    await Promise.all([reporting.readModel, ...others].map((model) => projectAll({ batchEvents: 5 }, model)));
    await Promise.all(others.map((model) => model.close()));
    await projectAll();
    assert.deepEqual(await counters(), [[58, 0, 0]]);
    await fine();
  });

  it('says that the database is away and catches up later, wherever it broke', async () => {
    await tellLife();
    const readModel = mysqlReadModel({ url: proxy.url, connectTimeoutMs: 5000 });
    for (let nth = 3; nth < 60; nth += 4) {
      proxy.cutAt(nth, nth % 8 === 3 ? 'before' : 'after');
      await projectAll({ batchEvents: 2 }, readModel).catch((error: unknown) => assert.ok(error instanceof ReadModelAway, String(error)));
    }
    proxy.wasCut();
    await projectAll({}, readModel);
    await readModel.close();
    assert.deepEqual(await counters(), [[1, 1, 1]]);
    assert.deepEqual(alerts, []);
    await fine();
  });

  it('parks what it can not fold and what the database refuses, and goes on', async () => {
    const long = 'SM'.padEnd(300, 'x');
    for (let row = 2; row < 40; row++) await append(chunk, say.queued(row), say.sending(row));
    await append(chunk, say.sent(2), say.sent(3, { reference: long }), say.sent(4));
    await append('campaign-cmp_a', say.drafted({ name: 'Ada Lovelace', channels: 'Ada' }), say.drafted());
    await append(chunk, say.reported(2, 'delivered'), say.reported(3, 'delivered'));
    // Its touch could be written, its message not: neither stays.
    await append(chunk, say.queued(50, { from: '+'.padEnd(300, '1') }), say.queued(51));
    await projectAll();
    const parked = await reporting.ask('SELECT event_type, ordinal, error FROM parked_events ORDER BY partition_name, position');
    assert.deepEqual(
      parked.map((row) => [row['event_type'], row['ordinal']]),
      [
        ['MessageSent', 1],
        ['MessageQueued', 0],
        ['CampaignDrafted', 0],
      ],
    );
    assert.match(String(parked[0]!['error']), /^ER_DATA_TOO_LONG in provider_reference$/);
    assert.doesNotMatch(JSON.stringify([parked, alerts]), /Ada|Lovelace|SMx|\+1208/);
    assert.equal(alerts.length, 3);
    assert.deepEqual(new Set(alerts.map(({ alert }) => alert)), new Set(['event_parked']));
    assert.deepEqual(await counters(), [[39, 3, 2]]);
    assert.deepEqual(await reporting.ask('SELECT * FROM row_outcomes WHERE file_row = 50'), []);
    assert.equal((await reporting.ask("SELECT id FROM campaigns WHERE status = 'draft'")).length, 1);
    assert.equal(await projectAll(), 0);
  });

  it('projects what was forgotten, without its people', async () => {
    await tellLife();
    await opened.vault.destroy('packet/pkt_a');
    await projectAll();
    const [message] = await reporting.ask('SELECT status, to_number, message_text FROM messages');
    const [failure] = await reporting.ask('SELECT code, value FROM failures ORDER BY file_row');
    const [packet] = await reporting.ask('SELECT status, file_name, file_rows FROM packets');
    assert.deepEqual({ ...message }, { status: 'delivered', to_number: null, message_text: null });
    assert.deepEqual({ ...failure }, { code: 'phone_invalid', value: null });
    assert.deepEqual({ ...packet }, { status: 'loaded', file_name: null, file_rows: 4 });
    await fine();
  });

  it('does not park anything for a missing table: it stops', async () => {
    await tellLife();
    await reporting.ask('RENAME TABLE failures TO failures_elsewhere');
    const broken = (store: Pick<EventStore, 'feed'>) =>
      project({ store, readModel: reporting.readModel, log }, opened.store.partitionOf(chunk));
    await assert.rejects(broken(opened.store), /failures/);
    await reporting.ask('RENAME TABLE failures_elsewhere TO failures');
    assert.deepEqual(await reporting.ask('SELECT * FROM parked_events'), []);
    await projectAll();
    await fine();
  });
});
