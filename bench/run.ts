import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { tightFlags } from '#wiring/tight-heap.ts';

/** `npm run bench [NAME …]`: one after the other, each in a process of its own with the program's own heap, a JSON line each. */
const all = [
  'log',
  'assemble',
  'load',
  'preview',
  'twilio',
  'packets',
  'on-demand',
  'api',
  'send',
  'status-webhooks',
  'lanes',
  'fair',
  'projection',
  'rebuild',
  'start',
  'firestore-append',
  'firestore-queue',
  'firestore-billing',
];
const asked = process.argv.slice(2);

for (const name of asked.length > 0 ? asked : all) {
  const [bench = '', size] = name.split('=');
  // a door on Google Cloud is started without the flags of the command line
  const flags = bench.startsWith('firestore') ? [] : tightFlags;
  const args = [...flags, join(import.meta.dirname, 'one.ts'), bench, ...(size === undefined ? [] : [size])];
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exitCode = 1;
}
