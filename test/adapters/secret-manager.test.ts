import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { crc32c } from '#adapters/secret-manager/crc32c.ts';
import { openSecrets } from '#adapters/secret-manager/open-secrets.ts';
import { keysIn, textsIn } from '#adapters/secret-manager/secret-forms.ts';
import { SecretUnreadable, type Secret, type Secrets } from '#ports/secrets.ts';
import { eventually } from '../support/eventually.ts';
import { startSecretManager, type TestSecretManager } from '../support/secret-manager.ts';

const name = 'projects/a-project/secrets/master-key';
const texts = ({ current, previous }: Secret): readonly (string | undefined)[] => [current.toString(), previous?.toString()];
const troubled =
  (trouble: string, words: RegExp) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof SecretUnreadable);
    assert.equal(error.trouble, trouble);
    assert.match(error.message, words);
    assert.doesNotMatch(error.message, /swordfish/);
    return true;
  };

describe('secrets of Secret Manager, over gRPC on loopback', () => {
  let google: TestSecretManager;
  let secrets: Secrets;
  let now: number;
  let lines: string[];
  const openWith = (timeoutMs: number): Secrets => {
    const line = (fields: object, message: string): void => void lines.push(`${JSON.stringify(fields)} ${message}`);
    const log = { info: line, warn: line, error: line };
    return openSecrets({ log, client: google.client, monotonicMs: () => now, timeoutMs });
  };
  before(async () => {
    google = await startSecretManager();
  });
  after(() => google.close());
  beforeEach(() => {
    now = 0;
    lines = [];
    google.fail(undefined);
    google.mayList(true);
    secrets = openWith(5_000);
  });
  afterEach(() => secrets.close());

  const enabled = (content: string) => ({ content: Buffer.from(content) });
  for (const [title, versions, expected] of [
    ['its only version', ['one'], ['one', undefined]],
    ['the newest and the one before it', ['one', 'two', 'three'], ['three', 'two']],
    ['only what is enabled', ['one', { ...enabled('two'), state: 'DISABLED' }, 'three', { state: 'DESTROYED' }], ['three', 'one']],
    ['the one before, after the newest was taken back', ['one', { ...enabled('two'), state: 'DISABLED' }], ['one', undefined]],
    ['the numbers of versions, not their letters', Array.from({ length: 11 }, (_, n) => `v${n + 1}`), ['v11', 'v10']],
  ] as const)
    it(`gives ${title}`, async () => {
      google.put(name, ...versions);
      assert.deepEqual(texts(await secrets.read(name)), expected);
    });

  it('needs nothing but to be allowed to read', async () => {
    google.mayList(false);
    google.put(name, 'one', { state: 'DESTROYED' }, { state: 'DISABLED' }, 'four');
    assert.deepEqual(texts(await secrets.read(name)), ['four', 'one']);
    google.put(name, 'swordfish', { state: 'DISABLED' });
    now = 301_000;
    await assert.rejects(secrets.read(name), troubled('disabled', /no version yet, or its newest one is disabled; add one/));
  });

  it('asks Google once for many readers, and again after some minutes', async () => {
    google.put(name, 'one');
    const before = google.calls.length;
    await Promise.all(Array.from({ length: 50 }, () => secrets.read(name)));
    assert.equal(google.calls.length - before, 1);
    google.put(name, 'one', 'two');
    now = 299_000;
    assert.deepEqual(texts(await secrets.read(name)), ['one', undefined]);
    now = 301_000;
    assert.deepEqual(texts(await secrets.read(name)), ['two', 'one']);
  });

  it('looks sooner for who has met something newer, but not at every turn', async () => {
    google.put(name, 'one');
    await secrets.read(name);
    google.put(name, 'one', 'two');
    assert.deepEqual(texts(await secrets.read(name, { fresh: true })), ['one', undefined]);
    now = 10_000;
    assert.deepEqual(texts(await secrets.read(name, { fresh: true })), ['two', 'one']);
  });

  it('keeps what it knows while Google is away, does not ask at every turn, and says so', async () => {
    google.put(name, 'swordfish');
    await secrets.read(name);
    google.fail('INTERNAL');
    now = 400_000;
    const before = google.calls.length;
    for (let n = 0; n < 20; n++) assert.deepEqual(texts(await secrets.read(name)), ['swordfish', undefined]);
    assert.equal(google.calls.length - before, 1);
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /could not be read again/);
    assert.doesNotMatch(lines[0]!, /swordfish/);
    google.fail(undefined);
    google.put(name, 'swordfish', 'two');
    now = 420_000;
    assert.deepEqual(texts(await secrets.read(name)), ['two', 'swordfish']);
  });

  it('uses nothing any more that was taken away', async () => {
    google.put(name, 'swordfish');
    await secrets.read(name);
    google.put(name, { ...enabled('swordfish'), state: 'DISABLED' });
    now = 301_000;
    await assert.rejects(secrets.read(name), troubled('disabled', /master-key.*enable one/));
    await assert.rejects(secrets.read(name), troubled('disabled', /master-key/));
  });

  it('follows a secret without waiting', async () => {
    google.put(name, 'one');
    const latest = await secrets.follow(name);
    google.put(name, 'one', 'two');
    assert.deepEqual(texts(latest()), ['one', undefined]);
    now = 301_000;
    await eventually('the new version is known', () => texts(latest())[0] === 'two');
    google.put(name);
    now = 700_000;
    await eventually('somebody is told', () => {
      assert.deepEqual(texts(latest()), ['two', 'one']);
      return lines.some((line) => line.includes('can no longer be read'));
    });
  });

  for (const [failure, trouble, words] of [
    ['NOT_FOUND', 'missing', /master-key.*terraform apply/],
    ['PERMISSION_DENIED', 'forbidden', /master-key.*secretAccessor/],
    ['UNAUTHENTICATED', 'forbidden', /master-key/],
    ['INTERNAL', 'away', /master-key.*does not answer \(code 13\)/],
  ] as const)
    it(`says what to do about ${failure}`, async () => {
      google.put(name, 'swordfish');
      google.fail(failure);
      await assert.rejects(secrets.read(name), troubled(trouble, words));
    });

  it('does not wait for somebody who never answers', async () => {
    const impatient = openWith(200);
    google.fail('SILENCE');
    await assert.rejects(impatient.read(name), troubled('away', /does not answer|nobody answered/));
    await impatient.close();
  });

  it('does not take bytes that were changed on their way', async () => {
    google.put(name, { ...enabled('swordfish'), broken: true });
    await assert.rejects(secrets.read(name), troubled('broken', /master-key\/versions\/latest/));
  });
});

