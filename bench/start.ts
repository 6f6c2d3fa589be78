import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inBenchFolder } from './bench-house.ts';

const longestMs = 60_000;
const program = join(import.meta.dirname, '../bin/carillon.ts');

const firstMessageIn = (ledger: string): boolean => existsSync(ledger) && readFileSync(ledger, 'utf8').includes('\n');

/** Seconds from `carillon start --first-steps` in an empty folder to the first message in the simulator's ledger. */
export const startBench = () =>
  inBenchFolder(async (folder) => {
    const data = join(folder, 'data');
    const began = performance.now();
    const child = spawn(process.execPath, [program, 'start', '--first-steps', '--data', data], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    try {
      while (!firstMessageIn(join(data, 'simulator', 'ledger.jsonl'))) {
        if (performance.now() - began > longestMs) throw new Error('no message was sent within a minute');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return { name: 'start to first message', value: Math.round(performance.now() - began) / 1000, unit: 's', target: 10 };
    } finally {
      child.kill('SIGINT');
      await ended;
    }
  });
