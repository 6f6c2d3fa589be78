import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { openPool } from '#adapters/mysql/mysql-pool.ts';
import { migrateUp } from '#adapters/mysql/migrator.ts';
import { openClient, type PubSubClient } from '#adapters/pubsub/client.ts';
import { setUpTopics } from '#adapters/pubsub/set-up.ts';
import type { StorageServer } from '#adapters/storage-server/storage-server.ts';
import doors from '#functions/doors.json' with { type: 'json' };
import { readConfig } from '#wiring/config.ts';
import { diagnose } from '#wiring/doctor.ts';
import type { Diagnosis } from '#wiring/doctor/check.ts';
import { migrationsDir } from '#wiring/reporting.ts';
import { describeOnEmulators, firestoreHost, freshProject, pubsubHost } from '../support/emulators.ts';
import { wordsOf, wrongs } from '../support/diagnoses.ts';
import { testDatabase, type TestDatabase } from '../support/mysql.ts';
import { openTestStorage, testBucket } from '../support/storage.ts';

const topicDoors = doors.filter(({ trigger }) => trigger.startsWith('topic:'));

describeOnEmulators('carillon doctor on Google Cloud', () => {
  let folder: string;
  let database: TestDatabase;
  let storage: StorageServer;
  let client: PubSubClient;
  let env: Record<string, string>;
  before(async () => {
    folder = fs.mkdtempSync(join(os.tmpdir(), 'carillon-doctor-'));
    const key = (name: string): string => {
      fs.writeFileSync(join(folder, name), randomBytes(32), { mode: 0o600 });
      return `file:${join(folder, name)}`;
    };
    database = await testDatabase();
    const { pool } = openPool({ url: database.url, connections: 1 });
    await migrateUp(pool, migrationsDir);
    await pool.end();
    storage = (await openTestStorage()).server;
    const projectId = freshProject();
    const [firestore, pubsub] = await Promise.all([firestoreHost(), pubsubHost()]);
    client = await openClient({ projectId, host: pubsub });
    await setUpTopics(
      client,
      topicDoors.map(({ name, trigger }) => ({
        topic: trigger.slice('topic:'.length),
        subscription: name,
        endpoint: 'http://127.0.0.1:9/',
      })),
    );
    env = {
      CARILLON_HOUSE: 'google-cloud',
      CARILLON_LOG: 'silent',
      GOOGLE_CLOUD_PROJECT: projectId,
      CARILLON_BUCKET: testBucket,
      CARILLON_MASTER_KEY_SECRET: key('master.key'),
      CARILLON_FINGERPRINT_KEY_SECRET: key('fingerprint.key'),
      CARILLON_PUSH_TOKEN: 'a-token-of-a-test-alone',
      FIRESTORE_EMULATOR_HOST: firestore,
      PUBSUB_EMULATOR_HOST: pubsub,
      STORAGE_EMULATOR_HOST: storage.url,
      MYSQL_URL: database.url,
    };
  });
  after(async () => {
    await client.close();
    await storage.close();
    await database.drop();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  const look = (change: Readonly<Record<string, string>> = {}): Promise<readonly Diagnosis[]> =>
    diagnose(readConfig({}, { ...env, ...change }));

  it('finds nothing wrong but that nobody has ticked yet', async () => {
    const found = await look();
    assert.deepEqual(wrongs(found), ['health'], found.map(({ name }) => wordsOf(found, name)).join('\n'));
    assert.match(wordsOf(found, 'health'), /the tick of campaigns has not come yet.*carillon ticks status/);
    const names = [
      'node',
      'master key',
      'fingerprint key',
      'topics',
      'documents',
      'indexes',
      'log',
      'files',
      'mysql',
      'migrations',
      'health',
    ];
    assert.deepEqual(
      found.map(({ name }) => name),
      [...names, 'reports'],
    );
    assert.match(wordsOf(found, 'topics'), new RegExp(`ok: ${topicDoors.length} topics with their subscriptions and dead letters`));
  });

  it('says which secret is open to others', async () => {
    fs.chmodSync(join(folder, 'master.key'), 0o644);
    const found = await look();
    fs.chmodSync(join(folder, 'master.key'), 0o600);
    assert.match(wordsOf(found, 'master key'), /others may read or write it; run "chmod 600/);
  });

  it('says which secret is missing', async () => {
    const found = await look({ CARILLON_FINGERPRINT_KEY_SECRET: `file:${join(folder, 'none')}` });
    assert.deepEqual(wrongs(found), ['fingerprint key', 'house']);
    assert.match(wordsOf(found, 'house'), /it can't be opened: the secret file:.*none/);
  });

  it('says that there is no such bucket', async () => {
    const found = await look({ CARILLON_BUCKET: 'another-bucket' });
    assert.deepEqual(wrongs(found), ['files', 'health']);
    assert.match(wordsOf(found, 'files'), /CARILLON_BUCKET/);
  });

  for (const [title, break_, words] of [
    [
      'a subscription without dead letters',
      async () => {
        await client.pubsub.subscription('sweep').delete();
        await client.pubsub.topic('sweep').createSubscription('sweep', { pushConfig: { pushEndpoint: 'http://127.0.0.1:9/' } });
      },
      /^the subscription sweep has no dead letters.*terraform apply/,
    ],
    [
      'a subscription that pushes to nobody',
      () => client.pubsub.subscription('sweep').modifyPushConfig({}),
      /^the subscription sweep pushes to nobody/,
    ],
    ['no subscription', () => client.pubsub.subscription('sweep').delete(), /^the subscription sweep is not there: nobody hears of sweep/],
    [
      'dead letters that nobody keeps',
      () => client.pubsub.subscription('sweep-dead').delete(),
      /^the subscription sweep-dead is not there/,
    ],
    ['no dead letters', () => client.pubsub.topic('sweep-dead').delete(), /^the topic sweep-dead is not there/],
    ['no topic', () => client.pubsub.topic('sweep').delete(), /^the topic sweep is not there/],
  ] as const)
    it(`finds ${title}`, async () => {
      await break_();
      const found = await look();
      assert.ok(wrongs(found).includes('topics'));
      assert.match(wordsOf(found, 'topics'), words);
    });
});
