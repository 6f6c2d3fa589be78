import type { protos } from '@google-cloud/scheduler';
import type { TickName, TickStatus } from '#ports/ticks.ts';

type Job = protos.google.cloud.scheduler.v1.IJob;
type Timestamp = protos.google.protobuf.ITimestamp;

/** Jobs have the names of the doors that they wake. */
export const jobOf: Readonly<Record<TickName, string>> = {
  campaigns: 'tick-campaigns',
  sends: 'tick-sends',
  sweep: 'sweep',
  maintain: 'maintain',
};

const states: Readonly<Record<string, TickStatus['state']>> = { ENABLED: 'running', PAUSED: 'paused', DISABLED: 'stopped' };

const instantOf = (timestamp: Timestamp | null | undefined): string | undefined =>
  timestamp?.seconds ? new Date(Number(timestamp.seconds) * 1000 + (timestamp.nanos ?? 0) / 1e6).toISOString() : undefined;

/** Google's words of a failure are left out: a code of google.rpc.Code says enough. */
const errorOf = ({ status }: Job): string | undefined =>
  status?.code ? `code ${status.code}: the log of Cloud Scheduler says more` : undefined;

const defined = <T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };

/** A job in our words; `missing` where there is none. */
export const jobStatus = (tick: TickName, job: Job | undefined): TickStatus => {
  if (!job) return { tick, state: 'missing' };
  const zone = job.timeZone && job.timeZone !== 'Etc/UTC' ? ` (${job.timeZone})` : '';
  const times = defined({ lastAt: instantOf(job.lastAttemptTime), nextAt: instantOf(job.scheduleTime), lastError: errorOf(job) });
  return { tick, state: states[String(job.state)] ?? 'unknown', schedule: `${job.schedule ?? ''}${zone}`, ...times };
};
