import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { LoadResult } from './http-load.ts';
import type { LoadOrder } from './webhook-load.ts';
import type { WebhookJob } from './webhook-requests.ts';

export const perSecondTarget = 6_000;
export const p99TargetMs = 100;
const steadyPerSecond = perSecondTarget / 2;
const steadySeconds = 4;
/** as many as a provider's callbacks come over at a time */
const connections = 128;
const rounds = 3;
const [houseCore, loadCore] = ['0', '1'];

/** With what whoever sends used for making and sending them. */
type Measured = LoadResult & Readonly<{ cpuSeconds: number }>;

/** This process, its threads and all that it starts from now on get one core; false where that can't be said. */
export const pinToOneCore = (): boolean =>
  cpus().length > 1 && spawnSync('taskset', ['-acp', houseCore, String(process.pid)], { stdio: 'ignore' }).status === 0;

/** Whoever sends webhooks: a process of its own, on another core. */
export const startLoad = (): ChildProcess => {
  const load = fork(join(import.meta.dirname, 'webhook-load.ts'), { execArgv: [] });
  spawnSync('taskset', ['-acp', loadCore, String(load.pid)], { stdio: 'ignore' });
  return load;
};

const told = async <T>(load: ChildProcess, message: LoadOrder | 'go'): Promise<T> => {
  const answer = once(load, 'message') as Promise<[T]>;
  load.send(message);
  return (await answer)[0];
};

/** Of the whole machine. */
const busySeconds = (): number => cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0) / 1000;

export const round = (value: number, digits = 0): number => Math.round(value * 10 ** digits) / 10 ** digits;
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

export type Phase = Readonly<{
  load: ChildProcess;
  job: Omit<WebhookJob, 'count' | 'from'>;
  /** webhooks of a round */
  count: number;
  /** CPU of the server up to now, seconds */
  cpuSeconds: () => number;
  /** left out: half of the target; what takes less is sent half of what it takes */
  steady?: 'half of its own';
  /** commits of the log up to now */
  commits?: () => Promise<number>;
}>;

/** Sends so many, and checks that all of them were taken. */
const sender = ({ load, job }: Phase) => {
  let from = 0;
  return async (count: number, perSecond?: number): Promise<Measured> => {
    const order: LoadOrder = { job: { ...job, count, from }, load: { connections, ...(perSecond === undefined ? {} : { perSecond }) } };
    from += count;
    await told(load, order);
    const result = await told<Measured>(load, 'go');
    const taken = (result.statuses['204'] ?? 0) + (result.statuses['200'] ?? 0);
    if (taken !== count) throw new Error(`of ${count} webhooks ${taken} were taken: ${JSON.stringify(result.statuses)}`);
    return result;
  };
};

const latency = ({ p50, p99, longest }: LoadResult) => ({ p50_ms: round(p50, 1), p99_ms: round(p99, 1), longest_ms: round(longest, 1) });

/** As many as are taken, the median of some rounds, then half of the target at a steady rate. */
export const measurePhase = async (phase: Phase) => {
  const { count, cpuSeconds, steady: which, commits = () => Promise.resolve(0) } = phase;
  const send = sender(phase);
  await send(Math.ceil(count / 4));
  const [before, cpu, busy, started] = [await commits(), cpuSeconds(), busySeconds(), performance.now()];
  const all: Measured[] = [];
  for (let n = 0; n < rounds; n++) all.push(await send(count));
  const [own, written] = [cpuSeconds() - cpu, (await commits()) - before];
  const others = busySeconds() - busy - own - sum(all.map((one) => one.cpuSeconds));
  const seconds = (performance.now() - started) / 1000;
  const perSecond = all.map((one) => round(count / one.seconds));
  const rate = which === undefined ? steadyPerSecond : Math.max(1, Math.round(median(perSecond) / 2));
  const steady = await send(rate * steadySeconds, rate);
  return {
    per_second: median(perSecond),
    rounds: perSecond,
    cpu_us_per_webhook: round((1e6 * own) / (rounds * count), 1),
    ...(written > 0 && { webhooks_per_commit: round((rounds * count) / written, 1) }),
    [`at_${rate}_a_second`]: latency(steady),
    cores_busy_with_others: round(Math.max(0, others) / seconds, 2),
  };
};
