import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Recorded } from '#domain/kernel/event.ts';
import { everything, feedOf, positionsOf, rowsOf, upTo } from '../support/log-events.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

const child = path.join(import.meta.dirname, '../support/appending-child.ts');

/** Lets a process append until it is killed in the midst of it; the causes that were acknowledged to it. */
const appendUntilKilled = async (file: string, round: number, afterMs: number): Promise<readonly string[]> => {
  const writer = spawn(process.execPath, [child, file, String(round)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(writer, 'exit');
  writer.stdout.once('data', () => setTimeout(() => writer.kill('SIGKILL'), afterMs));
  const [told, errors] = await Promise.all([text(writer.stdout), text(writer.stderr)]);
  const [, signal] = (await exited) as [number | null, string | null];
  assert.equal(signal, 'SIGKILL', errors);
  return told.split('\n').slice(0, -1);
};

const byCause = (events: readonly Recorded[]): ReadonlyMap<string, readonly Recorded[]> => Map.groupBy(events, ({ cause }) => cause);

/** Nothing half: every append has all its events and its documents, and no document stands alone. */
const assertWhole = async ({ store, documents, db }: TestStore): Promise<ReadonlyMap<string, readonly Recorded[]>> => {
  for (const partition of store.partitions()) {
    const positions = positionsOf(await feedOf(store, partition));
    assert.deepEqual(
      positions,
      upTo(await store.tail(partition)).map((n) => n + 1),
    );
  }
  const appends = byCause(await everything(store));
  for (const [cause, events] of appends) {
    const first = events[0];
    assert.ok(first);
    assert.deepEqual(rowsOf(events), upTo(events.length), cause);
    assert.deepEqual(first.private, { to: cause, body: `one of ${events.length}` });
    assert.equal((await documents.get(`pointers/${cause}`))?.data, first.position, cause);
  }
  assert.equal((await documents.due('pointers', '2026-11-02T15:00:00.000Z', 1_000_000)).length, appends.size);
  for (const stream of new Set([...appends.values()].flat().map((event) => event.stream))) {
    const { events, at } = await store.read(stream);
    assert.equal(at, events.at(-1)?.position);
  }
  assert.deepEqual(
    db
      .prepare('pragma integrity_check')
      .all()
      .map((row) => row.integrity_check),
    ['ok'],
  );
  return appends;
};

describe('a SQLite store whose process is killed at any moment', () => {
  let folder: string;
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-killed-'));
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('has everything that it acknowledged, nothing half, and no gap', async () => {
    const file = path.join(folder, 'house.db');
    const acknowledged: string[] = [];
    for (const round of upTo(15)) {
      acknowledged.push(...(await appendUntilKilled(file, round, Math.random() * 60)));
      const opened = openTestStore({ file });
      try {
        const appends = round % 5 === 4 ? await assertWhole(opened) : byCause(await everything(opened.store));
        assert.deepEqual(
          acknowledged.filter((cause) => !appends.has(cause)),
          [],
        );
      } finally {
        opened.close();
      }
    }
    assert.ok(acknowledged.length > 100, 'the rounds were long enough to show something');
  });
});
