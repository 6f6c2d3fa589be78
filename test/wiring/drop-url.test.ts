import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { JWT, OAuth2Client } from 'google-auth-library';
import { signUploadUrl } from '#adapters/gcs/upload-url.ts';
import { readConfig } from '#wiring/config.ts';
import { dropUrl, type DropUrl } from '#wiring/drop-url.ts';
import { carillon, dataFolder, printed, type DataFolder } from '../support/carillon.ts';
import { openTestStorage, testBucket, type TestStorage } from '../support/storage.ts';
import { dropperPermissions, terraformCondition } from '../support/terraform-condition.ts';

const projectId = 'carillon-test';
const signer = `drop-signer@${projectId}.iam.gserviceaccount.com`;
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const privatePem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const principals = { co_x: 'x@example.iam.gserviceaccount.com', co_y: 'y@example.iam.gserviceaccount.com' };
const conditionOf = (company: string): string => terraformCondition('dropper', { 'module.drops.name': testBucket, 'each.key': company });

/** Bound as terraform binds them. */
const access = () => ({
  keys: { [signer]: publicPem },
  tokens: { 'token-x': principals.co_x, 'token-y': principals.co_y, 'token-house': 'house' },
  bindings: [
    ...Object.entries(principals).map(([company, member]) => ({
      permissions: dropperPermissions(),
      members: [member],
      condition: conditionOf(company),
    })),
    {
      permissions: dropperPermissions(),
      members: [signer],
      condition: terraformCondition('drop_signer', { 'module.drops.name': testBucket }),
    },
    { permissions: ['storage.objects.get', 'storage.objects.list'], members: ['house'] },
  ],
});

