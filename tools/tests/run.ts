import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { closingLines, mochaClosing, type MochaClosing } from './mocha-closing.ts';
import { testGroups, type TestGroup } from './test-groups.ts';

const MOCHA = 'node_modules/mocha/bin/mocha.js';
/** Two at most: tests that race and kill processes want a core to do it on. */
const LANES = Math.min(2, os.availableParallelism());
/** The longest group takes a few minutes; one that hangs must not hold the run for ever. */
const GROUP_LIMIT_MS = 20 * 60_000;

type Ended = Readonly<{ code: number; output: string }>;

/** Where the processes of one run find what another has compiled: hundreds of them begin with the same files. Goes with the run. */
const compiled = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-compiled-'));

const runGroup = ({ files }: TestGroup, cache: string): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [MOCHA, ...files], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', NODE_COMPILE_CACHE: cache },
      timeout: GROUP_LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    let output = '';
    const keep = (text: string): void => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.once('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}\n` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });

const startedAt = performance.now();
const secondsSince = (from: number): number => (performance.now() - from) / 1000;

const runAll = async (): Promise<number> => {
  const waiting = [...testGroups('test')];
  const closings: MochaClosing[] = [];
  const cache = compiled();
  let failed = 0;
  const lane = async (): Promise<void> => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      const from = performance.now();
      const { code, output } = await runGroup(group, cache);
      const closing = mochaClosing(output);
      process.stdout.write(`\n${group.name}: ${group.files.length} files, ${secondsSince(from).toFixed(0)} s\n${output}`);
      if (closing) closings.push(closing);
      else process.stdout.write(`\n${group.name} broke off: what it printed last stands above\n`);
      if (!closing || code !== 0) failed = 1;
      if (!closing) closings.push({ passing: 0, pending: 0, failing: 1, failures: [`${group.name}: the run broke off before its end`] });
      else if (code !== 0 && closing.failing === 0)
        closings.push({
          passing: 0,
          pending: 0,
          failing: 1,
          failures: [`${group.name}: every test passed, and the run ended with ${code}`],
        });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  fs.rmSync(cache, { recursive: true, force: true, maxRetries: 3 });
  process.stdout.write(`\n\n${closingLines(closings, secondsSince(startedAt))}\n`);
  return failed;
};

const namesFiles = (words: readonly string[]): boolean => words.some((word) => word.includes('*') || fs.existsSync(word));

/** With words of the caller's (files, --grep) one mocha runs what they name; without, the whole suite runs in lanes. */
const runAsAsked = (words: readonly string[]): Promise<number> =>
  new Promise((resolve) => {
    const files = namesFiles(words) ? [] : ['test/**/*.test.ts'];
    spawn(process.execPath, [MOCHA, ...words, ...files], { stdio: 'inherit' }).once('close', (code) => resolve(code ?? 1));
  });

const words = process.argv.slice(2);
process.exitCode = words.length === 0 ? await runAll() : await runAsAsked(words);
