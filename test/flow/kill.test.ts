import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolder, isDatabase, isSimulator, nobodyLeft, printed, processesOf, type DataFolder, type Found } from '../support/carillon.ts';
import { eventually } from '../support/eventually.ts';
import { acceptedIn, outcomeOf } from './demo-outcome.ts';
import { chance, killWhen, ledgerOf, sameAsUndisturbed, startDemo, undisturbedRun, type DemoRun, type Undisturbed } from './killed-demo.ts';

const appointments = join(import.meta.dirname, '../../examples/appointments.csv');
const kills = 6;
const seed = Number(process.env['CARILLON_TEST_SEED'] ?? Date.now() % 1_000_000);

describe('a demo that is killed', () => {
  let folder: DataFolder;
  let undisturbed: Undisturbed;
  const runIn = ({ path }: DataFolder): DemoRun => ({ folder: path, args: ['--file', appointments] });

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

  it(`ends with the same numbers after ${kills} kills, whenever they come (seed ${seed})`, async () => {
    const random = chance(seed);
    const moments = Array.from({ length: kills }, () => random()).sort((one, other) => one - other);
    let killed = 0;
    for (const share of moments) {
      // the ledger grows with the sending: a share of it is a moment of the job, however quick the machine
      const moment = share < 0.2 ? { afterMs: 200 + share * 5_000 } : { ledgerBytes: Math.round(share * undisturbed.ledgerBytes) };
      if (await killWhen(runIn(folder), moment)) killed += 1;
    }
    assert.ok(killed >= kills / 2, `only ${killed} of ${kills} came before the end`);
    await sameAsUndisturbed(runIn(folder), undisturbed);
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
