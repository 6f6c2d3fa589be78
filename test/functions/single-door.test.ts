import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { acceptDrop } from '#app/accept-drop.ts';
import { campaignIdOf } from '#app/campaign-document.ts';
import { changeCampaign } from '#app/change-campaign.ts';
import { loadPacket } from '#app/load-packet.ts';
import { registerCompany } from '#app/register-company.ts';
import type { House } from '#app/house.ts';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { readConfig } from '#wiring/config.ts';
import { openEmbedded } from '#wiring/embedded.ts';
import { countTypes } from '../support/house-story.ts';
import { people, sendNow } from '../support/house-steps.ts';
import { binaryEvent, openSingleDoor, structuredEvent, type Asked, type SingleDoor } from '../support/single-door.ts';

const companyId = 'co_test';
const campaignId = campaignIdOf(companyId, sendNow.name);
const path = `drops/${companyId}/${campaignId}/people.csv`;
const publicUrl = 'https://carillon.example';

describe('a door alone in its process', function () {
  this.timeout(120_000);
  let folder: string;
  let door: SingleDoor | undefined;
  beforeEach(async () => {
    folder = fs.mkdtempSync(join(os.tmpdir(), 'carillon-door-'));
  });
  afterEach(async () => {
    await door?.stop();
    door = undefined;
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const env = () => ({ CARILLON_DATA: folder, CARILLON_LOG: 'warn' });
  /** Works in the same folder while no door holds it. */
  const inFolder = async <Result>(work: (house: House) => Promise<Result>): Promise<Result> => {
    await door?.stop();
    const embedded = await openEmbedded(readConfig({}, env()));
    try {
      return await work(embedded.house);
    } finally {
      await embedded.close();
    }
  };
  const counts = () => inFolder(({ store }) => countTypes({ opened: { store } as never }));
  const causeOf = (house: House) => ({ id: `req_${crypto.randomUUID()}`, now: house.clock.now() });
  const furnish = (): Promise<void> =>
    inFolder(async (house) => {
      const account = { provider: 'twilio', accountId: simulatorAccount.accountId };
      await registerCompany(house, { companyId, name: 'Test', account }, causeOf(house));
      await changeCampaign(house, companyId, { type: 'PutCampaign', data: { campaignId, definition: sendNow } }, causeOf(house));
      await house.files.write(path, people(2));
    });

  const wrong: readonly (readonly [string, Asked])[] = [
    ['a GET', { method: 'GET' }],
    ['nothing', { body: '' }],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'path=x' }],
    ['JSON that is none', { ...binaryEvent({}), body: '{"path": "Ada Lovelace' }],
    ['a structured event that is no JSON', { ...structuredEvent({}), body: '{"path": "Ada Lovelace' }],
    [
      'an event without an id',
      { ...structuredEvent({}), body: JSON.stringify({ specversion: '1.0', source: '/x', type: 'y', data: { path } }) },
    ],
    ['an event of another version', { ...binaryEvent({ path }), headers: { ...binaryEvent({}).headers, 'ce-specversion': '0.3' } }],
    ['an event without data', binaryEvent(undefined)],
    ['data of another kind', binaryEvent({ file: path })],
    ['data that is a list', structuredEvent([path])],
    ['a path that belongs to nobody', binaryEvent({ path: 'elsewhere/people.csv' })],
    ['a company that nobody knows', binaryEvent({ path: 'drops/co_nobody/cmp_a/people.csv' })],
  ];

  it('accept-drop takes events in binary and in structured mode, and nothing else', async () => {
    await furnish();
    await inFolder((house) => house.files.write(`drops/co_nobody/cmp_a/people.csv`, people(1)));
    const before = await counts();
    door = await openSingleDoor('accept-drop', env());
    for (const [title, asked] of wrong) {
      const { status } = await door.ask(asked);
      assert.ok(status >= 400 && status < 500, `${title}: ${status}`);
    }
    assert.deepEqual(await counts(), before);
    door = await openSingleDoor('accept-drop', env());
    const { status, body } = await door.ask(binaryEvent({ path }));
    assert.deepEqual([status, body], [204, '']);
    assert.equal((await door.ask(structuredEvent({ path }, 'evt_2'))).status, 204, 'delivered again');
    assert.deepEqual(await counts(), { ...before, PacketAccepted: 1 });
  });

  it('answers problems as problem+json and repeats nothing of what it was sent', async () => {
    door = await openSingleDoor('accept-drop', env());
    const { status, type, body } = await door.ask(binaryEvent({ file: 'Ada Lovelace' }));
    assert.deepEqual([status, type.split(';')[0]], [400, 'application/problem+json']);
    assert.equal((JSON.parse(body) as { code: string }).code, 'event_malformed');
    assert.doesNotMatch(body + door.said(), /Lovelace/);
  });

  it('reads bodies itself: what is malformed is answered as a problem, and printed nowhere', async () => {
    door = await openSingleDoor('accept-drop', { ...env(), CARILLON_LOG: 'info' });
    const body = '{"path": "Ada Lovelace, +12085550142, 1 Main St';
    const cases: readonly (readonly [status: number, type: string, more?: Partial<Asked>])[] = [
      [400, 'application/json'],
      [400, 'application/cloudevents+json'],
      [400, 'application/x-www-form-urlencoded'],
      [400, 'text/plain'],
      [400, '{'],
      [415, 'application/json; charset=utf-16'],
      [415, 'application/json', { headers: { 'content-encoding': 'gzip' } }],
      [415, 'application/json', { body: Buffer.from([0x7b, 0xff, 0xfe]) }],
      [413, 'application/json', { body: JSON.stringify({ path: 'Ada Lovelace'.repeat(200_000) }) }],
    ];
    for (const [status, type, more] of cases) {
      const answer = await door.ask({ body, ...more, headers: { ...binaryEvent({}).headers, ...more?.headers, 'content-type': type } });
      assert.deepEqual([answer.status, answer.type.split(';')[0]], [status, 'application/problem+json'], `${type} ${status}`);
      assert.doesNotMatch(answer.body, /Lovelace|555|Main/);
    }
    assert.equal((await door.ask(binaryEvent({ path: 'elsewhere/people.csv' }))).status, 400, 'it goes on');
    assert.doesNotMatch(door.said(), /Lovelace|5550142|555-0142|Main St|SyntaxError/);
  });

  it('load-packet loads what accept-drop accepted', async () => {
    await furnish();
    const packetId = await inFolder((house) => acceptDrop(house, path, causeOf(house)));
    door = await openSingleDoor('load-packet', env());
    assert.equal((await door.ask(structuredEvent({ packetId }))).status, 204);
    const { RowLoaded, PacketLoaded } = await counts();
    assert.deepEqual([RowLoaded, PacketLoaded], [2, 1]);
  });

  it('receive-status takes reports that its provider signed, and no others', async () => {
    await furnish();
    const packetId = await inFolder(async (house) => {
      const id = (await acceptDrop(house, path, causeOf(house))) ?? '';
      await loadPacket(house, id, causeOf(house));
      return id;
    });
    const { accountId, authToken } = simulatorAccount;
    door = await openSingleDoor('receive-status', {
      ...env(),
      CARILLON_PUBLIC_URL: publicUrl,
      CARILLON_TWILIO_ACCOUNT_SID: accountId,
      CARILLON_TWILIO_AUTH_TOKEN: authToken,
    });
    const url = `/messages/status/twilio?m=msg_${packetId.slice(4)}-0-2-sms-0`;
    const form = { MessageSid: `SM${'a'.repeat(32)}`, MessageStatus: 'delivered', AccountSid: accountId };
    const report = (change: { signature?: string; form?: object; path?: string } = {}): Asked => {
      const { path = url, form: fields = form } = change;
      const signature = change.signature ?? getExpectedTwilioSignature(authToken, publicUrl + path, fields as Record<string, string>);
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature };
      return { path, headers, body: new URLSearchParams(fields as Record<string, string>).toString() };
    };
    const statuses: Record<string, number> = {};
    const expected: Record<string, readonly [number, Asked]> = {
      'not signed': [403, { path: url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'MessageStatus=sent' }],
      'signed by somebody else': [403, report({ signature: 'bm9ib2R5IG9mIG91cnM=' })],
      'of another account': [403, report({ form: { ...form, AccountSid: `AC${'b'.repeat(32)}` } })],
      'of a status that nobody knows': [202, report({ form: { ...form, MessageStatus: 'flown' } })],
      'of a message that was never sent': [202, report({ path: url.replace('-0-2-', '-7-2-') })],
      'of no message': [400, report({ path: '/messages/status/twilio' })],
      'for a provider that is not there': [404, report({ path: '/messages/status/nobody?m=1' })],
      right: [204, report()],
    };
    for (const [title, [, asked]] of Object.entries(expected)) statuses[title] = (await door.ask(asked)).status;
    assert.deepEqual(statuses, Object.fromEntries(Object.entries(expected).map(([title, [status]]) => [title, status])));
    assert.equal((await counts())['DeliveryReported'], 1);
  });

  it('health tells from outside that it lives, and what it knows', async () => {
    door = await openSingleDoor('health', { ...env(), K_REVISION: 'health-00007-abc', MYSQL_URL: 'mysql://nobody@127.0.0.1:9/none' });
    const live = await door.ask({ method: 'GET', path: '/health/live' });
    assert.deepEqual([live.status, live.body], [200, '{"status":"live"}']);
    const ready = await door.ask({ method: 'GET', path: '/health/ready?deep=1' });
    const told = JSON.parse(ready.body) as { status: string; reporting: string; revision: string };
    assert.deepEqual([ready.status, told.status, told.reporting, told.revision], [200, 'ready', 'away', 'health-00007-abc']);
    assert.deepEqual(
      [(await door.ask({ method: 'HEAD', path: '/health/ready' })).status, (await door.ask({ path: '/health/live' })).status],
      [200, 404],
    );
  });

  it('health of a house that does not open lives, and is not ready', async () => {
    fs.writeFileSync(join(folder, 'no-folder'), '');
    door = await openSingleDoor('health', { ...env(), CARILLON_DATA: join(folder, 'no-folder') });
    assert.equal((await door.ask({ method: 'GET', path: '/health/live' })).status, 200);
    const { status, body } = await door.ask({ method: 'GET', path: '/health/ready' });
    assert.deepEqual([status, (JSON.parse(body) as { status: string }).status], [503, 'unready']);
  });

  it('does not come up with a configuration that is wrong, and names the variable', async () => {
    await assert.rejects(openSingleDoor('send-work', { ...env(), CARILLON_PORT: 'none' }), /CARILLON_PORT must be a whole number/);
    const cloud = { ...env(), CARILLON_HOUSE: 'google-cloud' };
    await assert.rejects(openSingleDoor('send-work', cloud), /GOOGLE_CLOUD_PROJECT must be .*CARILLON_BUCKET must be/);
  });

  it('on Google Cloud is opened by nobody but the project itself, and not even asks its house before', async () => {
    const nowhere = '127.0.0.1:9';
    const token = 'a-token-of-this-house';
    const cloud = {
      CARILLON_HOUSE: 'google-cloud',
      CARILLON_LOG: 'warn',
      GOOGLE_CLOUD_PROJECT: 'carillon-test',
      CARILLON_BUCKET: 'carillon-test-drops',
      CARILLON_MASTER_KEY_SECRET: `file:${folder}/master.key`,
      CARILLON_FINGERPRINT_KEY_SECRET: `file:${folder}/fingerprint.key`,
      CARILLON_PUSH_TOKEN: token,
      FIRESTORE_EMULATOR_HOST: nowhere,
      PUBSUB_EMULATOR_HOST: nowhere,
      STORAGE_EMULATOR_HOST: `http://${nowhere}`,
      METADATA_SERVER_DETECTION: 'none',
      MYSQL_URL: `mysql://nobody@${nowhere}/none`,
    };
    door = await openSingleDoor('accept-drop', cloud);
    for (const url of ['/', '/?token=another', `/?other=${token}`]) {
      const { status, type, body } = await door.ask({ ...binaryEvent({ path }), path: url });
      assert.deepEqual([status, type.split(';')[0]], [401, 'application/problem+json']);
      assert.equal((JSON.parse(body) as { code: string }).code, 'push_unauthorized');
    }
    assert.doesNotMatch(door.said(), /does not open/, 'whoever is refused makes it do nothing');
    assert.equal((await door.ask({ ...binaryEvent({ path }), path: `/?token=${token}` })).status, 500);
    assert.match(door.said(), /"door":"accept-drop".*\.key.*the house does not open/);
    assert.doesNotMatch(door.said(), new RegExp(token));
  });
});
