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
import { operations } from '../support/api-answers.ts';
import { callOperation, furnish } from '../support/api-house.ts';
import { eventually } from '../support/eventually.ts';
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
  it('writes the trace of its caller into the lines of a request, beside the id that the answer has', async () => {
    const [trace, span] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];
    const asking = {
      key: api.key,
      body: { email: 'traced@example.com', role: 'viewer' },
      headers: { traceparent: `00-${trace}-${span}-01` },
    };
    const answer = await callOperation(
      api.origin,
      operations.find(({ id }) => id === 'inviteUser')!,
      asking,
    );
    assert.equal(answer.status, 201, answer.text);
    const id = answer.headers.get('request-id')!;
    const lines = () =>
      door
        .said()
        .split('\n')
        .filter((one) => one.includes(id));
    await eventually('a line of the request', () => lines().length > 0);
    const said = JSON.parse(lines()[0]!) as Readonly<Record<string, unknown>>;
    assert.deepEqual(
      [said['logging.googleapis.com/trace'], said['logging.googleapis.com/spanId'], said['logging.googleapis.com/trace_sampled']],
      [trace, span, true],
    );
  });
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
