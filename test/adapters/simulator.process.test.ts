import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { runSimulatorCommand } from '#adapters/simulator/run-simulator.ts';
import { openCallbackReceiver } from '../support/callback-receiver.ts';
import { eventually } from '../support/eventually.ts';
import { createMessage, ledgerLines, recipients } from '../support/sent-messages.ts';
import { openSimulator, spawnSimulator, tempFolder } from '../support/simulator.ts';
import { twilioSdk } from '../support/twilio-sdk.ts';

const command = async (options: Parameters<typeof runSimulatorCommand>[0]) => {
  const ends = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const code = runSimulatorCommand(options, ends);
  return { ends, code };
};

describe('the simulator in a process of its own', () => {
  let folder: ReturnType<typeof tempFolder>;
  let ledgerFile: string;
  beforeEach(() => {
    folder = tempFolder();
    ledgerFile = join(folder.path, 'ledger.jsonl');
  });
  afterEach(() => folder.remove());

  it('says in one line that its port is taken, or its ledger can not be written', async () => {
    const other = await openSimulator();
    mkdirSync(join(folder.path, 'folder'));
    const wrong = [
      [{ port: other.port, ledgerFile }, `carillon simulator: port ${other.port} is taken: choose another one with --port, or 0 for any\n`],
      [
        { ledgerFile: join(folder.path, 'none', 'l') },
        `carillon simulator: the ledger ${join(folder.path, 'none', 'l')} can't be written (ENOENT)\n`,
      ],
      [
        { ledgerFile: join(folder.path, 'folder') },
        `carillon simulator: the ledger ${join(folder.path, 'folder')} can't be written (EISDIR)\n`,
      ],
    ] as const;
    for (const [options, line] of wrong) {
      const { ends, code } = await command(options);
      assert.equal(await code, 1);
      assert.equal(String(ends.stderr.read()), line);
      assert.equal(ends.stdout.read(), null);
    }
    await other.close();
  });

  it('prints its port, and ends in peace when it is told to', async () => {
    const simulator = await spawnSimulator({ ledgerFile });
    assert.ok(simulator.port > 0);
    simulator.process.kill('SIGTERM');
    assert.deepEqual(await once(simulator.process, 'exit'), [0, null]);
  });

  it('ends when its parent is gone', async () => {
    const { ends, code } = await command({ ledgerFile, parentPipe: true });
    assert.match(String((await once(ends.stdout, 'data'))[0]), /^\{"port":\d+\}\n$/);
    ends.stdin.end();
    assert.equal(await code, 0);
  });

  it('forgets nobody when it is killed: all are in the ledger once, and all are reported', async () => {
    const receiver = await openCallbackReceiver();
    const wanted = recipients(150);
    let simulator = await spawnSimulator({ ledgerFile, sentAfterMs: 5, deliveredAfterMs: 5, undeliveredShare: 0.1 });
    const { port } = simulator;
    const sdk = twilioSdk(simulatorAccount, `http://127.0.0.1:${port}`);
    const statusCallback = `${receiver.origin}/status#rc=0`;
    const accepted = Promise.all(
      wanted.map((to) =>
        createMessage(sdk, { to, statusCallback }).then(
          () => to,
          () => undefined,
        ),
      ),
    );
    await eventually('some are reported', () => receiver.requests.length >= 60);
    simulator.process.kill('SIGKILL');
    const known = (await accepted).filter((to) => to !== undefined);
    const first = (await ledgerLines(ledgerFile)).filter(({ status }) => status === 'queued').map(({ to }) => to);
    assert.equal(new Set(first).size, first.length);
    assert.ok(
      known.every((to) => first.includes(to)),
      'an answer left before its line was written',
    );

    simulator = await spawnSimulator({ ledgerFile, port, sentAfterMs: 5, deliveredAfterMs: 5, undeliveredShare: 0.1 });
    await eventually('nothing to come', async () => (await simulator.control.pending()) === 0);
    simulator.process.kill('SIGTERM');
    await once(simulator.process, 'exit');
    const lines = await ledgerLines(ledgerFile);
    const reports = receiver.requests.map(({ body }) => new URLSearchParams(body));
    for (const to of first) {
      const statuses = lines.filter((line) => line.to === to).map(({ status }) => status);
      assert.deepEqual([statuses.length, statuses[0], statuses[1]], [3, 'queued', 'sent']);
      const reported = new Set(reports.filter((form) => form.get('To') === to).map((form) => form.get('MessageStatus')));
      assert.deepEqual(reported, new Set(statuses.slice(1)));
    }
    await receiver.close();
  });
});
