import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { readConfig } from '#wiring/config.ts';
import { readHouseFile } from '#wiring/data-folder.ts';
import { openLiveHouse, type LiveHouse } from '#wiring/live-house.ts';

/** Nobody listens on port 9: neither a provider nor a database. */
const nowhere = { twilio: { ...simulatorAccount, baseUrl: 'http://127.0.0.1:9' }, mysqlUrl: 'mysql://root@127.0.0.1:9/none' };

describe('the embedded house over HTTP, its reporting database away', () => {
  let folder: string;
  let live: LiveHouse;
  before(async () => {
    folder = fs.mkdtempSync(join(os.tmpdir(), 'carillon-live-'));
    live = await openLiveHouse(readConfig({ dataDir: folder, logLevel: 'silent', ...nowhere }, {}));
  });
  after(async () => {
    await live.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (
    path: string,
    { method = 'GET', token, body, headers = {} }: { method?: string; token?: string; body?: string; headers?: object } = {},
  ) => {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(`http://127.0.0.1:${live.port}${path}`, {
      method,
      headers: { ...authorization, ...headers },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
    };
  };
  const command = (name: string, body: string, token = readHouseFile(folder)?.token) =>
    ask(`/house/${name}`, { method: 'POST', body, ...(token !== undefined && { token }) });

  it('is live', async () => {
    assert.deepEqual(await ask('/health/live'), { status: 200, type: 'application/json', body: { status: 'live' } });
  });

  it('is ready, and says that reports are away', async () => {
    const { status, body } = await ask('/health/ready');
    assert.deepEqual([status, body['status'], body['reporting'], body['deadLetters']], [200, 'ready', 'away', false]);
    assert.equal(typeof body['pending'], 'number');
    const { version } = JSON.parse(fs.readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string };
    assert.equal(body['version'], version);
    const problems = body['problems'] as readonly { code: string; says: string }[];
    assert.ok(problems.some(({ code, says }) => code === 'reporting_away' && says.includes('MYSQL_URL')));
  });

  it('answers HEAD like GET, without a body', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const { status, type, body } = await ask(path, { method: 'HEAD' });
      assert.deepEqual([status, type, body], [200, 'application/json', {}]);
    }
  });

  it('knows no other path and no other method', async () => {
    for (const [path, method] of [
      ['/', 'GET'],
      ['/health', 'GET'],
      ['/health/live', 'POST'],
      ['/health/ready/', 'GET'],
      ['/house/status', 'GET'],
      ['/messages/status/twilio', 'PUT'],
      ['/messages/status/', 'POST'],
      ['/messages/status/twilio/more', 'POST'],
      ['/accept-drop', 'POST'],
    ] as const) {
      const { status, type } = await ask(path, { method });
      assert.deepEqual([status, type], [404, 'application/problem+json'], `${method} ${path}`);
    }
  });

  it('takes reports by GET too, for there are providers that make them so, and knows who does not', async () => {
    const { status, type } = await ask('/messages/status/twilio?m=msg_abc-1-2-sms-0', { method: 'GET' });
    assert.deepEqual([status, type], [400, 'application/problem+json']);
  });

  it('answers 4xx to callbacks that are not what they should be', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const statuses = [];
    for (const [path, body] of [
      ['/messages/status/nobody', 'MessageStatus=sent'],
      ['/messages/status/twilio', 'MessageStatus=sent'],
      ['/messages/status/twilio?m=msg_a-0-2-sms-0', ''],
      ['/messages/status/twilio?m=%', '%%%'],
      ['/messages/status/twilio?m=1', '{"json":'],
    ] as const) {
      const { status, type } = await ask(path, { method: 'POST', headers: { ...headers, 'x-twilio-signature': 'wrong' }, body });
      assert.equal(type, 'application/problem+json');
      statuses.push(status);
    }
    assert.deepEqual(statuses, [404, 403, 403, 403, 403]);
  });

  it("takes commands with the token of its folder's file, which others can not read, and without it none", async () => {
    assert.equal(fs.statSync(join(folder, 'house.json')).mode & 0o777, 0o600);
    assert.equal((await command('status', '{}')).status, 200);
    for (const token of ['', 'wrong', `${readHouseFile(folder)?.token}x`]) {
      const { status, body } = await command('status', '{}', token);
      assert.deepEqual([status, body['code']], [401, 'token_invalid']);
    }
    assert.equal((await ask('/house/status', { method: 'POST', body: '{}' })).status, 401);
  });

  it('refuses commands that there are not, and bodies that they do not take', async () => {
    for (const [name, body, code] of [
      ['nothing', '{}', 'command_unknown'],
      ['', '{}', 'command_unknown'],
      ['constructor', '{}', 'command_unknown'],
      ['status', '{"half":', 'input_invalid'],
      ['approve-campaign', '{}', 'input_invalid'],
      ['approve-campaign', '{"campaignId":"cmp_nothing"}', 'campaign_unknown'],
      ['put-campaign', '{"companyId":"co_a","definition":{}}', undefined],
    ] as const) {
      const answered = await command(name, body);
      assert.deepEqual([answered.status, answered.type], [400, 'application/problem+json'], name);
      if (code !== undefined) assert.equal(answered.body['code'], code);
    }
  });

  it('is held by one house', async () => {
    const second = openLiveHouse(readConfig({ dataDir: folder, logLevel: 'silent', ...nowhere }, {}));
    await assert.rejects(second, {
      name: 'HouseUnavailable',
      message: new RegExp(`already served by another carillon on port ${live.port}`),
    });
    assert.equal((await ask('/health/live')).status, 200);
  });
});
