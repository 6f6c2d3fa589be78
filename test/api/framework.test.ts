import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { readConfig } from '#wiring/config.ts';
import { openEmbedded } from '#wiring/embedded.ts';
import { hostileContract } from '../contracts/api.hostile.ts';
import { misuseContract } from '../contracts/api.misuse.ts';
import { apiContract, samplesOf, type ApiUnderTest } from '../contracts/api.contract.ts';
import { furnish } from '../support/api-house.ts';
import { openSingleDoor, type SingleDoor } from '../support/single-door.ts';
import type { Sample } from './samples/sample.ts';

describe('the API under the functions framework', () => {
  let folder: string;
  let door: SingleDoor;
  let api: ApiUnderTest;
  let samples: ReadonlyMap<string, Sample>;
  before(async () => {
    folder = fs.mkdtempSync(join(os.tmpdir(), 'carillon-api-'));
    const env = { CARILLON_DATA: folder, CARILLON_LOG: 'warn', MYSQL_URL: 'mysql://nobody@127.0.0.1:9/none' };
    // the folder has one holder at a time: whatever samples need is made before the door has it
    const embedded = await openEmbedded(readConfig({}, env));
    const furnished = await furnish(embedded.house, { provider: 'twilio', accountId: simulatorAccount.accountId });
    samples = await samplesOf({ ...furnished, origin: '' });
    await embedded.close();
    door = await openSingleDoor('api', env);
    api = { ...furnished, origin: `http://127.0.0.1:${door.port}` };
  });
  after(async () => {
    await door.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  apiContract(
    () => api,
    () => samples,
  );
  describe('what is hostile', () => {
    hostileContract({ api: () => api, samples: () => samples });
  });
  describe('misuse', () => {
    misuseContract({ api: () => api, samples: () => samples });

    it('prints nothing of what it was sent', () => {
      assert.ok(door.said() !== '');
      assert.doesNotMatch(door.said(), /Marguerite-Secret|\+1208555\d{4}|carillon_(?:live|test|team)_\w{8}|SyntaxError/);
    });
  });
});
