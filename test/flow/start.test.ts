import assert from 'node:assert/strict';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HouseStatus } from '#app/house-status.ts';
import { carillon, dataFolder, nobodyLeft, printed, processesOf, type DataFolder, type Ended } from '../support/carillon.ts';
import { eventually } from '../support/eventually.ts';
import { acceptedIn, sentTwice } from './demo-outcome.ts';
import { ledgerOf } from './killed-demo.ts';
import { startHouse, type RunningHouse } from './running-house.ts';

const now = join(import.meta.dirname, '../../examples/now.json');
const header = 'patient_id,first_name,phone,doctor';

type Changed = Readonly<{ campaignId: string; status: string; version: number; approvedVersion: number | null }>;
type PacketRow = Readonly<{ file: string; status: string; rows: number; sent: number; delivered: number; undelivered: number }>;

describe('carillon start', () => {
  let folder: DataFolder;
  let house: RunningHouse;
  const company = ['--company', 'co_main'];
  const sent = async (): Promise<number> => (await acceptedIn(ledgerOf(folder.path))).size;

  const good = async (ended: Promise<Ended>): Promise<Ended> => {
    const { code, stderr } = await ended;
    assert.equal(code, 0, stderr);
    return ended;
  };

  const packets = async (): Promise<readonly PacketRow[]> => printed(await good(house.run('report packets', '--json', ...company)));

  describe('--first-steps', () => {
    before(() => (folder = dataFolder()));
    after(async () => {
      house.running.kill('SIGKILL');
      await nobodyLeft(folder.path);
      folder.remove();
    });

    it('is ready and sends its first message within seconds, and says where to look', async () => {
      const begun = performance.now();
      house = await startHouse(folder.path, ['--first-steps']);
      const readyMs = Math.round(performance.now() - begun);
      await eventually('the first message is sent', async () => (await sent()) > 0);
      const firstMs = Math.round(performance.now() - begun);
      process.stderr.write(`      ready after ${readyMs} ms, first message after ${firstMs} ms\n`);
      assert.ok(firstMs < 10_000, `${firstMs} ms to the first message`);
      await eventually('all of the 200 are sent', async () => (await sent()) === 200);
      for (const words of ['/health/ready', 'carillon -- status', 'carillon -- report', 'Ctrl-C', 'nobody is texted'])
        assert.ok(house.running.stderr().includes(words), `${words} is missing in: ${house.running.stderr()}`);
      assert.equal(house.running.stdout(), '');
    });

    it('answers status and every report, as a table, as CSV and as JSON', async () => {
      await eventually('reports have caught up', async () => {
        const status = printed<HouseStatus>(await good(house.run('status', '--json')));
        return status.reporting.behindCommits === 0 && status.queue.messages === 0;
      });
      const status = await good(house.run('status'));
      assert.match(status.stdout, /"First steps"\s+active, version 1/);
      const [packet] = await packets();
      assert.deepEqual([packet?.file, packet?.status, packet?.rows, packet?.sent], ['first-steps.csv', 'loaded', 200, 200]);
      for (const report of ['campaigns', 'dates', 'packets', 'failures', 'outcomes']) {
        const table = await good(house.run(`report ${report}`, ...company));
        const csv = await good(house.run(`report ${report}`, '--csv', ...company));
        assert.ok(table.stdout.length > 10 && csv.stdout.includes(','), report);
      }
      const phone = printed<{ message_id: string; status: string }[]>(
        await good(house.run('report phone', '--phone', '+12085550007', '--json')),
      );
      assert.equal(phone.length, 1);
      const told = await good(house.run('report message', '--message', phone[0]?.message_id ?? ''));
      assert.match(told.stdout, /queued[\s\S]*sending[\s\S]*sent[\s\S]*delivered/);
    });

    it('keeps the token to itself', () => {
      assert.equal(statSync(join(folder.path, 'house.json')).mode & 0o777, 0o600);
    });

    it('compares its tables after a rebuild while it runs', async () => {
      const rebuilt = printed<{ events: number; compared: number; differences: unknown[] }>(
        await good(house.run('rebuild', '--verify', '--json')),
      );
      assert.ok(rebuilt.events > 1000 && rebuilt.compared > 5);
      assert.deepEqual(rebuilt.differences, []);
      assert.match((await good(house.run('rebuild'))).stdout, /events replayed/);
    });

    it('lets nobody else serve the folder or change its tables', async () => {
      for (const command of ['start', 'migrate']) {
        const { code, stderr } = await house.run(command);
        assert.equal(code, 1);
        assert.match(stderr, /^carillon: .*(already served|is running).*\n$/);
      }
    });

    it('ends with 0 on Ctrl-C, also when npm passes it on a second time, and leaves nobody behind', async () => {
      house.running.kill('SIGINT');
      house.running.kill('SIGINT');
      const { code, stderr } = await house.running.ended;
      assert.equal(code, 0, stderr);
      assert.deepEqual(processesOf(folder.path), []);
      assert.match(stderr, /closed\n$/);
    });

    it('reports, rebuilds and migrates when it is closed', async () => {
      assert.equal((await packets())[0]?.sent, 200);
      assert.match((await good(house.run('status'))).stdout, /reports: ready, 0 commits behind/);
      assert.deepEqual(printed<{ differences: unknown[] }>(await good(house.run('rebuild', '--verify', '--json'))).differences, []);
      assert.match((await good(house.run('migrate'))).stdout, /nothing to migrate/);
      assert.equal(printed<string[]>(await good(house.run('migrate', '--down', '1', '--json'))).length, 1);
      assert.equal(printed<string[]>(await good(house.run('migrate', '--json'))).length, 1);
    });

    it('goes on at the next start without sending anything again, and leaves nobody behind when it is killed', async () => {
      const before = house.port;
      house = await startHouse(folder.path, ['--first-steps']);
      assert.equal(house.port, before, 'callbacks of messages under way come to the same port');
      await eventually('reports are there', async () => (await house.ready())?.reporting === 'ready');
      await eventually('nothing is under way', async () => (await house.ready())?.pending === 0);
      assert.equal(await sent(), 200);
      assert.deepEqual(sentTwice(await acceptedIn(ledgerOf(folder.path))), []);
      house.running.kill('SIGKILL');
      await house.running.ended;
      await nobodyLeft(folder.path);
    });
  });

  describe('commanded from the command line', () => {
    let campaignId = '';
    const file = (): string => join(folder.path, 'people.csv');
    const write = (...lines: readonly string[]): void => writeFileSync(file(), [header, ...lines, ''].join('\n'));
    const campaign = async (verb: string): Promise<Changed> =>
      printed(await good(house.run(`campaign ${verb}`, verb === 'put' ? now : campaignId, '--json')));
    const drop = async (...flags: readonly string[]): Promise<Ended> => good(house.run('drop', file(), '--campaign', campaignId, ...flags));

    before(async () => {
      folder = dataFolder();
      house = await startHouse(folder.path);
    });
    after(async () => {
      const { code } = await house.stop();
      assert.equal(code, 0);
      await nobodyLeft(folder.path);
      folder.remove();
    });

    it('leads a campaign from a draft to sending', async () => {
      const put = await campaign('put');
      campaignId = put.campaignId;
      assert.deepEqual([put.status, put.version, put.approvedVersion], ['draft', 1, null]);
      const early = await house.run('campaign activate', campaignId);
      assert.equal(early.code, 1);
      assert.match(early.stderr, /nobody has approved/);
      assert.deepEqual(await campaign('put'), put, 'the same file again is no new version');
      assert.deepEqual([(await campaign('approve')).status, (await campaign('activate')).status], ['ready', 'active']);
    });

    it('makes one packet of the same content, another of other content, and another again when told so', async () => {
      write('P1,Ana,+12085550101,Dr. Kim', 'P2,Ben,(208) 555-0102,Dr. Kim');
      await drop();
      await eventually('two messages', async () => (await sent()) === 2);
      await drop();
      write('P1,Ana,+12085550101,Dr. Kim', 'P3,Cleo,+12085550103,Dr. Kim');
      await drop();
      await eventually('Cleo, who is new', async () => (await sent()) === 3);
      await drop('--again');
      await eventually('three packets are loaded', async () => (await packets()).filter(({ status }) => status === 'loaded').length === 3);
      await eventually('nothing is under way', async () => (await house.ready())?.pending === 0);
      assert.equal(await sent(), 3, 'a person is told once a day, whatever comes again');
    });

    it('holds what comes while the campaign is paused until it goes on', async () => {
      assert.equal((await campaign('pause')).status, 'paused');
      write('P4,Dev,+12085550104,Dr. Kim');
      await drop();
      await eventually('the packet is loaded', async () => (await packets()).some(({ rows }) => rows === 1));
      const { code, stderr } = await house.run('fire', campaignId);
      assert.equal(code, 1);
      assert.match(stderr, /is paused: only an active campaign fires/);
      await eventually('nothing is under way', async () => (await house.ready())?.pending === 0);
      assert.equal(await sent(), 3);
      assert.equal((await campaign('resume')).status, 'active');
      await good(house.run('fire', campaignId));
      await eventually('Dev', async () => (await sent()) === 4);
    });

    it('finds a file that was copied into the drop folder by hand', async () => {
      const place = join(folder.path, 'drops/co_main', campaignId, 'by hand – größe.csv');
      writeFileSync(place, `${header}\nP5,Eva,+12085550105,Dr. Kim\n`);
      await eventually('Eva', async () => (await sent()) === 5);
    });

    it('archives a campaign, which then takes and sends nothing more', async () => {
      assert.equal((await campaign('archive')).status, 'archived');
      for (const verb of ['activate', 'resume', 'pause']) {
        const { code, stderr } = await house.run(`campaign ${verb}`, campaignId);
        assert.equal(code, 1, verb);
        assert.match(stderr, /^carillon: .*archived.*\n$/);
      }
    });
  });

  it('starts where nobody has been, with nothing but a folder, and is asked nothing that it can not answer', async () => {
    folder = dataFolder();
    const nested = join(folder.path, 'of/many/folders');
    for (const command of ['status', 'migrate']) {
      const nobody = await carillon([command, '--data', nested]);
      assert.equal(nobody.code, 1);
      assert.match(nobody.stderr, /^carillon: there is no house in .*carillon start.*\n$/);
    }
    house = await startHouse(nested);
    assert.match((await good(carillon(['status', '--data', nested]))).stdout, /no campaigns yet/);
    assert.match((await good(carillon(['report', '--data', nested]))).stdout, /nothing to report/);
    assert.equal((await house.stop()).code, 0);
    folder.remove();
  });
});
