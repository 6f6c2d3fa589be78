import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { diskFileStore } from '#adapters/disk/file-store.ts';
import { watchDrops, type WatchOptions } from '#adapters/disk/watch.ts';
import { eventually } from '../support/eventually.ts';

describe('watching drops', () => {
  let root: string;
  let told: string[];
  let watching: ReturnType<typeof watchDrops> | undefined;
  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-watch-'));
    told = [];
  });
  afterEach(() => {
    watching?.close();
    fs.rmSync(root, { recursive: true, force: true });
  });
  const place = (name: string): string => path.join(root, name);
  const watch = (options: WatchOptions = {}): void => {
    watching = watchDrops(root, (file) => told.push(file), { settleMs: 50, ...options });
  };
  const isTold = (name: string) => eventually(`${name} is told`, () => told.includes(name));
  /** The system alone must tell: polling would come too late. */
  const eventsOnly = { pollMs: 3_600_000 };
  const started = async (): Promise<void> => {
    fs.writeFileSync(place('drops/start'), 'x');
    await isTold('drops/start');
    told.length = 0;
  };

  it('makes the folder, and tells of what is written, copied and replaced in it', async () => {
    watch(eventsOnly);
    await started();
    fs.writeFileSync(place('drops/by hand.csv'), 'x');
    await isTold('drops/by hand.csv');
    told.length = 0;
    fs.writeFileSync(place('drops/by hand.csv'), 'y');
    await isTold('drops/by hand.csv');
    await diskFileStore(root).write('drops/written.csv', 'x');
    await isTold('drops/written.csv');
    assert.ok(told.every((name) => ['drops/by hand.csv', 'drops/written.csv'].includes(name)));
  });

  it('finds files in folders that are new, however deep and however old the files', async () => {
    watch(eventsOnly);
    await started();
    fs.mkdirSync(place('drops/co_a/cmp_b/deep'), { recursive: true });
    fs.writeFileSync(place('drops/co_a/cmp_b/deep/a.csv'), 'x');
    await isTold('drops/co_a/cmp_b/deep/a.csv');
    fs.writeFileSync(place('drops/co_a/cmp_b/b.csv'), 'x');
    await isTold('drops/co_a/cmp_b/b.csv');
  });

  it('finds the files of a folder that is moved in, which nothing has touched for long', async () => {
    fs.mkdirSync(place('elsewhere/inside'), { recursive: true });
    fs.writeFileSync(place('elsewhere/inside/old.csv'), 'x');
    watch({ pollMs: 20 });
    await started();
    // Longer than what a look takes for new by its time alone.
    await sleep(2300);
    fs.renameSync(place('elsewhere'), place('drops/moved'));
    await isTold('drops/moved/inside/old.csv');
  });

  it('tells of an old file that is moved in under its old time', async () => {
    watch(eventsOnly);
    await started();
    fs.writeFileSync(place('old.csv'), 'x');
    fs.utimesSync(place('old.csv'), 1000, 1000);
    fs.renameSync(place('old.csv'), place('drops/old.csv'));
    await isTold('drops/old.csv');
  });

  it('finds by looking what the system did not tell', async () => {
    fs.mkdirSync(place('drops'));
    watch({ pollMs: 20 });
    await started();
    fs.mkdirSync(place('drops/a/b/c'), { recursive: true });
    fs.writeFileSync(place('drops/a/b/c/x.csv'), 'x');
    await isTold('drops/a/b/c/x.csv');
  });

  it('waits until nobody writes to a file any more, and then tells once', async () => {
    watch({ settleMs: 250, pollMs: 30 });
    for (let n = 0; n < 8; n++) {
      fs.appendFileSync(place('drops/growing.csv'), 'x');
      await sleep(50);
      if (Date.now() - fs.statSync(place('drops/growing.csv')).ctimeMs < 200) assert.deepEqual(told, []);
    }
    await isTold('drops/growing.csv');
    assert.ok(Date.now() - fs.statSync(place('drops/growing.csv')).ctimeMs >= 249);
    await sleep(150);
    assert.deepEqual(told, ['drops/growing.csv']);
  });

  it('is silent about files outside, hidden files and folders, and after it was closed', async () => {
    watch({ pollMs: 20 });
    await started();
    fs.writeFileSync(place('outside.csv'), 'x');
    fs.writeFileSync(place('drops/.part.csv'), 'x');
    fs.mkdirSync(place('drops/folder'));
    fs.writeFileSync(place('drops/seen.csv'), 'x');
    await isTold('drops/seen.csv');
    watching?.close();
    fs.writeFileSync(place('drops/late.csv'), 'x');
    await sleep(150);
    assert.deepEqual(told, ['drops/seen.csv']);
  });

  it('leaves files from before the start to the sweep, but for the newest', async () => {
    fs.mkdirSync(place('drops'));
    fs.writeFileSync(place('drops/just now.csv'), 'x');
    watch({ pollMs: 20 });
    await isTold('drops/just now.csv');
  });

  it('goes on when its folder is taken away and comes back', async () => {
    watch({ pollMs: 20 });
    await started();
    fs.rmSync(place('drops'), { recursive: true });
    await sleep(60);
    fs.mkdirSync(place('drops'));
    fs.writeFileSync(place('drops/again.csv'), 'x');
    await isTold('drops/again.csv');
  });
});
