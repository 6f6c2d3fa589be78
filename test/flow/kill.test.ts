import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolder, isDatabase, isSimulator, nobodyLeft, printed, processesOf, type DataFolder, type Found } from '../support/carillon.ts';
import { eventually } from '../support/eventually.ts';
import { acceptedIn, outcomeOf } from './demo-outcome.ts';
import { chance, killWhen, ledgerOf, sameAsUndisturbed, startDemo, undisturbedRun, type DemoRun, type Undisturbed } from './killed-demo.ts';

const appointments = join(import.meta.dirname, '../../examples/appointments.csv');
const lanes = 3;
const killsPerLane = 2;
const seed = Number(process.env['CARILLON_TEST_SEED'] ?? Date.now() % 1_000_000);

/** Recovery waits in real time until no sleeper can still send: a busy machine adds to that. */
const longMs = 180_000;

describe('a demo that is killed', function () {
  this.timeout(longMs);
  let folder: DataFolder;
  let undisturbed: Undisturbed;
  const runIn = ({ path }: Pick<DataFolder, 'path'>): DemoRun => ({ folder: path, args: ['--file', appointments] });

  /** Kills a demo early, while its file is read, and then somewhere in its sending; gives how many kills came before the end. */
  const killAndGoOn = async (path: string, laneSeed: number): Promise<number> => {
    const random = chance(laneSeed);
    const run = runIn({ path });
    let killed = (await killWhen(run, { afterMs: 300 + random() * 2_500 })) ? 1 : 0;
    // the ledger grows with the sending: a share of it is a moment of the job, however quick the machine
    if (await killWhen(run, { ledgerBytes: Math.round(random() * undisturbed.ledgerBytes) })) killed += 1;
    await sameAsUndisturbed(run, undisturbed);
    return killed;
  };

  before(async () => {
    const calm = dataFolder();
    undisturbed = await undisturbedRun(runIn(calm));
    await nobodyLeft(calm.path);
    calm.remove();
  });
  beforeEach(() => (folder = dataFolder()));
  afterEach(async () => {
    await nobodyLeft(folder.path);
    folder.remove();
  });

  it(`ends with the same numbers after ${lanes * killsPerLane} kills, whenever they come (seed ${seed})`, async () => {
    // side by side: most of the time after a kill is spent on waiting until no sleeper can still send
    const killed = await Promise.all(
      Array.from({ length: lanes }, (_, lane) => killAndGoOn(join(folder.path, `lane-${lane}`), seed + lane)),
    );
    const all = killed.reduce((sum, count) => sum + count, 0);
    assert.ok(all >= lanes, `only ${all} of ${lanes * killsPerLane} kills came before the end`);
  });

  const oneProcess = async (is: (found: Found) => boolean): Promise<Found> => {
    let found: Found | undefined;
    await eventually('the process is there', () => (found = processesOf(folder.path).find(is)) !== undefined);
    return found!;
  };

  const sentSome = async (count: number): Promise<void> =>
    eventually(`${count} messages are sent`, async () => (await acceptedIn(ledgerOf(folder.path))).size >= count, 30_000);

  it('goes on when its reporting database is killed', async () => {
    const demo = startDemo(runIn(folder));
    await sentSome(20);
    process.kill((await oneProcess(isDatabase)).pid, 'SIGKILL');
    const ended = await demo.ended;
    assert.equal(ended.code, 0, ended.stderr);
    assert.deepEqual(outcomeOf(printed(ended)), undisturbed.outcome);
    assert.match(ended.stderr, /the reporting database is back/);
    assert.ok(ended.stderr.split('\n').length < 12, `it says so once: ${ended.stderr}`);
  });

  it('goes on when its phone network is killed', async () => {
    const demo = startDemo(runIn(folder));
    await sentSome(20);
    process.kill((await oneProcess(isSimulator)).pid, 'SIGKILL');
    const ended = await demo.ended;
    assert.equal(ended.code, 0, ended.stderr);
    assert.deepEqual(outcomeOf(printed(ended)), undisturbed.outcome);
  });

  it('takes its database and its phone network with it', async () => {
    const demo = startDemo(runIn(folder));
    await oneProcess(isDatabase);
    await oneProcess(isSimulator);
    await sleep(100);
    demo.kill('SIGKILL');
    await demo.ended;
    await nobodyLeft(folder.path, 25_000);
  });
});
