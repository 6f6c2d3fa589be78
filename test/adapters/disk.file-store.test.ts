import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { DiskTrouble, inOurWords } from '#adapters/disk/disk-trouble.ts';
import { diskFileStore } from '#adapters/disk/file-store.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { FileGone, FileMoved, type FileStore } from '#ports/file-store.ts';
import { fileStoreContract } from '../contracts/file-store.contract.ts';
import { contentOf, md5Of, slowStream, textOf } from '../contracts/opened-files.ts';
import { eventually } from '../support/eventually.ts';

const newRoot = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-files-'));
const removeRoot = (root: string): void => fs.rmSync(root, { recursive: true, force: true });

fileStoreContract('disk', async () => {
  const root = newRoot();
  const another = () => diskFileStore(root);
  return { files: another(), another, close: () => removeRoot(root) };
});

describe('disk file store', () => {
  let root: string;
  let files: FileStore;
  beforeEach(() => {
    root = newRoot();
    files = diskFileStore(root, { settleMs: 0 });
  });
  afterEach(() => removeRoot(root));
  const place = (...parts: readonly string[]): string => path.join(root, ...parts);
  const paths = async (store = files): Promise<readonly string[]> => (await store.list('', 100)).map((file) => file.path);
  const putByHand = (name: string, content: string): void => {
    fs.mkdirSync(path.dirname(place(name)), { recursive: true });
    fs.writeFileSync(place(name), content);
  };

  it('sees a file that somebody copied in', async () => {
    putByHand('drops/by hand.csv', 'text');
    const seen = await files.stat('drops/by hand.csv');
    assert.deepEqual([seen?.md5, seen?.bytes, await files.list('drops/', 10)], [md5Of('text'), 4, [seen]]);
    assert.equal((await contentOf(files.read('drops/by hand.csv', { generation: seen?.generation ?? 0 }))).toString(), 'text');
  });

  it('numbers what was copied over it higher, an older file of the same size too', async () => {
    const { generation: first } = await files.write('a', 'aaaa');
    putByHand('a', 'bbbb');
    const second = (await files.stat('a'))?.generation ?? 0;
    fs.writeFileSync(place('old'), 'cccc');
    fs.utimesSync(place('old'), 1000, 1000);
    fs.renameSync(place('old'), place('a'));
    const third = (await files.stat('a'))?.generation ?? 0;
    assert.ok(first < second && second < third, `${first} < ${second} < ${third}`);
    assert.deepEqual([(await files.stat('a'))?.md5, (await diskFileStore(root).stat('a'))?.generation], [md5Of('cccc'), third]);
    assert.ok((await files.write('a', 'dddd')).generation > third);
  });

  it('takes no new permissions and no restored copy for a new content', async () => {
    const { generation } = await files.write('a', 'text');
    fs.chmodSync(place('a'), 0o640);
    assert.equal((await files.stat('a'))?.generation, generation);
    fs.cpSync(place('a'), place('copy'), { preserveTimestamps: true });
    const { atime, mtime } = fs.statSync(place('a'));
    fs.utimesSync(place('a'), atime, mtime);
    assert.equal((await files.stat('a'))?.md5, md5Of('text'));
  });

  it('notices a content that was changed under the same size and time', async () => {
    const stamped = async (content: string) => {
      fs.writeFileSync(place('a'), content);
      fs.utimesSync(place('a'), 1_000_000, 1_000_000);
      return files.stat('a');
    };
    const [before, after] = [await stamped('aaaa'), await stamped('bbbb')];
    assert.ok(before && after && after.generation > before.generation);
    assert.equal(after.md5, md5Of('bbbb'));
  });

  it('goes on counting when the clock was put back', async () => {
    await files.write('a', 'text');
    const facts = place('.files', 'facts', '.a');
    const ahead = 9_000_000_000_000_000;
    fs.writeFileSync(facts, JSON.stringify({ ...(JSON.parse(fs.readFileSync(facts, 'utf8')) as object), generation: ahead }));
    assert.equal((await files.write('a', 'text')).generation, ahead + 1);
    assert.equal((await files.write('a', 'text')).generation, ahead + 2);
  });

  it('leaves nothing behind of a file that was removed, nor of one that broke off', async () => {
    await files.write('a', 'text');
    await files.remove('a');
    const broken = new Readable({ read() {} });
    broken.destroy(new Error('broken off'));
    await assert.rejects(files.write('b', broken), /broken off/);
    const slow = slowStream('first half');
    slow.fail(new Error('went away'));
    await assert.rejects(files.write('b', slow.stream), /went away/);
    assert.deepEqual([fs.readdirSync(place('.files', 'facts')), fs.readdirSync(place('.files', 'incoming'))], [[], []]);
  });

  it('numbers its own files the same when everything it knew of them is lost', async () => {
    const { generation } = await files.write('a', 'text');
    fs.rmSync(place('.files', 'facts'), { recursive: true });
    assert.equal((await diskFileStore(root).stat('a'))?.generation, generation);
    fs.writeFileSync(place('.files', 'facts', '.a'), '{"half of');
    assert.equal((await diskFileStore(root).stat('a'))?.generation, generation);
  });

  it('lists a file that is still being copied only when nothing has touched it for a while', async () => {
    const patient = diskFileStore(root, { settleMs: 300 });
    putByHand('half', 'half of');
    await patient.write('whole', 'written here');
    assert.equal((await patient.stat('half'))?.md5, md5Of('half of'));
    const before = Date.now();
    assert.deepEqual(await paths(patient), ['whole']);
    fs.appendFileSync(place('half'), ' a file');
    await eventually('it is listed', async () => (await paths(patient)).includes('half'));
    assert.ok(Date.now() - before >= 290, 'not before it settled');
    assert.equal((await patient.list('half', 1))[0]?.md5, md5Of('half of a file'));
  });

  it('ends a reading in FileMoved when the file is written to meanwhile', async () => {
    putByHand('a', 'x'.repeat(2_000_000));
    const { generation } = (await files.stat('a')) ?? { generation: 0 };
    const reading = await files.read('a', { generation });
    fs.appendFileSync(place('a'), 'more');
    await assert.rejects(contentOf(Promise.resolve(reading)), FileMoved);
  });

  it('leaves out links, pipes, folders and hidden files, and follows none', async () => {
    const outside = newRoot();
    fs.writeFileSync(path.join(outside, 'secret'), 'secret');
    fs.symlinkSync(path.join(outside, 'secret'), place('link'));
    fs.symlinkSync(outside, place('folder-link'));
    fs.mkdirSync(place('folder'));
    putByHand('.hidden', 'x');
    await once(spawn('mkfifo', [place('pipe')]), 'exit');
    assert.deepEqual(await paths(), []);
    for (const name of ['link', 'folder', 'pipe']) {
      assert.equal(await files.stat(name), undefined);
      await assert.rejects(files.read(name), FileGone);
    }
    removeRoot(outside);
  });

  it('forgets what it knew of files and folders that somebody removed', async () => {
    for (const name of ['a/1', 'a/2', 'b/c/1', 'kept']) await files.write(name, 'x');
    fs.rmSync(place('a/1'));
    fs.rmSync(place('b'), { recursive: true });
    assert.deepEqual(await paths(), ['a/2', 'kept']);
    assert.deepEqual(new Set<unknown>(fs.readdirSync(place('.files', 'facts'), { recursive: true })), new Set(['.kept', 'a', 'a/.2']));
  });

  it('removes what a dead process left half-written, and leaves alone what a living one writes', async () => {
    const incoming = place('.files', 'incoming');
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    for (const name of [`${child.pid}-dead`, 'nonsense', `${process.pid}-dead`, `${process.ppid}-living`])
      fs.writeFileSync(path.join(incoming, name), 'half');
    const slow = slowStream('first, ');
    const writing = files.write('a', slow.stream);
    await eventually('it grows', () => fs.readdirSync(incoming).length === 5);
    const other = diskFileStore(root);
    slow.end('last');
    await writing;
    assert.equal(await textOf(other, 'a'), 'first, last');
    assert.deepEqual(fs.readdirSync(incoming), [`${process.ppid}-living`]);
  });

  it('refuses a file where a folder is, and the other way round', async () => {
    await files.write('a/b', 'text');
    for (const name of ['a', 'a/b/c', 'a/b/c/d']) {
      const taken = { name: 'Refusal', code: 'file_path_taken' };
      await assert.rejects(files.write(name, 'x'), taken);
      await assert.rejects(files.write(name, 'x', { ifGeneration: 0 }), name === 'a' ? FileMoved : taken);
    }
    assert.deepEqual([await paths(), fs.readdirSync(place('.files', 'incoming'))], [['a/b'], []]);
  });

  it('is whole after a kill at any moment: the old content or the new, nothing half', async () => {
    const script = path.join(import.meta.dirname, 'disk.file-writer.ts');
    for (let round = 0; round < 6; round++) {
      const child = spawn(process.execPath, [script, root], { stdio: ['ignore', 'pipe', 'inherit'] });
      const exited = once(child, 'exit');
      let written = 0;
      let kill: NodeJS.Timeout | undefined;
      for await (const line of createInterface({ input: child.stdout })) {
        written = Number(line);
        kill ??= setTimeout(() => child.kill('SIGKILL'), Math.random() * 80);
      }
      await exited;
      const after = diskFileStore(root, { settleMs: 0 });
      const text = await textOf(after, 'drops/a');
      const [number = '', ...rest] = text.trimEnd().split('\n');
      assert.ok(Number(number) >= written, 'what was told to be written is there');
      assert.ok(rest.length === 20_000 && rest.every((line) => line === number), 'whole');
      assert.equal((await after.stat('drops/a'))?.md5, md5Of(text));
      assert.deepEqual([await paths(after), fs.readdirSync(place('.files', 'incoming'))], [['drops/a'], []]);
    }
  });
});