describe('secrets in files', () => {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-secret-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));
  const put = (file: string, content: string, mode = 0o600): string => {
    fs.writeFileSync(path.join(folder, file), content, { mode });
    return `file:${path.join(folder, file)}`;
  };

  it('are read with the version before them, without Google', async () => {
    const secret = put('token', 'two');
    put('token.previous', 'one');
    assert.deepEqual(texts(await openSecrets({ log }).read(secret)), ['two', 'one']);
  });
  it('are not read when others may', async () => {
    await assert.rejects(openSecrets({ log }).read(put('token', 'swordfish', 0o644)), troubled('open', /chmod 600/));
    const closed = put('closed', 'swordfish');
    put('closed.previous', 'swordfish', 0o640);
    await assert.rejects(openSecrets({ log }).read(closed), troubled('open', /chmod 600 .*closed\.previous/));
  });
  it('say where they are missed', async () => {
    await assert.rejects(openSecrets({ log }).read(`file:${folder}/none`), troubled('missing', /none.*0600/));
  });
});

describe('what a secret holds', () => {
  const key = Buffer.from(Array.from({ length: 32 }, (_, n) => n * 7));
  for (const [title, content] of [
    ['raw', key],
    ['base64', Buffer.from(key.toString('base64'))],
    ['base64 with a line end', Buffer.from(`${key.toString('base64')}\n`)],
    ['hex', Buffer.from(key.toString('hex'))],
  ] as const)
    it(`is a key, ${title}`, () => {
      assert.deepEqual(keysIn(name, { current: content, previous: content }), { current: key, previous: key });
    });
  for (const content of ['', 'swordfish', 'x'.repeat(33), `${'x'.repeat(42)}==`])
    it(`is no key: ${content.length} characters`, () => {
      assert.throws(() => keysIn(name, { current: Buffer.from(content) }), troubled('broken', /32 bytes/));
    });
  it('is a token, whatever the editor put behind it', () => {
    assert.deepEqual(textsIn(name, { current: Buffer.from('abc\r\n') }), { current: 'abc' });
    for (const content of ['', '\n', 'swordfish two'])
      assert.throws(() => textsIn(name, { current: Buffer.from(content) }), troubled('broken', /master-key/));
  });
  it('has the checksum of the standard', () => assert.equal(crc32c(Buffer.from('123456789')), 0xe3069283));
});
