import type { v1 } from '@google-cloud/scheduler';
import { tickNames, TicksAway, type TickName, type Ticks } from '#ports/ticks.ts';
import { jobOf, jobStatus } from './job-status.ts';

type Client = v1.CloudSchedulerClient;

export type SchedulerOptions = Readonly<{
  projectId: string;
  region: string;
  /** for each call; default 10 seconds */
  timeoutMs?: number;
  /** of Google's client: another address, other credentials */
  client?: NonNullable<ConstructorParameters<typeof v1.CloudSchedulerClient>[0]>;
}>;

/** google.rpc.Code */
const notFound = 5;
const forbidden = new Set([7, 16]);

const codeOf = (error: unknown): number | undefined => (error as { code?: number }).code;

const troubleOf = (name: string, error: unknown): TicksAway => {
  const code = codeOf(error);
  if (code === notFound)
    return new TicksAway(`Cloud Scheduler has no job ${name}; terraform apply makes it, in the region that CARILLON_REGION must name`);
  if (code !== undefined && forbidden.has(code))
    return new TicksAway(`you may not touch Cloud Scheduler's job ${name}; it takes roles/cloudscheduler.admin (to look: viewer)`);
  return new TicksAway(`Cloud Scheduler does not answer (code ${code ?? 'unknown'}); try again`);
};

const within = async <T>(work: Promise<T>, timeoutMs: number): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TicksAway(`Cloud Scheduler did not answer within ${timeoutMs} ms; try again`)), timeoutMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
};

type Call = (client: Client, name: string, timeout: Readonly<{ timeout: number }>) => Promise<unknown>;

/** Google's Cloud Scheduler, whose jobs publish the ticks. Loads the SDK with the first call. */
export const cloudScheduler = ({ projectId, region, timeoutMs = 10_000, client: options = {} }: SchedulerOptions): Ticks => {
  let opening: Promise<Client> | undefined;
  const open = async (): Promise<Client> => new (await import('@google-cloud/scheduler')).v1.CloudSchedulerClient(options);
  const call = async (tick: TickName, what: Call): Promise<void> => {
    const name = `projects/${projectId}/locations/${region}/jobs/${jobOf[tick]}`;
    try {
      await within(
        (opening ??= open()).then((client) => what(client, name, { timeout: timeoutMs })),
        timeoutMs,
      );
    } catch (error) {
      throw error instanceof TicksAway ? error : troubleOf(name, error);
    }
  };
  return {
    status: () =>
      Promise.all(
        tickNames.map(async (tick) => {
          let found = jobStatus(tick, undefined);
          await call(tick, async (client, name, options) => {
            const job = await client.getJob({ name }, options).catch((error: unknown) => {
              if (codeOf(error) !== notFound) throw error;
            });
            found = jobStatus(tick, job?.[0]);
          });
          return found;
        }),
      ),
    pause: (tick) => call(tick, (client, name, options) => client.pauseJob({ name }, options)),
    resume: (tick) => call(tick, (client, name, options) => client.resumeJob({ name }, options)),
    run: (tick) => call(tick, (client, name, options) => client.runJob({ name }, options)),
    close: async () => (await opening)?.close(),
  };
};
