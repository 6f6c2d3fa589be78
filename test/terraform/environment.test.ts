import assert from 'node:assert/strict';
import { readConfig } from '#wiring/config.ts';
import { bodyAfter, keysOf, textOf } from './hcl.ts';

const functions = textOf('terraform/functions.tf');
const always = keysOf(bodyAfter(functions, 'environment = {'));
const withProvider = [
  'twilio_environment = var.twilio_account_sid == null ? {} : {',
  'telnyx_environment = var.telnyx == null ? {} : {',
  'mail_environment = var.mail == null ? {} : {',
  'mail_from_environment = try(var.mail.from, null) == null ? {} : {',
  'profile_environment = var.twilio_primary_profile == null ? {} : {',
].flatMap((head) => keysOf(bodyAfter(functions, head)));
const withSealed = [...functions.matchAll(/contains\(var\.sealed_providers, "[\w-]+"\) \? \{ (\w+) =/g)].map(([, name]) => name!);
const ofEachDoor = keysOf(bodyAfter(functions, 'environment = merge(local.environment'));
const set = [...always, ...withProvider, ...withSealed, ...ofEachDoor].toSorted();

const config = ['config', 'provider-config', 'sealed-provider-config'].map((name) => textOf(`shared/wiring/${name}.ts`)).join('');
const read = [...config.matchAll(/^ {2}((?:CARILLON|GOOGLE|MYSQL|FIRESTORE|PUBSUB|STORAGE)_\w+): (?:z|text)\b/gm)].map(([, name]) => name!);

/** What terraform leaves alone, and why. */
const left: Readonly<Record<string, string>> = {
  CARILLON_DATA: 'a house on one machine',
  CARILLON_CACHE: 'a house on one machine',
  CARILLON_PORT: 'a house on one machine',
  CARILLON_TWILIO_URL: 'a simulator instead of Twilio',
  CARILLON_TWILIO_AUTH_TOKEN: 'a secret: on Google Cloud only its name is told',
  CARILLON_TWILIO_LIST_LAG: 'the default is right for Twilio itself',
  CARILLON_SIMULATE: 'a house on one machine',
  CARILLON_TELNYX_URL: 'a simulated network instead of Telnyx',
  CARILLON_TELNYX_API_KEY: 'a secret: on Google Cloud only its name is told',
  CARILLON_SMTP_URL: 'has a password in it: on Google Cloud only the name of its secret is told',
  CARILLON_SMTP_TLS: 'every server that is not on this machine has to encrypt',
  CARILLON_SMTP_CA: 'a file: mail servers on Google Cloud have certificates that everybody knows',
  CARILLON_SMTP_REPORTS: 'secret: on Google Cloud only its name is told',
  CARILLON_BANDWIDTH: 'secret: on Google Cloud only its name is told',
  CARILLON_MESSAGEBIRD: 'secret: on Google Cloud only its name is told',
  CARILLON_META: 'secret: on Google Cloud only its name is told',
  CARILLON_LEASE_SECONDS: 'demos and tests that kill processes',
  CARILLON_METER_DIR: 'counts for demos and benchmarks',
  MYSQL_URL: 'a password: on Google Cloud doors sign in as themselves',
  CARILLON_PUSH_TOKEN: 'emulators, which sign nothing',
  FIRESTORE_EMULATOR_HOST: 'emulators',
  PUBSUB_EMULATOR_HOST: 'emulators',
  STORAGE_EMULATOR_HOST: 'emulators',
};

describe('the environment that terraform gives to a door', () => {
  it('is what the configuration reads', () => {
    assert.ok(read.length > 20, 'the variables of shared/wiring/config.ts are not found any more');
    assert.deepEqual(
      set.filter((name) => !read.includes(name)),
      [],
      'shared/wiring/config.ts does not read these:',
    );
  });
  it('is all that it reads, but for what belongs elsewhere', () => {
    const missing = [...new Set(read)].filter((name) => !set.includes(name) && left[name] === undefined);
    assert.deepEqual(missing, [], 'set these in terraform/functions.tf, or say here why not:');
    assert.deepEqual(
      Object.keys(left).filter((name) => set.includes(name) || !read.includes(name)),
      [],
      'these reasons are out of date:',
    );
  });
  it('holds no secret, only names of secrets', () =>
    assert.deepEqual(
      set.filter((name) => /TOKEN$|PASSWORD|(?<!PUBLIC)_KEY$/.test(name)),
      [],
    ));

  const example: Readonly<Record<string, string>> = {
    CARILLON_HOUSE: 'google-cloud',
    CARILLON_LOG: 'info',
    GOOGLE_CLOUD_PROJECT: 'carillon-test',
    CARILLON_REGION: 'us-central1',
    CARILLON_FIRESTORE_DATABASE: '(default)',
    CARILLON_BUCKET: 'carillon-test-carillon-drops',
    CARILLON_MASTER_KEY_SECRET: 'projects/carillon-test/secrets/carillon-master-key',
    CARILLON_FINGERPRINT_KEY_SECRET: 'projects/carillon-test/secrets/carillon-fingerprint-key',
    CARILLON_TWILIO_AUTH_TOKEN_SECRET: 'projects/carillon-test/secrets/carillon-twilio-auth-token',
    CARILLON_TWILIO_ACCOUNT_SID: 'AC0123456789abcdef0123456789abcdef',
    CARILLON_TWILIO_PRIMARY_PROFILE: `BU${'0'.repeat(32)}`,
    CARILLON_TELNYX_PROFILE: '4000c0ff-ee00-4000-8000-000000c0ffee',
    CARILLON_TELNYX_PUBLIC_KEY: `${'A'.repeat(43)}=`,
    CARILLON_TELNYX_API_KEY_SECRET: 'projects/carillon-test/secrets/carillon-telnyx-api-key',
    CARILLON_SMTP_URL_SECRET: 'projects/carillon-test/secrets/carillon-smtp-url',
    CARILLON_SMTP_RETURN_ADDRESS: 'bounces@example.com',
    CARILLON_MAIL_FROM: 'accounts@example.com',
    CARILLON_SMTP_REPORTS_SECRET: 'projects/carillon-test/secrets/carillon-mail-reports',
    CARILLON_BANDWIDTH_SECRET: 'projects/carillon-test/secrets/carillon-bandwidth',
    CARILLON_MESSAGEBIRD_SECRET: 'projects/carillon-test/secrets/carillon-messagebird',
    CARILLON_META_SECRET: 'projects/carillon-test/secrets/carillon-meta',
    CARILLON_SQL_INSTANCE: 'carillon-test:us-central1:carillon',
    CARILLON_SQL_USER: 'door-project',
    CARILLON_SQL_DATABASE: 'carillon',
    CARILLON_PUSH_ACCOUNT: 'push@carillon-test.iam.gserviceaccount.com',
    CARILLON_PUSH_AUDIENCE: 'https://project-123456789012.us-central1.run.app',
    CARILLON_PUSH_CHECKED_BY: 'cloud-run',
    CARILLON_PUBLIC_URL: 'https://receive-status-123456789012.us-central1.run.app',
    CARILLON_PAGES_URL: 'https://answer-page-123456789012.us-central1.run.app',
    CARILLON_LINK_VERSION: '1',
  };
  const without = (names: readonly string[]) => Object.fromEntries(Object.entries(example).filter(([name]) => !names.includes(name)));

  it('opens a house on Google Cloud, with an account and without', () => {
    assert.deepEqual(Object.keys(example).toSorted(), set);
    assert.equal(readConfig({}, example).googleCloud?.twilio?.accountId, example['CARILLON_TWILIO_ACCOUNT_SID']);
    assert.deepEqual(readConfig({}, example).telnyx?.apiKey, { secret: example['CARILLON_TELNYX_API_KEY_SECRET'] });
    assert.deepEqual(readConfig({}, example).smtp?.url, { secret: example['CARILLON_SMTP_URL_SECRET'] });
    assert.equal(readConfig({}, example).mailFrom, 'accounts@example.com');
    assert.throws(() => readConfig({}, { ...example, CARILLON_MAIL_FROM: 'accounts' }), /CARILLON_MAIL_FROM must be an e-mail address/);
    assert.deepEqual(readConfig({}, example).sealed?.meta, { secret: example['CARILLON_META_SECRET'] });
    const quiet = readConfig({}, without([...withProvider, ...withSealed]));
    assert.deepEqual(quiet.sealed, {});
    assert.deepEqual([quiet.googleCloud?.twilio, quiet.twilio, quiet.telnyx, quiet.smtp], [undefined, undefined, undefined, undefined]);
  });
});
