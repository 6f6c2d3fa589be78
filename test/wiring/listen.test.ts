import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { readWebhookEndpoints } from '#app/change-webhook-endpoints.ts';
import { registerCompany } from '#app/register-company.ts';
import { command } from '#wiring/command-client.ts';
import { readConfig, type Config } from '#wiring/config.ts';
import { openLiveHouse, type LiveHouse } from '#wiring/live-house.ts';
import { carillon, startCarillon } from '../support/carillon.ts';
import { eventually } from '../support/eventually.ts';
import { openWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

/** Nobody listens on port 9: neither a provider nor a database. */
const nowhere = { twilio: { ...simulatorAccount, baseUrl: 'http://127.0.0.1:9' }, mysqlUrl: 'mysql://root@127.0.0.1:9/none' };
const companyId = 'co_main';

describe('carillon listen, beside a house whose reporting database is away', () => {
  let folder: string;
  let config: Config;
  let live: LiveHouse;
  let receiver: WebhookReceiver;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'carillon-listen-'));
    config = readConfig({ dataDir: folder, logLevel: 'silent', ...nowhere }, {});
    live = await openLiveHouse(config);
    receiver = await openWebhookReceiver();
    const account = { provider: 'twilio', accountId: simulatorAccount.accountId };
    await registerCompany(live.house, { companyId, name: 'Main', account }, { id: 'req_listen', now: live.house.clock.now() });
  });
  after(async () => {
    await live.close();
    await receiver.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('hands on what happens as it is signed, prints it line by line, and leaves nothing behind', async () => {
    const listening = startCarillon(['listen', '--forward-to', receiver.url, '--data', folder]);
    await eventually('a secret', () => listening.stderr().includes('Ready!'));
    const secret = /whsec_\S+/.exec(listening.stderr())![0];
    // whether somebody listens is asked twice a second
    await new Promise((resolve) => setTimeout(resolve, 600));
    await command(config, 'halt-company', { companyId, by: 'ana' });
    await eventually('the event', () => receiver.received.length === 1);
    const [{ body, headers, event }] = receiver.received as [WebhookReceiver['received'][0]];
    assert.deepEqual([event.type, new Webhook(secret).verify(body, headers)], ['company.halted', event]);

    const triggered = await carillon(['trigger', 'message.delivered', '--data', folder]);
    assert.equal(triggered.code, 0, triggered.stderr);
    assert.match(triggered.stdout, /^a sample of message\.delivered \[evt_\w+\] goes to whk_\w+\nnothing has happened/);
    await eventually('the sample', () => receiver.received.length === 2 && listening.stdout().split('\n').length > 4);
    assert.equal(receiver.received[1]!.event.sample, true);
    const lines = listening.stdout().split('\n');
    assert.equal(lines[0], `--> company.halted [${event.id}]`);
    assert.equal(lines[1], `<-- [204] POST ${receiver.url} [${event.id}]`);

    listening.kill('SIGINT');
    assert.equal((await listening.ended).code, 0);
    assert.deepEqual(await readWebhookEndpoints(live.house, companyId), {});
  });

  it('says of an event that is none what to do', async () => {
    const { code, stderr } = await carillon(['trigger', 'message.gone', '--data', folder]);
    assert.deepEqual([code, /there is no event message\.gone/.test(stderr)], [1, true]);
  });
});
