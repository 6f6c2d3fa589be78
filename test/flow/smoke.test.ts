import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { carillon, dataFolder, nobodyLeft, printed, type DataFolder } from '../support/carillon.ts';
import { acceptedIn } from './demo-outcome.ts';
import { ledgerOf } from './killed-demo.ts';
import { startHouse } from './running-house.ts';

type Smoke = Readonly<{ version: string; campaignId: string; path: string; sent: number; seconds: number }>;

describe('carillon smoke', () => {
  let folder: DataFolder;
  beforeEach(() => {
    folder = dataFolder();
  });
  afterEach(async () => {
    await nobodyLeft(folder.path);
    folder.remove();
  });

  it('does nothing unless it is told to send', async () => {
    const { code, stdout, stderr } = await carillon(['smoke', '--data', folder.path]);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /sends one message from \+15005550006 to \+12085550142.*--send-one-message/);
  });

  it('is used wrongly with what is no number, no address, no time', async () => {
    for (const wrong of [
      ['--to', '5550142'],
      ['--from', 'us'],
      ['--url', 'health'],
      ['--url', 'ftp://health'],
      ['--timeout', 'soon'],
    ]) {
      const { code, stderr } = await carillon(['smoke', '--send-one-message', ...wrong]);
      assert.equal(code, 2, stderr);
    }
  });

  it('says where nobody answers, and what a house that is not ready says', async () => {
    const smoke = (...args: readonly string[]) => carillon(['smoke', '--send-one-message', '--data', folder.path, ...args]);
    const nowhere = await smoke();
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.stderr, /^carillon: say with --url where/);
    assert.match(
      (await smoke('--url', 'http://127.0.0.1:9')).stderr,
      /^carillon: nobody answers at http:\/\/127\.0\.0\.1:9\/health\/ready/,
    );
    const sick = createServer((_, response) => {
      response
        .writeHead(503)
        .end(JSON.stringify({ status: 'unready', problems: [{ code: 'store_silent', says: 'the database is gone' }] }));
    }).listen(0, '127.0.0.1');
    await once(sick, 'listening');
    const { port } = sick.address() as AddressInfo;
    const unready = await smoke('--url', `http://127.0.0.1:${port}`);
    sick.close();
    assert.equal(unready.code, 1);
    assert.match(unready.stderr, /^carillon: the house is not ready \(503\): the database is gone\n/);
  });

  it('sends one message through every door of a house, again each time, and tells why none was sent', async () => {
    const house = await startHouse(folder.path);
    const smoke = (...args: readonly string[]) => house.run('smoke', '--send-one-message', '--json', ...args);
    const sent = async (): Promise<readonly string[]> => [...(await acceptedIn(ledgerOf(folder.path))).keys()];
    const first = printed<Smoke>(await smoke());
    assert.equal(first.sent, 1);
    assert.match(first.path, new RegExp(`^drops/co_smoke/${first.campaignId}/smoke-\\w+\\.csv$`));
    const [message, ...others] = await sent();
    assert.match(message ?? '', /^\+12085550142 This is a test/);
    assert.deepEqual(others, []);
    const url = `http://127.0.0.1:${house.port}/`;
    assert.equal(printed<Smoke>(await smoke('--url', url, '--to', '+12085550143')).sent, 1);
    assert.equal((await sent()).length, 2);
    const refused = await smoke('--to', '+12085', '--timeout', '60');
    assert.equal(refused.code, 2, 'no number at all');
    const bad = await smoke('--to', '+99999999999', '--timeout', '60');
    assert.equal(bad.code, 1);
    assert.match(bad.stderr, /carillon: the message was not sent \(rejected\): "carillon report failures --company co_smoke" says why/);
    assert.equal((await sent()).length, 2);
    assert.equal((await house.stop()).code, 0);
  });
});
