import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoResult } from '#wiring/demo-result.ts';
import { chance } from '../flow/killed-demo.ts';
import { giveItABadDay, inItsHands } from './bad-network.ts';
import { fileOf, mostPeople, phoneOf } from './people.ts';
import type { Platform } from './platform.ts';
import { acceptedBy, isIdle, watchProgress, type Progress } from './watch-progress.ts';

export type ChaosOptions = Readonly<{
  /** kills and freezes together; every tenth is a freeze */
  strikes: number;
  messages: number;
  seed: number;
  latencyMs: number;
  say: (line: string) => void;
}>;

export type ChaosResult = Readonly<{
  seed: number;
  messages: number;
  kills: number;
  freezes: number;
  /** strikes that hit somebody who sends and left messages in flight that were not so at the strike before */
  inFlight: number;
  /** recipients */
  once: number;
  twice: number;
  missing: number;
  inDoubt: number;
  longestStillMs: number;
  longestInFlightMs: number;
  seconds: number;
  checks: DemoResult['checks'];
}>;

/** Every tenth. */
export const isFreeze = (n: number): boolean => n % 10 === 4;

const frozenMarginMs = 1_000;
const longestWaitMs = 15_000;
const tellEveryMs = 5_000;
const longestEndMs = 300_000;

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

type Run = Readonly<{
  platform: Platform;
  progress: Progress;
  random: () => number;
  /** in flight at the strike before */
  known: Set<string>;
  options: ChaosOptions;
}>;

/** Three of four wait until the network has taken something since the last one; the fourth comes whenever it comes, also while the house starts. */
const untilItsMoment = async ({ platform, random }: Run, n: number): Promise<void> => {
  if (n % 4 === 3) return sleep(random() * 3_000).then(() => undefined);
  const [before, until] = [sizeOf(platform.ledgerFile), performance.now() + longestWaitMs];
  while (sizeOf(platform.ledgerFile) === before && performance.now() < until) await sleep(5);
  await sleep(random() * 400);
};

/** Whether it hit somebody who sends, and left something in flight that was not so before. */
const strike = async (run: Run, n: number): Promise<boolean> => {
  const { platform, progress, random, known, options } = run;
  const how = isFreeze(n) ? 'freeze' : 'kill';
  const victim = platform.pick(how, random);
  victim.kill(how === 'freeze' ? 'SIGSTOP' : 'SIGKILL');
  const { inFlight, waiting } = await platform.look();
  const fresh = inFlight.filter((key) => !known.has(key));
  known.clear();
  for (const key of inFlight) known.add(key);
  options.say(`${how} ${n + 1} of ${victim.name}: ${inFlight.length} in flight, ${fresh.length} of them new, ${waiting} waiting`);
  const hit = victim.sends && fresh.length > 0;
  if (how === 'kill') {
    progress.struck(inFlight);
    await platform.revive(victim);
    return hit;
  }
  progress.frozen(true);
  await sleep(platform.leaseMs + frozenMarginMs);
  victim.kill('SIGCONT');
  progress.frozen(false);
  progress.struck(inFlight);
  return hit;
};

const untilNothingIsLeft = async (platform: Platform, files: number, say: ChaosOptions['say']): Promise<void> => {
  let toldAt = performance.now();
  const until = performance.now() + longestEndMs;
  for (let quiet = 0; quiet < 3; await sleep(200)) {
    const look = await platform.look();
    const isDone = isIdle(look) && look.loaded === files && (await inItsHands(platform.networkUrl)) === 0;
    quiet = isDone ? quiet + 1 : 0;
    if (performance.now() > toldAt + tellEveryMs) {
      toldAt = performance.now();
      say(`${look.inFlight.length} in flight, ${look.waiting} waiting, ${look.chunks} chunks and ${files - look.loaded} files to be read`);
    }
    if (performance.now() > until)
      throw new Error(`stuck: ${JSON.stringify({ ...look, inFlight: look.inFlight.length })} of ${files} files`);
  }
};

/** Files come one after the other, all of them with as many people. */
const dropping = (platform: Platform, files: number, messages: number) => {
  const edge = (n: number): number => Math.round((messages * n) / files);
  let count = 0;
  return {
    count: () => count,
    next: async (): Promise<void> => {
      if (count === files) return;
      await platform.drop(`day-${count}.csv`, fileOf(edge(count), edge(count + 1)));
      count += 1;
    },
  };
};

/**
 * Files come one by one, are sent through a network that has a bad day, and processes of the platform are killed and frozen at random
 * instants meanwhile. Gives what it came to; judges nothing.
 */
export const runChaos = async (platform: Platform, options: ChaosOptions): Promise<ChaosResult> => {
  const { strikes, messages, seed, latencyMs, say } = options;
  if (messages > mostPeople) throw new Error(`there are ${mostPeople} people`);
  const started = performance.now();
  await giveItABadDay(platform.networkUrl, { latencyMs, listLagMs: platform.listLagMs });
  const files = Math.max(1, Math.min(strikes, messages));
  const dropped = dropping(platform, files, messages);
  const progress = watchProgress(platform, ({ loaded }) => loaded < dropped.count());
  const run: Run = { platform, progress, random: chance(seed), known: new Set(), options };
  let inFlight = 0;
  for (let n = 0; n < strikes; n += 1) {
    await dropped.next();
    await untilItsMoment(run, n);
    if (await strike(run, n)) inFlight += 1;
  }
  await dropped.next();
  say('no more strikes: what is left is worked off');
  await untilNothingIsLeft(platform, files, say);
  const { longestStillMs, longestInFlightMs } = await progress.stop();
  const result = await platform.result();
  const accepted = await acceptedBy(platform.ledgerFile);
  const times = Array.from({ length: messages }, (_, n) => accepted.get(phoneOf(n)) ?? 0);
  const freezes = Array.from({ length: strikes }, (_, n) => n).filter(isFreeze).length;
  return {
    seed,
    messages,
    kills: strikes - freezes,
    freezes,
    inFlight,
    once: times.filter((count) => count === 1).length,
    twice: times.filter((count) => count > 1).length,
    missing: times.filter((count) => count === 0).length,
    inDoubt: result.in_doubt,
    longestStillMs,
    longestInFlightMs,
    seconds: Math.round((performance.now() - started) / 1000),
    checks: result.checks,
  };
};
