import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { introduction } from '#api/docs/introduction.ts';
import { samplesOf } from '#api/docs/samples.ts';
import type { Operation } from '#api/operation.ts';
import { samplesOf as contractSamples } from '../contracts/api.contract.ts';
import { operations } from '../support/api-answers.ts';
import { issue, openApiHouse, type ApiHouse } from '../support/api-house.ts';
import type { Sample } from './samples/sample.ts';

const root = path.join(import.meta.dirname, '../..');
const run = promisify(execFile);

const shellOf = (operation: Operation): string => samplesOf(operation).find(({ lang }) => lang === 'Shell')?.source ?? '';
const programOf = (operation: Operation): string => samplesOf(operation).find(({ lang }) => lang === 'TypeScript')?.source ?? '';

describe('the examples in TypeScript', () => {
  it('compile as they are shown, each on the client of the introduction and the types of the API', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-examples-'));
    try {
      fs.symlinkSync(fs.realpathSync(path.join(root, 'node_modules')), path.join(folder, 'node_modules'));
      const client = /```typescript\n([\s\S]*?)```/.exec(introduction)?.[1];
      assert.ok(client, 'the introduction shows no client');
      fs.cpSync(path.join(root, 'tools/api-client/types'), path.join(folder, 'types'), { recursive: true });
      const files: Readonly<Record<string, string>> = {
        'package.json': '{ "type": "module" }',
        'carillon-api.ts': "export type { paths } from './types/paths.ts';",
        'carillon.ts': client,
        'tsconfig.json': JSON.stringify({
          compilerOptions: {
            target: 'es2024',
            module: 'nodenext',
            lib: ['esnext', 'dom'],
            types: ['node'],
            strict: true,
            noEmit: true,
            allowImportingTsExtensions: true,
            skipLibCheck: true,
            noUnusedLocals: true,
          },
          include: ['*.ts'],
        }),
        ...Object.fromEntries(operations.map((operation) => [`example-${operation.id}.ts`, programOf(operation)])),
      };
      for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
      const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
      const said = await run(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], { cwd: folder, timeout: 60_000 }).then(
        () => '',
        ({ stdout }: { stdout: string }) => stdout,
      );
      assert.equal(said, '');
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});

const noCurl = spawnSync('curl', ['--version']).error ? 'there is no curl on this machine' : undefined;

describe('the examples for a shell', function () {
  let api: ApiHouse;
  let samples: ReadonlyMap<string, Sample>;
  let folder: string;
  let key: string;
  before(async function () {
    // throws, so nothing else is opened
    if (noCurl !== undefined) this.skip();
    api = await openApiHouse();
    samples = await contractSamples(api);
    key = await issue(api.house, api.companyId);
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-curl-'));
    fs.writeFileSync(path.join(folder, 'patients.csv'), 'id,name,phone\nP1,Ana,+12085550123\n');
  });
  after(async () => {
    if (noCurl !== undefined) return;
    await api.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  /** In a shell, as somebody would paste it. */
  const heard = async (source: string): Promise<Readonly<{ status: number; text: string }>> => {
    const env = { PATH: process.env['PATH'], HOME: folder, CARILLON: api.origin, CARILLON_KEY: key, CARILLON_CSRF: 'none' };
    const { stdout } = await run('sh', ['-c', `${source} -sS -m 30 -o answer -w '%{http_code}'`], { cwd: folder, env, timeout: 60_000 });
    const text = fs.readFileSync(path.join(folder, 'answer'), { encoding: 'utf8', flag: 'a+' });
    fs.rmSync(path.join(folder, 'answer'), { force: true });
    return { status: Number(stdout), text };
  };

  /** What is wrong with the request itself; what it names is not in this house. */
  const isMistaken = (status: number, text: string): boolean =>
    [401, 403, 405, 413, 415, 428].includes(status) ||
    /"(?:request_invalid|body_\w+|idempotency_\w+|version_unknown|not_found)"/.test(text);

  for (const operation of operations)
    it(`${operation.id} is asked for as it takes it`, async () => {
      const sample = samples.get(operation.id) ?? {};
      const isOfSession = operation.scope.startsWith('session:') && !operation.open;
      // what is not here to be named: the example as it stands, and whatever it hears is no mistake of its own
      if (sample.reports === true || sample.alone !== undefined || isOfSession) {
        const { status, text } = await heard(shellOf(operation));
        const isRight = isOfSession ? [200, 204, 401, 403].includes(status) : status !== 500 && !isMistaken(status, text);
        return assert.ok(isRight, `${status} ${text}`);
      }
      const { path: ids, query, body } = sample;
      const example = { ...(ids && { path: ids }), ...(query && { query }), ...(body === undefined || operation.upload ? {} : { body }) };
      if (operation.upload) fs.writeFileSync(path.join(folder, 'patients.csv'), body as string);
      const { status, text } = await heard(shellOf({ ...operation, example }).replace('"m0cHq0g3"', '*'));
      assert.ok(status >= 200 && status < 300, `${status} ${text}`);
    });
});
