import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockLedger } from '#adapters/simulator/ledger-lock.ts';
import { readReported } from '#adapters/simulator/reported-file.ts';
import { openCallbackReceiver } from '../support/callback-receiver.ts';
import { eventually } from '../support/eventually.ts';
import { createMessage, ledgerLines, recipients } from '../support/sent-messages.ts';
import { openSimulator, tempFolder } from '../support/simulator.ts';
import { twilioSdk } from '../support/twilio-sdk.ts';

const statusesOf = (body: string) => new URLSearchParams(body).get('MessageStatus');
const quiet = { sentAfterMs: 60_000 };

describe('the ledger of the simulator', () => {
  let folder: ReturnType<typeof tempFolder>;
  let ledgerFile: string;
  beforeEach(() => {
    folder = tempFolder();
    ledgerFile = join(folder.path, 'ledger.jsonl');
  });
  afterEach(() => folder.remove());
  const open = async (options: Parameters<typeof openSimulator>[0] = {}) => {
    const simulator = await openSimulator({ ledgerFile, ...options });
    return { simulator, sdk: twilioSdk(simulator.account, simulator.baseUrl) };
  };

  it('has a message before its answer leaves', async () => {
    const { simulator, sdk } = await open(quiet);
    await Promise.all(
      recipients(40).map(async (to) => {
        const { sid } = await createMessage(sdk, { to });
        assert.ok(readFileSync(ledgerFile, 'utf8').includes(`"sid":"${sid}"`));
      }),
    );
    await simulator.close();
  });

  it('has it also where the answer is lost on purpose', async () => {
    const { simulator, sdk } = await open(quiet);
    for (const kind of ['cut_after_accept', 'malformed_after_accept', '500_after_accept']) {
      await simulator.control.fault({ kind, count: 1 });
      await assert.rejects(createMessage(sdk));
    }
    for (const kind of ['cut', '500', 'malformed']) {
      await simulator.control.fault({ kind, count: 1 });
      await assert.rejects(createMessage(sdk));
    }
    assert.equal((await ledgerLines(ledgerFile)).length, 3);
    await simulator.close();
  });

  it('has one line per message and one per status, each whole', async () => {
    const { simulator, sdk } = await open({ undeliveredShare: 0.5 });
    const wanted = recipients(30);
    for (const to of wanted) await createMessage(sdk, { to });
    await eventually('nothing to come', async () => (await simulator.control.pending()) === 0);
    await simulator.close();
    const lines = await ledgerLines(ledgerFile);
    assert.equal(lines.length, 90);
    for (const to of wanted) {
      const own = lines.filter((line) => line.to === to);
      const [first, second, last] = own.map(({ status }) => status);
      assert.deepEqual([first, second], ['queued', 'sent']);
      assert.match(String(last), /^(un)?delivered$/);
      assert.equal(own.at(-1)!.errorCode === undefined, last === 'delivered');
      assert.ok(
        own.every(
          ({ from, body, sid, at }) => from === '+12085550199' && body === 'Hello' && sid === own[0]!.sid && !Number.isNaN(Date.parse(at)),
        ),
      );
    }
  });

  it('gives the same ends under the same seed, and others under another', async () => {
    const ends = async (seed: number) => {
      const own = join(folder.path, `${seed}-${Math.random()}.jsonl`);
      const { simulator, sdk } = await open({ seed, ledgerFile: own, undeliveredShare: 0.3 });
      await Promise.all(recipients(80).map((to) => createMessage(sdk, { to })));
      await eventually('nothing to come', async () => (await simulator.control.pending()) === 0);
      await simulator.close();
      const lines = (await ledgerLines(own)).filter(({ status }) => status.endsWith('delivered'));
      return lines.map(({ to, status, errorCode }) => `${to} ${status} ${errorCode}`).sort();
    };
    const [once, again, other] = [await ends(3), await ends(3), await ends(4)];
    assert.deepEqual(once, again);
    assert.notDeepEqual(once, other);
    const undelivered = once.filter((line) => line.includes('undelivered')).length;
    assert.ok(undelivered > 10 && undelivered < 40, `${undelivered} of 80`);
  });

  it('knows after a restart what it was sent before, and numbers on', async () => {
    const first = await open({ undeliveredShare: 0 });
    const before = await Promise.all(recipients(5).map((to) => createMessage(first.sdk, { to, body: `For ${to} ü` })));
    await eventually('nothing to come', async () => (await first.simulator.control.pending()) === 0);
    await first.simulator.close();
    const second = await open(quiet);
    const after = await createMessage(second.sdk);
    assert.equal(new Set([...before, after].map(({ sid }) => sid)).size, 6);
    for (const { sid, to, body } of before) {
      const fetched = await second.sdk.messages(sid).fetch();
      assert.deepEqual([fetched.to, fetched.body, fetched.status], [to, body, 'delivered']);
      assert.equal((await second.sdk.messages.list({ to })).length, 1);
    }
    await second.simulator.close();
  });

  it('cuts off a line that was torn, and nothing else', async () => {
    const first = await open(quiet);
    const { sid } = await createMessage(first.sdk);
    await first.simulator.close();
    const whole = statSync(ledgerFile).size;
    for (const torn of ['{"at":"2026', '{', `{"body":"${'x'.repeat(200_000)}`]) {
      appendFileSync(ledgerFile, torn);
      assert.equal((await ledgerLines(ledgerFile)).length, 1);
      const { simulator, sdk } = await open(quiet);
      assert.equal(statSync(ledgerFile).size, whole);
      assert.equal((await sdk.messages(sid).fetch()).sid, sid);
      await simulator.close();
    }
    writeFileSync(ledgerFile, '{"torn from the start');
    const { simulator, sdk } = await open(quiet);
    await createMessage(sdk);
    await simulator.close();
    assert.equal((await ledgerLines(ledgerFile)).length, 1);
  });

  it('goes on after a restart with what had not come to its end', async () => {
    const receiver = await openCallbackReceiver();
    const first = await open(quiet);
    for (const to of recipients(5)) await createMessage(first.sdk, { to, statusCallback: `${receiver.origin}/status?m=${to.slice(1)}` });
    const silent = await createMessage(first.sdk, { to: '+12085559999' });
    await first.simulator.close();
    const second = await open({ undeliveredShare: 0 });
    await eventually('nothing to come', async () => (await second.simulator.control.pending()) === 0);
    assert.equal(receiver.requests.length, 10);
    assert.equal((await second.sdk.messages(silent.sid).fetch()).status, 'delivered');
    await second.simulator.close();
    assert.deepEqual(readReported(`${ledgerFile}.reported`), new Uint8Array(5).fill(3));
    const third = await open();
    assert.equal(await third.simulator.control.pending(), 0);
    await third.simulator.close();
    await receiver.close();
  });

  it('calls back after a restart whom it had not reached, and nobody else again', async () => {
    const receiver = await openCallbackReceiver();
    const first = await open({ undeliveredShare: 0, keepTryingMs: 60_000 });
    const statusCallback = `${receiver.origin}/status?m=1`;
    await createMessage(first.sdk, { statusCallback });
    await eventually('nothing to come', async () => (await first.simulator.control.pending()) === 0);
    receiver.refuse(1_000, 500);
    await createMessage(first.sdk, { statusCallback });
    await eventually('delivered', async () => (await ledgerLines(ledgerFile)).length === 6);
    await first.simulator.close();
    // A half entry, as a kill may leave it.
    appendFileSync(`${ledgerFile}.reported`, Buffer.from([1]));
    // A receiver of its own: a request of the first network may still be on its way to the other one.
    const later = await openCallbackReceiver();
    const second = await open({ callbackOrigin: later.origin });
    await eventually('nothing to come', async () => (await second.simulator.control.pending()) === 0);
    await second.simulator.close();
    assert.equal(later.requests.length, 2);
    assert.deepEqual(new Set(later.requests.map(({ body }) => statusesOf(body))), new Set(['delivered', 'sent']));
    assert.deepEqual(readReported(`${ledgerFile}.reported`), new Uint8Array(2).fill(3));
    await Promise.all([receiver.close(), later.close()]);
  });

  it('belongs to one process at a time: the next one waits for the end of the one before', async () => {
    const first = await open({ undeliveredShare: 0 });
    await assert.rejects(lockLedger(ledgerFile, 50), { name: 'LedgerInUse' });
    const second = open();
    const { sid } = await createMessage(first.sdk);
    await first.simulator.close();
    const { simulator, sdk } = await second;
    assert.equal((await sdk.messages(sid).fetch()).sid, sid);
    await simulator.close();
    await (
      await lockLedger(ledgerFile, 0)
    )();
  });

  it('refuses a file that is no ledger of its own', async () => {
    writeFileSync(ledgerFile, '{"at":"2026-01-01T00:00:00.000Z","sid":"SM1","to":"","from":"","body":"","status":"queued"}\n');
    await assert.rejects(open(), /not one of this network/);
    writeFileSync(ledgerFile, 'row,phone\n');
    await assert.rejects(open());
  });
});
