import assert from 'node:assert/strict';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CloudDemoResult } from '#wiring/emulator-demo.ts';
import { writeSampleFile } from '../../bench/sample-file.ts';
import { acceptedIn, outcomeOf, sentTwice } from '../flow/demo-outcome.ts';
import { chance, undisturbedRun } from '../flow/killed-demo.ts';
import { killDoors } from '../flow/killed-doors.ts';
import { dataFolder, nobodyLeft, printed } from '../support/carillon.ts';

/** `npm run chaos:doors -- [--kills 60] [--rows 1000] [--seed N]`: kills doors over and over; throws unless it ends like an embedded run. */
const { values } = parseArgs({ options: { kills: { type: 'string' }, rows: { type: 'string' }, seed: { type: 'string' } } });
const kills = Number(values.kills ?? 60);
const rows = Number(values.rows ?? 1_000);
const seed = Number(values.seed ?? Date.now() % 1_000_000);

/** Doors with something in their hands are killed more often. */
const busy = ['load-packet', 'queue-rows', 'send-work', 'send-work', 'send-work', 'receive-status', 'receive-status', 'project'];

const random = chance(seed);
const folder = dataFolder();
const started = performance.now();
const file = join(folder.path, 'appointments.csv');
await writeSampleFile(file, rows);
const args = ['--file', file, '--campaign', join(import.meta.dirname, '../../examples/now.json')];
const embedded = await undisturbedRun({ folder: join(folder.path, 'embedded'), args });
process.stderr.write(`seed ${seed}: ${kills} kills of doors, ${rows} rows, ${embedded.accepted.size} messages, in ${folder.path}\n`);

const run = { folder: join(folder.path, 'killed'), args };
const pick = (doors: readonly string[]): string => {
  const from = random() < 0.8 ? busy : doors;
  return from[Math.floor(random() * from.length)] ?? 'send-work';
};
const { ended, killed } = await killDoors(run, { pauseMs: () => 100 + random() * 1_500, pick, most: kills });
assert.equal(ended.code, 0, ended.stderr);
const { billed, ...result } = printed<CloudDemoResult>(ended);
assert.deepEqual(outcomeOf(result), embedded.outcome);
const accepted = await acceptedIn(join(run.folder, 'emulators/ledger.jsonl'));
assert.deepEqual(sentTwice(accepted), [], 'nobody gets a message twice');
assert.deepEqual([...accepted.keys()].sort(), [...embedded.accepted.keys()].sort(), 'nobody is missing');
await nobodyLeft(folder.path);
folder.remove();
const seconds = Math.round((performance.now() - started) / 1000);
const all = [...killed.values()].reduce((sum, count) => sum + count, 0);
process.stdout.write(
  `${JSON.stringify({ chaos: 'kill-doors', seed, rows, killed: all, doors: Object.fromEntries(killed), same: true, billed: billed.per_message, seconds })}\n`,
);
