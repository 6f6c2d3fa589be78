import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { changeCampaign } from '#app/change-campaign.ts';
import { registerCompany } from '#app/register-company.ts';
import type { House } from '#app/house.ts';
import { campaignIdOf } from '#app/campaign-document.ts';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { readConfig } from '#wiring/config.ts';
import { openEmbedded } from '#wiring/embedded.ts';
import doors from '#functions/doors.json' with { type: 'json' };
import { firstRequest } from '../../tools/deploy-package/cold-start.ts';
import { packageFiles, root } from '../../tools/deploy-package/package-files.ts';
import { zip } from '../../tools/deploy-package/zip.ts';
import { sendNow } from '../support/house-steps.ts';
import { countTypes } from '../support/house-story.ts';
import { openSingleDoor } from '../support/single-door.ts';

const hasPython = spawnSync('python3', ['-c', 'import zipfile']).status === 0;

const companyId = 'co_test';
const furnish = async (house: House): Promise<void> => {
  const cause = { id: `req_${crypto.randomUUID()}`, now: house.clock.now() };
  await registerCompany(house, { companyId, name: 'Test', account: { provider: 'twilio', accountId: simulatorAccount.accountId } }, cause);
  const data = { campaignId: campaignIdOf(companyId, sendNow.name), definition: sendNow };
  await changeCampaign(house, companyId, { type: 'PutCampaign', data }, { ...cause, id: `req_${crypto.randomUUID()}` });
};

describe('the deploy package', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(join(os.tmpdir(), 'carillon-package-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** What the zip holds, unpacked, with the production packages that are installed here. */
  const unpack = (): void => {
    for (const { path, content } of packageFiles()) {
      fs.mkdirSync(join(folder, path, '..'), { recursive: true });
      fs.writeFileSync(join(folder, path), content);
    }
    const modules = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { cwd: root, encoding: 'utf8' }).split('\n');
    for (const path of modules.filter((line) => line.startsWith(`${root}/node_modules/`))) {
      const name = path.slice(root.length + 1);
      // packages inside of packages come with the outer ones
      if (name.lastIndexOf('node_modules/') > 0) continue;
      fs.mkdirSync(join(folder, name, '..'), { recursive: true });
      fs.symlinkSync(path, join(folder, name));
    }
  };

  it('holds the doors and what they need, and neither tests nor documents', () => {
    const paths = packageFiles().map(({ path }) => path);
    for (const { name } of doors) assert.ok(paths.includes(`functions/${name}.ts`), name);
    for (const path of ['functions/index.ts', 'functions/doors.json', 'package.json', 'package-lock.json', 'bin/carillon.ts', 'sql/LATEST'])
      assert.ok(paths.includes(path), path);
    assert.deepEqual(
      paths.filter(
        (path) => /^(?:test|bench|docs|terraform|dashboard|examples|\.git|\.ci)\//.test(path) || /node_modules|\.carillon/.test(path),
      ),
      [],
    );
  });

  it('is the same bytes for the same files', () => assert.ok(zip(packageFiles()).equals(zip(packageFiles()))));

  // whoever has no Python has only our word for it
  (hasPython ? it : it.skip)('is a zip that others read', () => {
    const file = join(folder, 'carillon.zip');
    fs.writeFileSync(file, zip(packageFiles()));
    const script =
      'import sys,zipfile,json\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps([[i.filename,i.file_size,i.external_attr>>16] for i in z.infolist()]))';
    const listed = JSON.parse(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' })) as [string, number, number][];
    assert.deepEqual(
      listed,
      packageFiles().map(({ path, content, executable }) => [path, content.length, executable ? 0o100755 : 0o100644]),
    );
  });

  it('starts every door with production packages alone; each refuses what it does not take, and changes nothing by what it finds nothing for', async function () {
    this.timeout(120_000);
    unpack();
    const env = {
      CARILLON_DATA: join(folder, 'data'),
      CARILLON_LOG: 'warn',
      MYSQL_URL: 'mysql://nobody@127.0.0.1:9/none',
      CARILLON_TWILIO_URL: 'http://127.0.0.1:9',
    };
    const counts = async (work: (house: House) => Promise<void> = async () => undefined): Promise<Readonly<Record<string, number>>> => {
      const embedded = await openEmbedded(readConfig({}, env));
      try {
        await work(embedded.house);
        return await countTypes({ opened: { store: embedded.house.store } as never });
      } finally {
        await embedded.close();
      }
    };
    const before = await counts(furnish);
    // how soon is measured by "npm run package:check", on a machine that does nothing else
    for (const { name, trigger } of doors) {
      const door = await openSingleDoor(name, env, folder);
      try {
        for (const asked of [{ method: 'GET' }, { headers: { 'content-type': 'text/plain' }, body: 'garbage' }]) {
          const { status, type } = await door.ask(asked);
          assert.ok(status >= 400 && status < 500, `${name}: ${status}`);
          assert.match(type, /^application\/problem\+json/, name);
        }
        const [path, { method, headers, body }] = firstRequest(name, env);
        const { status, body: told } = await door.ask({ path, method, headers, ...(body !== undefined && { body }) });
        assert.ok(status < 500, `${name}: ${status} ${told}`);
        if (trigger === 'topic:tick-campaigns' || trigger === 'topic:tick-sends' || trigger === 'topic:sweep')
          assert.equal(status, 204, name);
      } finally {
        await door.stop();
      }
    }
    assert.deepEqual(await counts(), before);
  });
});