describe('disk trouble', () => {
  const system = (code: string) => Object.assign(new Error(`${code}: write '/data/drops/somebody.csv'`), { code, syscall: 'write' });

  it('is said in one sentence, without the name of the file', () => {
    const codes = ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EMFILE', 'EIO', 'ESTALE'];
    const said = codes.map((code) => inOurWords(system(code)) as DiskTrouble);
    assert.ok(said.every((error) => error instanceof DiskTrouble && !error.message.includes('somebody') && error.cause === undefined));
    assert.deepEqual(
      said.map(({ code }) => code),
      [
        'disk_full',
        'disk_full',
        'disk_forbidden',
        'disk_forbidden',
        'disk_read_only',
        'disk_files_exhausted',
        'disk_broken',
        'disk_trouble',
      ],
    );
    assert.ok(inOurWords(system('ENOTDIR')) instanceof Refusal);
  });

  it('leaves alone what is no trouble of the disk', async () => {
    for (const error of [new FileGone(), new Error('x'), 'text', undefined]) assert.equal(inOurWords(error), error);
    const root = newRoot();
    const reading = fs.createReadStream(path.join(root, 'not there'));
    await assert.rejects(diskFileStore(root).write('a', reading), { code: 'ENOENT' });
    removeRoot(root);
  });
});
