import assert from 'node:assert/strict';
import { join } from 'node:path';
import doors from '#functions/doors.json' with { type: 'json' };
import type { CloudDemoResult } from '#wiring/emulator-demo.ts';
import { dataFolder, nobodyLeft, printed, type DataFolder } from '../support/carillon.ts';
import { describeOnEmulators } from '../support/emulators.ts';
import { acceptedIn, outcomeOf, sentTwice } from './demo-outcome.ts';
import { chance, undisturbedRun, type Undisturbed } from './killed-demo.ts';
import { killDoors } from './killed-doors.ts';

const root = join(import.meta.dirname, '../..');
const args = ['--file', join(root, 'examples/appointments.csv'), '--campaign', join(root, 'examples/now.json')];
const seed = Number(process.env['CARILLON_TEST_SEED'] ?? Date.now() % 1_000_000);

const longMs = 300_000;

describeOnEmulators('the demo with every door as a process of its own', function (this: Mocha.Suite) {
  this.timeout(longMs);
  let folder: DataFolder;
  let embedded: Undisturbed;

  before(async () => {
    const calm = dataFolder();
    embedded = await undisturbedRun({ folder: calm.path, args });
    calm.remove();
  });
  beforeEach(() => (folder = dataFolder()));
  afterEach(async () => {
    await nobodyLeft(folder.path);
    folder.remove();
  });

  it(`prints the JSON of the embedded run, though each door is killed, whenever it comes (seed ${seed})`, async () => {
    const random = chance(seed);
    const order = doors.map(({ name }) => ({ name, at: random() })).sort((one, other) => one.at - other.at);
    // those that do the work first: they have something in their hands
    const busy = ['load-packet', 'queue-rows', 'send-work', 'receive-status', 'project'];
    const queue = [...busy, ...order.map(({ name }) => name).filter((name) => !busy.includes(name))];
    const { ended, killed } = await killDoors(
      { folder: folder.path, args },
      { pauseMs: () => 50 + random() * 700, pick: () => queue.shift() ?? 'send-work', most: queue.length },
    );
    assert.equal(ended.code, 0, ended.stderr);
    const { billed, ...result } = printed<CloudDemoResult>(ended);
    assert.deepEqual(outcomeOf(result), embedded.outcome);
    assert.ok(killed.size >= busy.length, `only ${[...killed.keys()].join(', ')} were killed before the end`);
    const accepted = await acceptedIn(join(folder.path, 'emulators/ledger.jsonl'));
    assert.deepEqual(sentTwice(accepted), [], 'nobody gets a message twice');
    assert.deepEqual([...accepted.keys()].sort(), [...embedded.accepted.keys()].sort(), 'nobody is missing');
    assert.ok(Number(billed.total['writes']) > 0 && Number(billed.per_message['reads']) > 0, 'what Google bills is counted');
  });
});
