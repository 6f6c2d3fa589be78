import { spawn, type ChildProcess } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type ColdStart = Readonly<{
  door: string;
  /** of the first answer */
  status: number;
  /** from the start of the process to the first answer, which opens the house */
  ms: number;
  /** of its processors, until then: what remains of `ms` on a machine that has nothing else to do */
  cpuMs?: number;
  /** at most, until then; undefined where the system does not tell */
  peakRssMb?: number;
}>;

/** The goal of the project. */
export const coldStartMs = 1_500;
const longestMs = 30_000;
const lookMs = 4;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** What wakes each door, about things that there are not: it opens the house, asks the store, and changes nothing. */
const events: Readonly<Record<string, unknown>> = {
  'accept-drop': { path: 'drops/co_cold/cmp_cold/cold.csv' },
  'load-packet': { packetId: 'pkt_cold' },
  'fire-campaign': { campaignId: 'cmp_cold' },
  'queue-rows': { path: 'campaigns/cmp_cold/rowChunks/cold', run: 1 },
  'send-now': { path: 'companies/co_cold/queue/cold' },
  'send-work': { path: 'companies/co_cold/queue/cold' },
  project: { partition: 'bulk-0' },
};

type Asked = readonly [path: string, init: Readonly<{ method: string; headers?: Readonly<Record<string, string>>; body?: string }>];
type Environment = Readonly<Record<string, string>>;

/** A report about no message of ours, signed as the provider signs it where the account's token is known. */
const signedReport = (env: Environment): Asked => {
  const path = '/messages/status/twilio?m=msg_cold-0-2-sms-0';
  const form = { AccountSid: env['CARILLON_TWILIO_ACCOUNT_SID'] ?? '', MessageSid: `SM${'0'.repeat(32)}`, MessageStatus: 'sent' };
  const signed = (env['CARILLON_PUBLIC_URL'] ?? '') + path + Object.entries(form).flat().join('');
  const signature = createHmac('sha1', env['CARILLON_TWILIO_AUTH_TOKEN'] ?? '')
    .update(signed)
    .digest('base64');
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature };
  return [path, { method: 'POST', headers, body: new URLSearchParams(form).toString() }];
};

/** What makes a door open its house and look for something that there is none of. */
export const firstRequest = (name: string, env: Environment): Asked => {
  if (name === 'health') return ['/health/ready', { method: 'GET' }];
  if (name === 'receive-status') return signedReport(env);
  const token = env['CARILLON_PUSH_TOKEN'];
  const event = { 'ce-id': 'evt_1', 'ce-source': '//cold', 'ce-type': 'cold.start', 'ce-specversion': '1.0' };
  const headers = { 'content-type': 'application/json', ...event };
  return [token === undefined ? '/' : `/?token=${token}`, { method: 'POST', headers, body: JSON.stringify(events[name] ?? {}) }];
};

const tickMs = 10;

/** utime and stime of proc(5), in hundredths of a second. */
const cpuOf = (pid: number | undefined): number | undefined => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  } catch {
    return undefined;
  }
};

const peakOf = (pid: number | undefined): number | undefined => {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
  } catch {
    return undefined;
  }
};

const firstAnswer = async (url: string, init: RequestInit, child: ChildProcess): Promise<number> => {
  const deadline = performance.now() + longestMs;
  for (;;) {
    try {
      const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(longestMs) });
      await answer.arrayBuffer();
      return answer.status;
    } catch (error) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error('the door ended before it answered', { cause: error });
      if (performance.now() > deadline) throw error;
      await sleep(lookMs);
    }
  }
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
};

/** Starts a door of the package in `folder` under the functions framework, in a process of its own, and times its first answer. */
export const coldStart = async (folder: string, door: string, env: Environment): Promise<ColdStart> => {
  const framework = join(folder, 'node_modules/@google-cloud/functions-framework/build/src/main.js');
  const port = await freePort();
  const [path, init] = firstRequest(door, env);
  const said: string[] = [];
  const began = performance.now();
  const child = spawn(process.execPath, [framework], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env, FUNCTION_TARGET: door, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => void said.push(text));
  try {
    const status = await firstAnswer(`http://127.0.0.1:${port}${path}`, init, child);
    const ms = Math.round(performance.now() - began);
    const [cpuMs, peakRssMb] = [cpuOf(child.pid), peakOf(child.pid)];
    return { door, status, ms, ...(cpuMs !== undefined && { cpuMs }), ...(peakRssMb !== undefined && { peakRssMb }) };
  } catch (error) {
    throw new Error(`${door} does not start: ${said.join('').slice(-2_000)}`, { cause: error });
  } finally {
    await ended(child);
  }
};