describe('drops by those who have their own', () => {
  let storage: TestStorage;
  let data: DataFolder;
  let nowMs = Date.now();
  before(async () => {
    storage = await openTestStorage({ access: access(), now: () => nowMs });
    data = dataFolder();
  });
  after(async () => {
    await storage.server.close();
    data.remove();
  });
  beforeEach(() => {
    nowMs = Date.now();
  });

  const objectUrl = (name: string): string => `${storage.server.url}/storage/v1/b/${testBucket}/o/${encodeURIComponent(name)}`;
  const contentOf = async (name: string): Promise<string | undefined> => {
    const answer = await fetch(`${objectUrl(name)}?alt=media`, { headers: { authorization: 'Bearer token-house' } });
    return answer.ok ? answer.text() : undefined;
  };
  const insert = async (token: string, name: string): Promise<number> => {
    const place = `${storage.server.url}/upload/storage/v1/b/${testBucket}/o?uploadType=media&name=${encodeURIComponent(name)}`;
    const answer = await fetch(place, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: 'content' });
    return answer.status;
  };

  describe('a principal that is bound to the folder of its company', () => {
    it('puts files there, and others under their names', async () => {
      assert.deepEqual([await insert('token-x', 'drops/co_x/cmp_a/1.csv'), await insert('token-x', 'drops/co_x/cmp_a/1.csv')], [200, 200]);
      assert.equal(await insert('token-y', 'drops/co_y/cmp_a/1.csv'), 200);
    });

    it('reaches nothing else', async () => {
      await insert('token-y', 'drops/co_y/cmp_a/kept.csv');
      for (const name of [
        'drops/co_y/cmp_a/kept.csv',
        'drops/co_y/cmp_a/new.csv',
        'drops/co_xy/cmp_a/1.csv',
        'drops/co_x',
        'drops/1.csv',
        'co_x/1.csv',
      ])
        assert.equal(await insert('token-x', name), 403, name);
      const start = await fetch(
        `${storage.server.url}/upload/storage/v1/b/${testBucket}/o?uploadType=resumable&name=drops%2Fco_y%2Fcmp_a%2Fnew.csv`,
        {
          method: 'POST',
          headers: { authorization: 'Bearer token-x' },
        },
      );
      assert.equal(start.status, 403);
      const headers = { authorization: 'Bearer token-x' };
      const own = await fetch(objectUrl('drops/co_x/cmp_a/1.csv'), { headers });
      const listed = await fetch(`${storage.server.url}/storage/v1/b/${testBucket}/o?prefix=drops/co_x/`, { headers });
      const removed = await fetch(objectUrl('drops/co_y/cmp_a/kept.csv'), { method: 'DELETE', headers });
      assert.deepEqual([own.status, listed.status, removed.status], [403, 403, 403], 'neither reading nor listing');
      assert.equal(await contentOf('drops/co_y/cmp_a/kept.csv'), 'content');
    });

    it('is somebody: nobody is let in without a token that is known', async () => {
      assert.deepEqual([await insert('token-z', 'drops/co_x/cmp_a/2.csv'), await insert('', 'drops/co_x/cmp_a/2.csv')], [401, 401]);
    });
  });

  describe('a signed address', () => {
    const authClient = new JWT({ email: signer, key: privatePem });
    const signed = (name: string, minutes = 10) =>
      signUploadUrl(
        { projectId, bucket: testBucket, apiEndpoint: storage.server.url, authClient, signer },
        { path: name, expiresAt: new Date(Date.now() + minutes * 60_000) },
      );
    const begin = (url: string, headers: Readonly<Record<string, string>> = { 'x-goog-resumable': 'start' }, method = 'POST') =>
      fetch(url, { method, headers });

    it('begins an upload of its file, also one that goes on later', async () => {
      const name = 'drops/co_x/cmp_a/Ünal & Söhne (1).csv';
      const { url, headers, method } = await signed(name);
      const begun = await begin(url, headers, method);
      assert.equal(begun.status, 201);
      const session = begun.headers.get('location') ?? '';
      const half = 'a'.repeat(256 * 1024);
      const first = await fetch(session, {
        method: 'PUT',
        headers: { 'content-range': `bytes 0-${half.length - 1}/*` },
        body: half,
        redirect: 'manual',
      });
      assert.deepEqual([first.status, first.headers.get('range')], [308, `bytes=0-${half.length - 1}`]);
      nowMs += 3_600_000;
      const range = `bytes ${half.length}-${half.length + 2}/${half.length + 3}`;
      const last = await fetch(session, { method: 'PUT', headers: { 'content-range': range }, body: 'end' });
      assert.equal(last.status, 200, 'the session outlives the address');
      assert.equal(await contentOf(name), `${half}end`);
    });

    it('opens no other file, nor the folder of another company, whatever is changed in it', async () => {
      const { url } = await signed('drops/co_x/cmp_a/1.csv');
      const query = url.slice(url.indexOf('?'));
      const changed: Readonly<Record<string, string>> = {
        'another company': url.replace('/co_x/', '/co_y/'),
        'another file': url.replace('1.csv', '2.csv'),
        'another bucket folder': `${storage.server.url}/${testBucket}/elsewhere${query}`,
        'more time': url.replace(/X-Goog-Expires=\d+/, 'X-Goog-Expires=604800'),
        'a later date': url.replace(/X-Goog-Date=\d{8}/, 'X-Goog-Date=20991231'),
        'another signer': url.replace('drop-signer', 'no-signer'),
        'fewer headers': url.replace('%3Bx-goog-resumable', ''),
        'another signature': url.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')),
        'no signature': url.replace(/&X-Goog-Signature=.*/, ''),
      };
      for (const [title, other] of Object.entries(changed)) {
        assert.notEqual(other, url, title);
        const { status } = await begin(other);
        assert.ok(status === 400 || status === 401 || status === 403, `${title}: ${status}`);
      }
      assert.notEqual((await begin(url, {}, 'PUT')).status, 200, 'another method');
      assert.equal((await begin(url, { 'x-goog-resumable': 'start', 'x-goog-acl': 'public-read' })).status, 400);
      assert.equal((await begin(url)).status, 201);
    });

    it('is refused once it has expired', async () => {
      const { url } = await signed('drops/co_x/cmp_a/late.csv', 5);
      nowMs += 4 * 60_000;
      assert.equal((await begin(url)).status, 201);
      nowMs += 2 * 60_000;
      assert.equal((await begin(url)).status, 400);
    });

    it('allows no more than its signer may', async () => {
      const { url } = await signed('elsewhere/1.csv');
      assert.equal((await begin(url)).status, 403);
    });

    it('is signed by the IAM API where this process has no key', async () => {
      const asked: string[] = [];
      const iam = createServer((request, response) => {
        let body = '';
        request.on('data', (piece: Buffer) => (body += piece.toString()));
        request.on('end', () => {
          asked.push(`${request.headers.authorization} ${request.url}`);
          const { payload } = JSON.parse(body) as { payload: string };
          const signedBlob = sign('RSA-SHA256', Buffer.from(payload, 'base64'), privateKey).toString('base64');
          response.writeHead(asked.length > 1 ? 403 : 200, { 'content-type': 'application/json' }).end(JSON.stringify({ signedBlob }));
        });
      });
      await new Promise<void>((resolve) => void iam.listen(0, '127.0.0.1', resolve));
      const authClient = new OAuth2Client();
      authClient.setCredentials({ access_token: 'of-a-person', expiry_date: Date.now() + 3_600_000 });
      const signingEndpoint = `http://127.0.0.1:${(iam.address() as AddressInfo).port}/v1/projects/-/serviceAccounts/`;
      const options = { projectId, bucket: testBucket, apiEndpoint: storage.server.url, authClient, signer, signingEndpoint };
      const wanted = { path: 'drops/co_x/cmp_a/iam.csv', expiresAt: new Date(Date.now() + 600_000) };
      const { url } = await signUploadUrl(options, wanted);
      assert.equal((await begin(url)).status, 201);
      assert.deepEqual(asked, [`Bearer of-a-person /v1/projects/-/serviceAccounts/${signer}:signBlob`]);
      await assert.rejects(signUploadUrl(options, wanted), (error: Error) => {
        assert.match(error.message, /serviceAccountTokenCreator/);
        return error.name === 'StorageTrouble';
      });
      iam.close();
      iam.closeAllConnections();
    });
  });

  describe('carillon drop-url', () => {
    const args = ['drop-url', '--company', 'co_x', '--campaign', 'cmp_a', '--file', "O'Neil list.csv"];
    const env = () => {
      const keyFile = path.join(data.path, 'key.json');
      const key = { type: 'service_account', project_id: projectId, client_email: signer, private_key: privatePem };
      fs.writeFileSync(keyFile, JSON.stringify(key));
      return {
        CARILLON_HOUSE: 'google-cloud',
        GOOGLE_CLOUD_PROJECT: projectId,
        GOOGLE_APPLICATION_CREDENTIALS: keyFile,
        METADATA_SERVER_DETECTION: 'none',
        CARILLON_BUCKET: testBucket,
        CARILLON_MASTER_KEY_SECRET: 'file:not-read',
        CARILLON_FINGERPRINT_KEY_SECRET: 'file:not-read',
        CARILLON_PUSH_TOKEN: 'a-token-for-emulators',
        FIRESTORE_EMULATOR_HOST: '127.0.0.1:9',
        PUBSUB_EMULATOR_HOST: '127.0.0.1:9',
        STORAGE_EMULATOR_HOST: storage.server.url,
        MYSQL_URL: 'mysql://nobody@127.0.0.1:9/nothing',
      };
    };

    it('prints an address, and the line that sends a file there', async () => {
      const ended = await carillon([...args, '--minutes', '15', '--json'], { env: env(), cwd: data.path });
      assert.equal(ended.code, 0, ended.stderr);
      const { path: place, url, curl, expiresAt, headers, method } = printed<DropUrl>(ended);
      assert.equal(place, "drops/co_x/cmp_a/O'Neil list.csv");
      assert.deepEqual([headers, method], [{ 'x-goog-resumable': 'start' }, 'POST']);
      assert.match(url, /X-Goog-Expires=(?:899|900)&/);
      assert.ok(Math.abs(Date.parse(expiresAt) - Date.now() - 900_000) < 60_000);
      fs.writeFileSync(path.join(data.path, "O'Neil list.csv"), 'id,phone\n');
      await promisify(execFile)('sh', ['-c', curl], { cwd: data.path });
      assert.equal(await contentOf(place), 'id,phone\n');
    });

    it('takes no other place than a drop folder', async () => {
      const config = readConfig({}, env());
      const good = { companyId: 'co_x', campaignId: 'cmp_a', file: 'list.csv', minutes: 5 };
      for (const change of [
        { companyId: 'co_X/..' },
        { companyId: 'co_x/cmp_b' },
        { campaignId: 'x' },
        { file: '../../co_y/cmp_a/1.csv' },
        { file: '.hidden' },
        { file: '' },
      ])
        await assert.rejects(dropUrl(config, { ...good, ...change }), { name: 'Refusal' }, JSON.stringify(change));
    });

    it('says in one line where files go in a house on one machine', async () => {
      const { code, stdout, stderr } = await carillon(args, { cwd: data.path });
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, /^carillon: [^\n]*carillon drop FILE[^\n]*\n$/);
    });
  });
});
