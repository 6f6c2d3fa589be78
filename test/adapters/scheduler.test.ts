import assert from 'node:assert/strict';
import { cloudScheduler } from '#adapters/scheduler/cloud-scheduler.ts';
import { tickNames, TicksAway, type Ticks } from '#ports/ticks.ts';
import { GrpcFailure, startGrpcServer, type GrpcServer } from '../support/grpc-server.ts';

type Job = { state: string; schedule: string; timeZone: string; lastAttemptTime?: object; scheduleTime?: object; status?: object };

const place = 'projects/a-project/locations/us-central1/jobs/';

describe('Cloud Scheduler, over gRPC on loopback', () => {
  let google: GrpcServer;
  let ticks: Ticks;
  let jobs: Record<string, Job>;
  let failure: 'PERMISSION_DENIED' | 'INTERNAL' | 'SILENCE' | undefined;
  const jobNamed = ({ name }: { name: string }): Job | Promise<Job> => {
    if (failure === 'SILENCE') return new Promise(() => undefined);
    if (failure) throw new GrpcFailure(failure);
    const job = name.startsWith(place) ? jobs[name.slice(place.length)] : undefined;
    if (!job) throw new GrpcFailure('NOT_FOUND');
    return job;
  };
  const setState =
    (state: string) =>
    async (request: { name: string }): Promise<Job> => {
      const job = await jobNamed(request);
      job.state = state;
      return job;
    };
  const open = (timeoutMs: number): Ticks =>
    cloudScheduler({ projectId: 'a-project', region: 'us-central1', timeoutMs, client: google.client });

  before(async () => {
    google = await startGrpcServer('@google-cloud/scheduler', 'google.cloud.scheduler.v1.CloudScheduler', {
      GetJob: jobNamed,
      PauseJob: setState('PAUSED'),
      ResumeJob: setState('ENABLED'),
      RunJob: jobNamed,
    });
  });
  after(() => google.close());
  beforeEach(() => {
    failure = undefined;
    const everyFive = { state: 'ENABLED', schedule: '*/5 * * * *', timeZone: 'Etc/UTC' };
    jobs = {
      'tick-campaigns': {
        ...everyFive,
        lastAttemptTime: { seconds: '1795000000' },
        scheduleTime: { seconds: '1795000300', nanos: 5e8 },
      },
      'tick-sends': { ...everyFive, state: 'PAUSED', status: { code: 7, message: 'for somebody' } },
      sweep: { ...everyFive, schedule: '7 * * * *', timeZone: 'America/Boise' },
    };
    ticks = open(5_000);
  });
  afterEach(() => ticks.close());

  it('says of every tick how it stands', async () => {
    assert.deepEqual(await ticks.status(), [
      {
        tick: 'campaigns',
        state: 'running',
        schedule: '*/5 * * * *',
        lastAt: '2026-11-18T11:06:40.000Z',
        nextAt: '2026-11-18T11:11:40.500Z',
      },
      { tick: 'sends', state: 'paused', schedule: '*/5 * * * *', lastError: 'code 7: the log of Cloud Scheduler says more' },
      { tick: 'sweep', state: 'running', schedule: '7 * * * * (America/Boise)' },
      { tick: 'maintain', state: 'missing' },
    ]);
  });

  it('pauses and resumes the job of one tick alone', async () => {
    await ticks.pause('campaigns');
    await ticks.resume('sends');
    const states = (await ticks.status()).map(({ tick, state }) => `${tick} ${state}`);
    assert.deepEqual(states, ['campaigns paused', 'sends running', 'sweep running', 'maintain missing']);
  });

  it('runs a job at once', async () => {
    await ticks.run('sweep');
    assert.deepEqual(google.calls.at(-1), { method: 'RunJob', request: { name: `${place}sweep` } });
  });

  const away =
    (words: RegExp) =>
    (error: unknown): boolean =>
      error instanceof TicksAway && words.test(error.message) && !error.message.includes('a test wants');
  for (const act of ['pause', 'resume', 'run'] as const)
    it(`says which job is missing: ${act}`, () =>
      assert.rejects(ticks[act]('maintain'), away(/no job projects.*jobs\/maintain; terraform/)));
  it('says what right is missing', async () => {
    failure = 'PERMISSION_DENIED';
    await assert.rejects(ticks.run('sends'), away(/roles\/cloudscheduler.admin/));
    await assert.rejects(ticks.status(), away(/roles\/cloudscheduler.admin/));
  });
  it('says that Google does not answer, and does not wait for ever', async () => {
    failure = 'INTERNAL';
    await assert.rejects(ticks.run('sends'), away(/does not answer \(code 13\)/));
    failure = 'SILENCE';
    const impatient = open(200);
    await assert.rejects(impatient.status(), away(/within 200 ms|does not answer/));
    await impatient.close();
  });
  it('has a job for every tick', () => assert.equal(new Set(tickNames).size, 4));
});
