import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import * as fc from 'fast-check';
import { backoffMs } from '#adapters/sqlite/bus-backoff.ts';
import { sqliteBus } from '#adapters/sqlite/bus.ts';
import { openDatabase } from '#adapters/sqlite/database.ts';
import { messageBusContract } from '../contracts/message-bus.contract.ts';
import { eventually } from '../support/eventually.ts';

const worker = path.join(import.meta.dirname, 'sqlite.bus-worker.ts');

const openBus = (random = () => 0.01) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-bus-'));
  const file = path.join(folder, 'house.db');
  const logged: Readonly<Record<string, unknown>>[] = [];
  const start = () => {
    const db = openDatabase(file);
    return { db, bus: sqliteBus({ db, log: { error: (fields) => logged.push(fields) }, random }) };
  };
  let current = start();
  const { bus } = current;
  const stop = async (): Promise<void> => {
    await current.bus.close(0);
    if (current.db.isOpen) current.db.close();
  };
  return {
    bus,
    logged,
    db: (): DatabaseSync => current.db,
    reopen: async () => {
      await stop();
      current = start();
      return current.bus;
    },
    worker: (label: string) => spawn(process.execPath, [worker, file, label], { stdio: ['ignore', 'pipe', 'inherit'] }),
    close: async () => {
      await stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};

messageBusContract('sqlite', async () => openBus());

describe('sqlite bus', () => {
  let house: ReturnType<typeof openBus>;
  beforeEach(() => {
    house = openBus(() => 0.999);
  });
  afterEach(() => house.close());
  const once = { concurrency: 1, leaseMs: 10_000, maxAttempts: 1 };

  it('doubles its backoff up to a minute, spread over the whole of it', () => {
    assert.deepEqual(
      [1, 2, 3, 8, 9, 10, 1000].map((attempt) => backoffMs(attempt, () => 0.9999999)),
      [199, 399, 799, 25_599, 51_199, 59_999, 59_999],
    );
    const jitter = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), jitter, (attempt, random) => {
        const ms = backoffMs(attempt, () => random);
        return Number.isInteger(ms) && ms >= 0 && ms < 60_000;
      }),
    );
  });

  it('waits that long before it delivers again', async () => {
    const at: number[] = [];
    house.bus.subscribe('work', { ...once, maxAttempts: 3 }, async () => {
      at.push(Date.now());
      throw new Error('away');
    });
    await house.bus.publish('work', [{ data: {} }]);
    await eventually('three deliveries', () => at.length === 3);
    const [first = 0, second = 0, third = 0] = at;
    assert.ok(second - first >= 199 && third - second >= 399, `waited ${second - first} and ${third - second} ms`);
  });

  it('logs a dead letter once, without the message', async () => {
    house.bus.subscribe('work', once, () => Promise.reject(new TypeError('no such thing')));
    await house.bus.publish('work', [{ data: { who: 'nobody' } }]);
    await eventually('logged', () => house.logged.length > 0);
    assert.deepEqual(house.logged, [{ topic: 'work', taskId: 1, error: 'TypeError: no such thing' }]);
  });

  it('survives a handler that throws no error', async () => {
    // oxlint-disable-next-line prefer-promise-reject-errors
    house.bus.subscribe('work', once, () => Promise.reject(undefined));
    await house.bus.publish('work', [{ data: {} }]);
    await eventually('parked', async () => (await house.bus.deadLetters(1)).length === 1);
  });

  it('refuses a publish that can not be written, and takes the next', async () => {
    house.db().exec('alter table tasks rename to elsewhere');
    await assert.rejects(house.bus.publish('work', [{ data: {} }]));
    house.db().exec('alter table elsewhere rename to tasks');
    await house.bus.publish('work', [{ data: {} }]);
    assert.equal(await house.bus.pending(), 1);
  });

  it('notes what a handler did as soon as the table can be written again', async () => {
    let delivered = 0;
    house.bus.subscribe('work', once, async () => {
      delivered++;
      house.db().exec('alter table tasks rename to elsewhere');
    });
    await house.bus.publish('work', [{ data: {} }]);
    await eventually('the failure was logged', () => house.logged.length > 0);
    house.db().exec('alter table elsewhere rename to tasks');
    await eventually('noted', () => house.db().prepare('select 1 from tasks').all().length === 0);
    assert.deepEqual([delivered, await house.bus.pending()], [1, 0]);
  });

  it('delivers what it had taken when the transaction was undone', async () => {
    let delivered = 0;
    house.bus.subscribe('work', { ...once, concurrency: 8 }, async () => void delivered++);
    await house.bus.publish('work', [{ data: {}, delayMs: 30 }]);
    house.db().exec(`create trigger no_more before update on tasks begin select raise(abort, 'full'); end`);
    await eventually('the failure was logged', () => house.logged.length > 0);
    house.db().exec('drop trigger no_more');
    await eventually('delivered', () => delivered === 1);
  });

  it('asks the table for topics alone that something may be due of', async () => {
    let asked = 0;
    const db = house.db();
    const prepare = db.prepare.bind(db);
    db.prepare = (sql) =>
      new Proxy(prepare(sql), {
        get: (statement, name) => {
          if (name === 'all' && sql.includes('not exists')) asked++;
          const value: unknown = Reflect.get(statement, name);
          return typeof value === 'function' ? (value.bind(statement) as unknown) : value;
        },
      });
    const bus = sqliteBus({ db, log: { error: () => {} } });
    for (let n = 0; n < 30; n++) bus.subscribe(`quiet-${n}`, once, async () => {});
    bus.subscribe('work', once, async () => {});
    await eventually('all were looked at', async () => asked > 30);
    const before = asked;
    for (let n = 0; n < 10; n++) {
      await bus.publish('work', [{ data: {} }]);
      await eventually('done', async () => (await bus.pending()) === 0);
    }
    assert.ok(asked - before <= 40, `${asked - before} looks for 10 messages`);
    await bus.close(0);
  });

  it('counts a publish that is on its way as pending', async () => {
    const published = house.bus.publish('work', [{ data: {} }]);
    assert.equal(await house.bus.pending(), 1);
    await published;
  });

  it('leaves the connection as safe as it was', async () => {
    house.bus.subscribe('work', once, async () => {});
    await house.bus.publish('work', [{ data: {} }]);
    await eventually('done', async () => (await house.bus.pending()) === 0);
    assert.deepEqual(house.db().prepare('pragma synchronous').get()?.synchronous, 1);
  });

  it('refuses a second subscriber and a delay that is none', async () => {
    house.bus.subscribe('work', once, async () => {});
    assert.throws(() => house.bus.subscribe('work', once, async () => {}), /subscriber/);
    for (const delayMs of [-1, Number.NaN, Infinity]) await assert.rejects(house.bus.publish('work', [{ data: {}, delayMs }]), RangeError);
  });

  it('keeps the newest ten thousand dead letters', async () => {
    house.bus.subscribe('work', { ...once, concurrency: 64 }, () => Promise.reject(new Error('away')));
    await house.bus.publish(
      'work',
      Array.from({ length: 10_005 }, (_, n) => ({ data: { n } })),
    );
    await eventually('all parked', async () => (await house.bus.pending()) === 0);
    assert.equal((await house.bus.deadLetters(20_000)).length, 10_000);
  });

  it('finds due tasks and waiting keys by index', () => {
    const plan = (sql: string) =>
      house
        .db()
        .prepare(`explain query plan ${sql}`)
        .all()
        .map(({ detail }) => String(detail))
        .join('; ');
    const due = plan(
      `select id from tasks t where topic = 'x' and under_way = 0 and due_at <= 1
       and not exists (select 1 from tasks u where u.topic = t.topic and u.key = t.key and u.under_way = 1) order by due_at, id limit 1`,
    );
    assert.match(due, /SEARCH t USING INDEX tasks_waiting/);
    assert.match(due, /SEARCH u USING INDEX tasks_by_key/);
    assert.doesNotMatch(due, /TEMP B-TREE|SCAN/);
    assert.match(plan("select id from tasks where topic = 'x' and key = 'k' and under_way = 0"), /tasks_by_key/);
  });
});
