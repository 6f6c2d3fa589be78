import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { command } from '#wiring/command-client.ts';
import { readConfig, type Config } from '#wiring/config.ts';
import { readJson } from '#wiring/read-json.ts';
import { dataFolder, nobodyLeft, type DataFolder } from '../support/carillon.ts';
import { eventually } from '../support/eventually.ts';
import { answers, openWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';
import { startHouse, type RunningHouse } from './running-house.ts';

const root = join(import.meta.dirname, '../..');
const companyId = 'co_main';
/** Nobody listens there: webhooks need no reporting database. */
const options = { env: { MYSQL_URL: 'mysql://root@127.0.0.1:9/none' } };

describe('a house that is killed while it tells a customer', () => {
  let folder: DataFolder;
  let config: Config;
  let house: RunningHouse;
  let receiver: WebhookReceiver;
  before(async () => {
    [folder, receiver] = [dataFolder(), await openWebhookReceiver()];
    config = readConfig({ dataDir: folder.path, logLevel: 'silent' }, {});
    house = await startHouse(folder.path, [], options);
    const definition = readJson(join(root, 'examples/now.json'));
    await command(config, 'put-campaign', { companyId, definition });
  });
  after(async () => {
    house.running.kill('SIGKILL');
    await nobodyLeft(folder.path);
    await receiver.close();
    folder.remove();
  });

  const told = (): number => new Set(receiver.received.map(({ event }) => event.id)).size;
  const again = async (): Promise<void> => {
    await house.running.ended;
    // the new one is open when it has written its own
    rmSync(join(folder.path, 'house.json'), { force: true });
    house = await startHouse(folder.path, [], options);
  };

  it('tells everything when it is back: what nobody noted once more, under the same id', async () => {
    const added = await command(config, 'add-endpoint', { companyId, url: receiver.url, events: ['company.*'], by: 'Ana' });
    const { endpointId } = (added as { endpoint: { endpointId: string } }).endpoint;
    // whether somebody listens is asked twice a second
    await sleep(600);
    const cut: string[] = [];
    const of = (id: string): number => receiver.received.filter(({ event }) => event.id === id).length;
    for (const isAnswered of [false, true]) {
      // the call has left and is not noted; or it is answered, and perhaps noted
      receiver.answer((response, { event }) => {
        cut.push(event.id);
        if (isAnswered) response.writeHead(204).end();
        house.running.kill('SIGKILL');
      });
      const before = told();
      await command(config, 'halt-company', { companyId, by: 'Ana' });
      await eventually('it calls and is killed', () => told() > before);
      receiver.answer(answers(204));
      await again();
      await eventually('what was cut off comes again, or was noted', async () => isAnswered || of(cut[0]!) >= 2);
      await command(config, 'lift-company', { companyId, by: 'Ana' });
      await eventually('both are told', () => told() === before + 2);
    }
    const attempts = async () =>
      (await command(config, 'list-attempts', { companyId, endpointId })) as readonly { outcome: string; item: { id: string } }[];
    await eventually('each is noted', async () => new Set((await attempts()).map(({ item }) => item.id)).size === 4);
    assert.deepEqual(new Set((await attempts()).map(({ outcome }) => outcome)), new Set(['delivered']));
  });

  it('tells the quick one while as many as a company may have hang', async () => {
    const hanging = await openWebhookReceiver();
    const open: { end: () => unknown }[] = [];
    hanging.answer((response) => void open.push(response));
    try {
      for (let n = 0; n < 15; n++)
        await command(config, 'add-endpoint', { companyId, url: `${hanging.url}?n=${n}`, events: ['company.*'], by: 'Ana' });
      receiver.received.splice(0);
      await command(config, 'halt-company', { companyId, by: 'Ana' });
      await eventually('all are called', () => open.length === 15 && receiver.received.length === 1);
      await command(config, 'lift-company', { companyId, by: 'Ana' });
      await eventually('the quick one hears the next', () => receiver.received.length === 2);
      assert.ok(open.length >= 15, 'none of the others has been answered');
    } finally {
      for (const response of open) response.end();
      await hanging.close();
    }
  });
});
