import { parseArgs } from 'node:util';
import { dataFolder, nobodyLeft } from '../support/carillon.ts';
import { runChaos } from './chaos.ts';
import { chaosTable, faultsIn } from './chaos-words.ts';
import { openPlatform } from './open-platform.ts';

/**
 * `npm run chaos -- [--kills 20] [--messages 2000] [--seed N] [--on embedded|emulators] [--lease SECONDS]`: kills and freezes the platform,
 * prints what it came to, and fails where a message was lost, doubled or left in doubt.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    messages: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    on: { type: 'string', default: 'embedded' },
    lease: { type: 'string' },
    latency: { type: 'string', default: '300' },
  },
});
const on = values.on === 'emulators' ? 'emulators' : 'embedded';
const [strikes, messages, seed] = [Number(values.kills), Number(values.messages), Number(values.seed)];
const leaseSeconds = values.lease === undefined ? undefined : Number(values.lease);
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const folder = dataFolder();
say(`seed ${seed}: ${strikes} kills and freezes, ${messages} messages, on ${on}, in ${folder.path}`);
const platform = await openPlatform(on, { folder: folder.path, seed, leaseSeconds, say });
const faults: string[] = [];
try {
  const result = await runChaos(platform, { strikes, messages, seed, latencyMs: Number(values.latency), say });
  process.stdout.write(chaosTable(result, { on, ...platform }));
  faults.push(...faultsIn(result));
} finally {
  await platform.close();
}
for (const fault of faults) say(`WRONG: ${fault}`);
if (faults.length > 0) process.exit(1);
await nobodyLeft(folder.path);
folder.remove();
