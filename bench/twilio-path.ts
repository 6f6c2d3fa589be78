import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { twilioProvider } from '#adapters/twilio/twilio-provider.ts';
import type { Outgoing, Provider } from '#ports/provider.ts';
import { spawnSimulator, tempFolder, type SimulatorProcess } from '../test/support/simulator.ts';

export type TwilioPath = Readonly<{
  creates: number;
  creates_per_second: number;
  cpu_us_per_create: number;
  callbacks: number;
  cpu_us_per_callback: number;
  /** of the simulator: one create answered and written to its ledger, without callbacks */
  simulator_cpu_us_per_message: number;
}>;

const concurrency = 50;
const cpuUs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return user + system;
};
const outgoing = (n: number): Omit<Outgoing, 'callbackUrl'> => ({
  messageId: `msg_bench-1-${n}-sms-0`,
  to: `+1208555${String(n % 10_000).padStart(4, '0')}`,
  from: '+12085550199',
  content: {
    channel: 'sms',
    body: 'Hi Maria, you see Dr. Lee on Tue Mar 3 at 9:30 AM. Reply C to confirm, R to change, X if you can not come. STOP to opt out.',
  },
});

const sendMany = async (provider: Provider, count: number, callbackUrl?: string): Promise<void> => {
  let next = 0;
  const sender = async () => {
    while (next < count) {
      const message = outgoing((next += 1));
      const outcome = await provider.send({ ...message, callbackUrl: callbackUrl ?? `http://127.0.0.1:9/${message.messageId}` });
      if (outcome.kind !== 'accepted') throw new Error(`a create was not accepted: ${outcome.code}`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, sender));
};

const creates = async (provider: Provider, simulator: SimulatorProcess, count: number) => {
  await sendMany(provider, 2_000);
  const [cpu, started, simulatorCpu] = [process.cpuUsage(), performance.now(), (await simulator.control.health()).cpuMs];
  await sendMany(provider, count);
  const seconds = (performance.now() - started) / 1000;
  const used = cpuUs(cpu);
  const simulatorUsed = (await simulator.control.health()).cpuMs - simulatorCpu;
  return {
    creates: count,
    creates_per_second: Math.round(count / seconds),
    cpu_us_per_create: Math.round(used / count),
    simulator_cpu_us_per_message: Math.round((simulatorUsed * 1000) / count),
  };
};

const reports = (provider: Provider, count: number) => {
  const url = 'http://127.0.0.1:8080/messages/status/twilio?m=msg_bench-1-1-sms-0';
  const sid = `SM${'0'.repeat(32)}`;
  const form: Readonly<Record<string, string>> = {
    AccountSid: simulatorAccount.accountId,
    ApiVersion: '2010-04-01',
    From: '+12085550199',
    MessageSid: sid,
    MessageStatus: 'delivered',
    RawDlrDoneDate: '2603030930',
    SmsSid: sid,
    SmsStatus: 'delivered',
    To: '+12085550100',
  };
  const signed = url + Object.entries(form).flat().join('');
  const signature = createHmac('sha1', simulatorAccount.authToken).update(signed).digest('base64');
  const request = { method: 'POST', url, headers: { 'x-twilio-signature': signature }, body: new URLSearchParams(form).toString() };
  const readAll = (times: number) => {
    for (let n = 0; n < times; n += 1) if (provider.readReport(request).kind !== 'report') throw new Error('a callback was not understood');
  };
  readAll(2_000);
  const cpu = process.cpuUsage();
  readAll(count);
  return { callbacks: count, cpu_us_per_callback: Math.round((cpuUs(cpu) * 10) / count) / 10 };
};

/** Creates over HTTP against a simulator in a process of its own that keeps its callbacks to itself, and status callbacks read and verified. */
export const twilioPathBench = async (count = 30_000): Promise<TwilioPath> => {
  const folder = tempFolder();
  // Its messages travel for an hour: the callbacks would be measured with the creates.
  const simulator = await spawnSimulator({ ledgerFile: join(folder.path, 'ledger.jsonl'), sentAfterMs: 3_600_000 });
  const provider = await twilioProvider({ ...simulatorAccount, baseUrl: `http://127.0.0.1:${simulator.port}` });
  try {
    return { ...(await creates(provider, simulator, count)), ...reports(provider, count) };
  } finally {
    await provider.close();
    simulator.process.kill('SIGTERM');
    folder.remove();
  }
};
