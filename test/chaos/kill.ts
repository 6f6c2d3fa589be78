import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { writeSampleFile } from '../../bench/sample-file.ts';
import { chance, killWhen, sameAsUndisturbed, undisturbedRun } from '../flow/killed-demo.ts';
import { dataFolder, nobodyLeft } from '../support/carillon.ts';

/** `npm run chaos -- [--kills 40] [--rows 1000] [--seed N]`: kills the demo over and over; throws unless it ends like an undisturbed run. */
const { values } = parseArgs({ options: { kills: { type: 'string' }, rows: { type: 'string' }, seed: { type: 'string' } } });
const kills = Number(values.kills ?? 40);
const rows = Number(values.rows ?? 1_000);
const seed = Number(values.seed ?? Date.now() % 1_000_000);

const random = chance(seed);
const folder = dataFolder();
const started = performance.now();
process.stderr.write(`seed ${seed}: ${kills} kills of a demo on ${rows} rows, in ${folder.path}\n`);

const file = join(folder.path, 'appointments.csv');
await writeSampleFile(file, rows);
const undisturbed = await undisturbedRun({ folder: join(folder.path, 'undisturbed'), args: ['--file', file] });
process.stderr.write(`undisturbed: ${undisturbed.accepted.size} messages in ${Math.round((performance.now() - started) / 1000)} s\n`);

const run = { folder: join(folder.path, 'killed'), args: ['--file', file] };
let killed = 0;
for (let n = 0; n < kills; n += 1) {
  // one in four while the file is read; the others further and further into the sending, which starts again after a while
  const share = (n + random()) / kills;
  const moment = n % 4 === 0 ? { afterMs: 200 + random() * 3_000 } : { ledgerBytes: Math.round(share * undisturbed.ledgerBytes) };
  if (await killWhen(run, moment)) killed += 1;
  process.stderr.write(`kill ${n + 1}: ${JSON.stringify(moment)}\n`);
}
await sameAsUndisturbed(run, undisturbed);
await nobodyLeft(folder.path);
folder.remove();
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(
  `${JSON.stringify({ chaos: 'kill', seed, rows, kills, killed, messages: undisturbed.accepted.size, same: true, seconds })}\n`,
);
