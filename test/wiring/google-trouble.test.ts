import assert from 'node:assert/strict';
import { readConfig } from '#wiring/config.ts';
import { checkLogin } from '#wiring/check-login.ts';
import { googleTrouble } from '#wiring/google-trouble.ts';
import { HouseUnavailable } from '#wiring/house-unavailable.ts';

const ofGrpc = (code: number, message: string): Error => Object.assign(new Error(message), { code });

const onGoogleCloud = {
  CARILLON_HOUSE: 'google-cloud',
  GOOGLE_CLOUD_PROJECT: 'carillon-test',
  CARILLON_BUCKET: 'carillon-test-drops',
  CARILLON_MASTER_KEY_SECRET: 'projects/carillon-test/secrets/master',
  CARILLON_FINGERPRINT_KEY_SECRET: 'projects/carillon-test/secrets/fingerprint',
  CARILLON_PUSH_ACCOUNT: 'push@carillon-test.iam.gserviceaccount.com',
  CARILLON_PUSH_AUDIENCE: 'https://carillon.example',
  MYSQL_URL: 'mysql://127.0.0.1:9/carillon',
};

describe('errors of Google in words for people', () => {
  const cases: readonly (readonly [Error, RegExp])[] = [
    [new Error('Could not load the default credentials. Browse to …'), /log in with "gcloud auth application-default login"/],
    [new Error('invalid_grant'), /log in/],
    [ofGrpc(16, '16 UNAUTHENTICATED: Request had invalid authentication credentials.'), /log in/],
    [ofGrpc(14, '14 UNAVAILABLE: No connection established.'), /does not answer \(UNAVAILABLE\)/],
    [ofGrpc(14, 'Exceeded maximum number of retries retrying error Error: 14 UNAVAILABLE: no'), /does not answer/],
    [ofGrpc(7, '7 PERMISSION_DENIED: somebody@example.com may not'), /terraform gives the rights/],
    [ofGrpc(5, '5 NOT_FOUND: The database (default) does not exist'), /run terraform apply/],
  ];
  for (const [error, words] of cases) {
    it(`says what to do about "${error.message.slice(0, 40)}", and nothing of Google's own text`, () => {
      assert.match(googleTrouble(error) ?? '', words);
      assert.doesNotMatch(googleTrouble(error) ?? '', /somebody@/);
    });
  }

  it('leaves alone what is none of them', () => {
    assert.equal(googleTrouble(new Error('5 rows are wrong')), undefined);
    assert.equal(googleTrouble(Object.assign(new Error('no such file'), { code: 'ENOENT' })), undefined);
    assert.equal(googleTrouble(undefined), undefined);
  });
});

describe('the login at Google', () => {
  const nobody = () => Promise.reject(new Error('Could not load the default credentials.'));

  it('is asked for before anything of Google is opened', async () => {
    const says = (error: unknown): boolean =>
      error instanceof HouseUnavailable && /gcloud auth application-default login/.test(error.message);
    await assert.rejects(checkLogin(readConfig({}, onGoogleCloud), nobody), says);
    await checkLogin(readConfig({}, onGoogleCloud), () => Promise.resolve('a token'));
  });

  it('is asked of nobody in an embedded house, nor beside the emulators', async () => {
    await checkLogin(readConfig({}, {}), nobody);
    const hosts = { FIRESTORE_EMULATOR_HOST: '127.0.0.1:1', PUBSUB_EMULATOR_HOST: '127.0.0.1:2' };
    await checkLogin(readConfig({}, { ...onGoogleCloud, ...hosts }), nobody);
  });
});
