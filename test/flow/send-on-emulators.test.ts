import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SendAnswer } from '#app/send-one.ts';
import { openCloud, type CloudHouse } from '#wiring/cloud.ts';
import { carryOut } from '#wiring/commands.ts';
import { readConfig } from '#wiring/config.ts';
import { startEmulatedCloud, type EmulatedCloud } from '#wiring/emulated-cloud.ts';
import { openLog } from '#wiring/logging.ts';
import { readJson } from '#wiring/read-json.ts';
import { dataFolder, nobodyLeft, type DataFolder } from '../support/carillon.ts';
import { describeOnEmulators } from '../support/emulators.ts';
import { eventually } from '../support/eventually.ts';
import { acceptedIn, sentTwice } from './demo-outcome.ts';
import { listensAndTriggers, survivesAKilledCaller } from './hooks-on-emulators.ts';

const root = join(import.meta.dirname, '../..');

describeOnEmulators('one message now, on Google Cloud', function (this: Mocha.Suite) {
  this.timeout(180_000);
  let folder: DataFolder;
  let cloud: EmulatedCloud;
  let open: CloudHouse;

  before(async () => {
    folder = dataFolder();
    const config = readConfig({ dataDir: folder.path, logLevel: 'error' });
    cloud = await startEmulatedCloud(config, openLog(config), { say: () => undefined, twins: ['api'] });
    open = await openCloud(cloud.config);
  });
  after(async () => {
    await open?.close();
    await cloud?.close();
    await nobodyLeft(folder.path);
    folder.remove();
  });

  const writesOf = (door: string): number => {
    const pid = readFileSync(join(folder.path, 'emulators', `${door}.pid`), 'utf8');
    const meter = join(cloud.meterDir, `${pid}.json`);
    return existsSync(meter) ? ((JSON.parse(readFileSync(meter, 'utf8')) as { writes?: number }).writes ?? 0) : 0;
  };

  it('goes through the door send-now without a tick, once', async () => {
    const definition = readJson(join(root, 'examples/now.json'));
    const { campaignId } = (await carryOut(open, 'put-campaign', { companyId: 'co_main', definition })) as { campaignId: string };
    await carryOut(open, 'approve-campaign', { campaignId });
    await carryOut(open, 'activate-campaign', { campaignId });
    const rows = readJson(join(root, 'examples/recipients.json'));
    const ask = async () => (await carryOut(open, 'send', { campaignId, rows, reference: 'call 7' })) as SendAnswer;
    const [first, ...others] = await Promise.all([ask(), ask(), ask()]);
    const { again: _, ...answer } = first;
    // each of them may be the one that was first
    for (const { again, ...other } of others) assert.deepEqual([other, typeof again], [answer, 'boolean']);
    assert.deepEqual(
      first?.results.map(({ outcome }) => outcome),
      ['queued', 'queued', 'rejected'],
    );
    await eventually('both are sent', async () => (await acceptedIn(cloud.ledgerFile)).size === 2, 30_000);
    assert.deepEqual(await ask(), { ...answer, again: true });
    assert.deepEqual(sentTwice(await acceptedIn(cloud.ledgerFile)), []);
    await eventually('the door send-now has written what it sent', () => writesOf('send-now') > 0);
    assert.equal(writesOf('send-work'), 0);
  });

  it('by the API, through two processes at once: one answer, one message, one limit, and sealed', async () => {
    const companyId = 'co_main';
    const definition = { ...(readJson(join(root, 'examples/now.json')) as object), name: 'By the API' };
    const { campaignId } = (await carryOut(open, 'put-campaign', { companyId, definition })) as { campaignId: string };
    await carryOut(open, 'approve-campaign', { campaignId });
    await carryOut(open, 'activate-campaign', { campaignId });
    const limits = { perMinute: 40 };
    const { secret } = (await carryOut(open, 'issue-key', { companyId, name: 'two', by: 'Ana', limits })) as { secret: string };
    const origins = cloud.doors.filter(({ name }) => name === 'api').map(({ url }) => url);
    assert.equal(origins.length, 2);
    const [rows] = [readJson(join(root, 'examples/recipients.json')) as Record<string, unknown>[]];
    const ask = async (origin: string, key: string, phone: string) => {
      const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json', 'idempotency-key': key };
      const body = JSON.stringify({ campaign: campaignId, fields: { ...rows[0], phone } });
      const answer = await fetch(`${origin}/v1/messages`, { method: 'POST', headers, body, signal: AbortSignal.timeout(60_000) });
      return { status: answer.status, text: await answer.text() };
    };
    const same = await Promise.all([0, 1, 2, 3].map((n) => ask(origins[n % 2]!, 'same', '+12085550171')));
    const taken = same.filter(({ status }) => status === 201);
    assert.ok(taken.length > 0 && same.every(({ status }) => status === 201 || status === 409), JSON.stringify(same));
    assert.equal(new Set(taken.map(({ text }) => text)).size, 1, JSON.stringify(same));
    const more = await Promise.all(Array.from({ length: 60 }, (_, n) => ask(origins[n % 2]!, `more ${n}`, '+12085550172')));
    const through = same.length + more.filter(({ status }) => status !== 429).length;
    assert.ok(
      more.every(({ status }) => status === 201 || status === 429),
      JSON.stringify(more.map(({ status }) => status)),
    );
    // a minute may end in between
    assert.ok(through <= 80 && through >= 20, `${through} of 64 requests with a limit of 40`);
    await eventually('one message each is sent', async () => [...(await acceptedIn(cloud.ledgerFile)).values()].length === 4, 30_000);
    assert.deepEqual(sentTwice(await acceptedIn(cloud.ledgerFile)), []);
  });

  it('tells a developer who listens what he triggers, lists what was tried, and tells it again', () =>
    listensAndTriggers({ cloud, open, folder: folder.path }));

  it('tells a customer again what a killed door may have told', () => survivesAKilledCaller({ cloud, open, folder: folder.path }));
});
