import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { tickNames, type TickStatus, type Ticks } from '#ports/ticks.ts';
import { readConfig, type Config } from '#wiring/config.ts';
import { ConfigInvalid } from '#wiring/config-invalid.ts';
import { HouseUnavailable } from '#wiring/house-unavailable.ts';
import { openLiveHouse, type LiveHouse } from '#wiring/live-house.ts';
import { ticksOf } from '#wiring/ticks.ts';
import { carillon, printed } from '../support/carillon.ts';

/** Nobody listens on port 9: neither a provider nor a database. */
const nowhere = { twilio: { ...simulatorAccount, baseUrl: 'http://127.0.0.1:9' }, mysqlUrl: 'mysql://root@127.0.0.1:9/none' };
const hourMs = 3_600_000;

const states = async (ticks: Ticks): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await ticks.status()).map(({ tick, state }) => [tick, state]));
const all = (state: string): Readonly<Record<string, string>> => Object.fromEntries(tickNames.map((tick) => [tick, state]));

describe('the ticks of an embedded house', () => {
  let folder: string;
  let config: Config;
  let live: LiveHouse | undefined;
  const start = async (): Promise<LiveHouse> => (live = await openLiveHouse(config, { tickMs: hourMs }));
  const stop = async (): Promise<void> => {
    await live?.close();
    live = undefined;
  };
  before(async () => {
    folder = fs.mkdtempSync(join(os.tmpdir(), 'carillon-ticks-'));
    config = readConfig({ dataDir: folder, logLevel: 'silent', ...nowhere }, {});
    await start();
  });
  after(async () => {
    await stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('run, and say when they were and will be', async () => {
    const status = await (await ticksOf(config)).status();
    assert.deepEqual(
      status.map(({ tick, state, schedule, lastAt }) => [tick, state, schedule, lastAt !== undefined]),
      [
        ['campaigns', 'running', 'every 3600 s', true],
        ['sends', 'running', 'every 3600 s', true],
        ['sweep', 'running', 'every 3600 s', true],
        ['maintain', 'running', 'every 86400 s', false],
      ],
    );
    for (const { nextAt = '' } of status) assert.ok(Date.parse(nextAt) > Date.now());
  });

  it('run at once when they are told to', async () => {
    const ticks = await ticksOf(config);
    const before = Date.now();
    await ticks.run('maintain');
    const lastAt = (await ticks.status()).find(({ tick }) => tick === 'maintain')?.lastAt ?? '';
    assert.ok(Date.parse(lastAt) >= before);
  });

  it('stay paused over a restart, one by one, and go on when they are resumed', async () => {
    const ticks = await ticksOf(config);
    for (const tick of ['campaigns', 'sweep'] as const) await ticks.pause(tick);
    await ticks.pause('sweep');
    assert.deepEqual(await states(ticks), { ...all('running'), campaigns: 'paused', sweep: 'paused' });
    await stop();
    assert.deepEqual(await states(ticks), { ...all('stopped'), campaigns: 'paused', sweep: 'paused' });
    await start();
    const status = await ticks.status();
    assert.deepEqual(
      status.filter(({ lastAt }) => lastAt !== undefined).map(({ tick }) => tick),
      ['sends'],
      'what is paused does not tick at the start',
    );
    await ticks.resume('campaigns');
    assert.deepEqual(await states(ticks), { ...all('running'), sweep: 'paused' });
    await ticks.run('sweep');
    await ticks.resume('sweep');
    assert.deepEqual(await states(ticks), all('running'));
  });

  it('are paused while the house rests, and then nobody ticks', async () => {
    await stop();
    const ticks = await ticksOf(config);
    await ticks.pause('sends');
    assert.deepEqual(await states(ticks), { ...all('stopped'), sends: 'paused' });
    await assert.rejects(ticks.run('sends'), /carillon start/);
    await start();
    assert.equal((await states(ticks))['sends'], 'paused');
    await ticks.resume('sends');
  });

  it('do not tick when nobody can tell what was paused', async () => {
    await stop();
    const file = join(folder, 'ticks.json');
    fs.writeFileSync(file, '{"paused":["ca');
    await assert.rejects(start(), (error: unknown) => error instanceof HouseUnavailable && /ticks.json.*remove it/.test(error.message));
    fs.rmSync(file);
    await start();
    assert.deepEqual(await states(await ticksOf(config)), all('running'));
  });

  it('are told on the command line', async () => {
    const paused = await carillon(['ticks', 'pause', '--tick', 'campaigns', '--data', folder]);
    assert.match(paused.stdout, /^campaigns +PAUSED.*ticks resume/);
    const status = await carillon(['status', '--data', folder]);
    assert.match(status.stdout, /PAUSED: campaigns/);
    const resumed = printed<readonly TickStatus[]>(await carillon(['ticks', 'resume', '--json', '--data', folder]));
    assert.deepEqual(
      resumed.map(({ state }) => state),
      tickNames.map(() => 'running'),
    );
    assert.equal((await carillon(['ticks', 'stop', '--data', folder])).code, 2);
    assert.equal((await carillon(['ticks', 'run', '--tick', 'noon', '--data', folder])).code, 2);
  });
});

describe('the ticks of a house that is not there', () => {
  it('say so for a folder', () => assert.rejects(ticksOf(readConfig({ dataDir: join(os.tmpdir(), 'carillon-none') }, {})), /no house in/));

  const cloud = {
    CARILLON_HOUSE: 'google-cloud',
    GOOGLE_CLOUD_PROJECT: 'a-project',
    CARILLON_BUCKET: 'a-bucket',
    CARILLON_MASTER_KEY_SECRET: 'projects/a-project/secrets/a',
    CARILLON_FINGERPRINT_KEY_SECRET: 'projects/a-project/secrets/b',
    MYSQL_URL: 'mysql://root@127.0.0.1:9/none',
    CARILLON_PUSH_ACCOUNT: 'push@a-project.iam.gserviceaccount.com',
    CARILLON_PUSH_AUDIENCE: 'https://carillon.example',
  };
  it('ask for the region of Cloud Scheduler', () =>
    assert.rejects(
      ticksOf(readConfig({}, cloud)),
      (error: unknown) => error instanceof ConfigInvalid && /CARILLON_REGION/.test(error.message),
    ));
  it('take no region that is none', () => {
    assert.throws(() => readConfig({}, { ...cloud, CARILLON_REGION: 'here' }), /CARILLON_REGION must be a region like/);
    assert.equal(readConfig({}, { ...cloud, CARILLON_REGION: 'us-central1' }).googleCloud?.region, 'us-central1');
  });
});
