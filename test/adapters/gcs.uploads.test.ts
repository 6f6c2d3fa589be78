import assert from 'node:assert/strict';
import { OAuth2Client } from 'google-auth-library';
import { gcsUploads } from '#adapters/gcs/uploads.ts';
import { uploadsContract } from '../contracts/uploads.contract.ts';
import { dropperPermissions, terraformCondition } from '../support/terraform-condition.ts';
import { openTestStorage, testBucket } from '../support/storage.ts';

const permissions = ['create', 'get', 'list', 'delete'].map((verb) => `storage.objects.${verb}`);
const access = {
  tokens: { 'token-house': 'house', 'token-nobody': 'nobody' },
  bindings: [{ permissions, members: ['house'] }],
};
const patience = { requestMs: 10_000, totalMs: 500, firstPauseMs: 5, longestPauseMs: 50 };

const loggedIn = (token: string) => {
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: token, expiry_date: Date.now() + 3_600_000 });
  return { authClient, useAuthWithCustomEndpoint: true };
};

uploadsContract('Cloud Storage', async () => {
  const { server, files } = await openTestStorage({ access });
  const connection = { bucket: testBucket, projectId: 'carillon-test', apiEndpoint: server.url, patience };
  const uploads = gcsUploads({ ...connection, ...loggedIn('token-house') });
  const store = files(loggedIn('token-house'));
  const close = async (): Promise<void> => {
    await uploads.close();
    await store.close();
    await server.close();
  };
  return { uploads, files: store, close };
});

describe('uploads into Cloud Storage', () => {
  it('are opened by what terraform gives the API, in drop folders alone', async () => {
    const condition = terraformCondition('api_drops', { 'module.drops.name': testBucket });
    const bindings = [{ permissions: dropperPermissions(), members: ['house'], condition }];
    const { server } = await openTestStorage({ access: { ...access, bindings } });
    const connection = { bucket: testBucket, projectId: 'carillon-test', apiEndpoint: server.url, patience };
    const uploads = gcsUploads({ ...connection, ...loggedIn('token-house') });
    const wanted = { uploadId: 'upl_a', path: 'drops/co_x/cmp_x/a.csv', bytes: 4, contentType: 'text/csv' };
    const { url } = await uploads.open(wanted);
    assert.equal((await fetch(url, { method: 'PUT', body: 'text' })).status, 200);
    await assert.rejects(uploads.open({ ...wanted, path: 'other/a.csv' }), { code: 'storage_forbidden' });
    await uploads.close();
    await server.close();
  });

  it('say in words of ours that this account may not, without the name of the file', async () => {
    const { server } = await openTestStorage({ access });
    const uploads = gcsUploads({
      bucket: testBucket,
      projectId: 'carillon-test',
      apiEndpoint: server.url,
      patience,
      ...loggedIn('token-nobody'),
    });
    const wanted = { uploadId: 'upl_a', path: 'drops/co_x/cmp_x/Ana Diaz.csv', bytes: 4, contentType: 'text/csv' };
    await assert.rejects(uploads.open(wanted), (error: Error) => {
      assert.deepEqual([(error as Error & { code: string }).code, /Ana/.test(error.message)], ['storage_forbidden', false]);
      return true;
    });
    await uploads.close();
    await server.close();
  });
});
