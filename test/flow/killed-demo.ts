import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoResult } from '#wiring/demo-result.ts';
import { printed, startCarillon, type Ended, type StartOptions } from '../support/carillon.ts';
import { acceptedIn, outcomeOf, sentTwice } from './demo-outcome.ts';

/** Repeatable chance: the same seed gives the same moments. */
export const chance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export type DemoRun = Readonly<{ folder: string; args: readonly string[] }>;

const options: StartOptions = { longestMs: 300_000 };

export const startDemo = ({ folder, args }: DemoRun) => startCarillon(['demo', '--json', '--data', folder, ...args], options);

export const ledgerOf = (folder: string): string => join(folder, 'simulator/ledger.jsonl');

const bytesOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

/** Kills the demo when its ledger has grown to so many bytes, or after so many milliseconds; false when it ended before. */
export const killWhen = async (run: DemoRun, moment: Readonly<{ ledgerBytes?: number; afterMs?: number }>): Promise<boolean> => {
  const demo = startDemo(run);
  const isOver = (): boolean => demo.child.exitCode !== null;
  const until = moment.afterMs === undefined ? Infinity : performance.now() + moment.afterMs;
  while (!isOver() && performance.now() < until && bytesOf(ledgerOf(run.folder)) < (moment.ledgerBytes ?? Infinity)) await sleep(1);
  demo.kill('SIGKILL');
  const { signal, code, stderr } = await demo.ended;
  assert.ok(signal === 'SIGKILL' || code === 0, `the demo ended by itself with ${code}: ${stderr}`);
  return signal === 'SIGKILL';
};

/** The demo to its end: the numbers of an undisturbed run, and the network was given every message once. */
export const sameAsUndisturbed = async (run: DemoRun, undisturbed: Undisturbed): Promise<Ended> => {
  const ended = await startDemo(run).ended;
  assert.equal(ended.code, 0, ended.stderr);
  assert.deepEqual(outcomeOf(printed<DemoResult>(ended)), undisturbed.outcome);
  const accepted = await acceptedIn(ledgerOf(run.folder));
  assert.deepEqual(sentTwice(accepted), [], 'nobody gets a message twice');
  assert.deepEqual([...accepted.keys()].sort(), [...undisturbed.accepted.keys()].sort(), 'nobody is missing');
  return ended;
};

export type Undisturbed = Readonly<{
  outcome: Readonly<Record<string, unknown>>;
  accepted: ReadonlyMap<string, number>;
  ledgerBytes: number;
}>;

export const undisturbedRun = async (run: DemoRun): Promise<Undisturbed> => {
  const ended = await startDemo(run).ended;
  assert.equal(ended.code, 0, ended.stderr);
  const ledger = ledgerOf(run.folder);
  return { outcome: outcomeOf(printed<DemoResult>(ended)), accepted: await acceptedIn(ledger), ledgerBytes: bytesOf(ledger) };
};
