import assert from 'node:assert/strict';
import { runChaos } from '../chaos/chaos.ts';
import { chaosTable, faultsIn } from '../chaos/chaos-words.ts';
import { openPlatform } from '../chaos/open-platform.ts';
import { dataFolder, nobodyLeft } from '../support/carillon.ts';

const strikes = 20;
const messages = 2_000;
const seed = Number(process.env['CARILLON_TEST_SEED'] ?? Date.now() % 1_000_000);

/** A machine that is busy with other things takes its time to start the house twenty times. */
const longMs = 420_000;

describe('a platform that is killed and frozen while it sends through a network that has a bad day', function () {
  this.timeout(longMs);

  it(`sends ${messages} people one message each, whatever happens at which of ${strikes} instants (seed ${seed})`, async () => {
    const folder = dataFolder();
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    const platform = await openPlatform('embedded', { folder: folder.path, seed, say });
    try {
      const result = await runChaos(platform, { strikes, messages, seed, latencyMs: 300, say });
      const story = `${said.join('\n')}\n${chaosTable(result, { on: 'embedded', ...platform })}`;
      assert.deepEqual(faultsIn(result), [], story);
      assert.ok(result.inFlight >= strikes / 2, `only ${result.inFlight} strikes came while messages were in flight\n${story}`);
    } finally {
      await platform.close();
    }
    await nobodyLeft(folder.path);
    folder.remove();
  });
});
