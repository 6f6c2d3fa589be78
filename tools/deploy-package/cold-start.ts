import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import doors from '#functions/doors.json' with { type: 'json' };

export type ColdStart = Readonly<{
  door: string;
  /** of the first answer */
  status: number;
  /** from the start of the process to the first answer, which opens the house */
  ms: number;
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

/** The first thing that each door is asked: it opens the house for all of them, and changes nothing. */
const firstRequest = (name: string): readonly [path: string, init: RequestInit] => {
  const door = doors.find((one) => one.name === name);
  if (name === 'health') return ['/health/ready', { method: 'GET' }];
  const event = { 'ce-id': 'evt_1', 'ce-source': '//cold', 'ce-type': 'cold.start', 'ce-specversion': '1.0' };
  const headers = { 'content-type': 'application/json', ...event };
  return [door?.path?.replaceAll(/\{\w+\}/g, 'nobody') ?? '/', { method: 'POST', headers, body: '{}' }];
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
export const coldStart = async (folder: string, door: string, env: Readonly<Record<string, string>>): Promise<ColdStart> => {
  const framework = join(folder, 'node_modules/@google-cloud/functions-framework/build/src/main.js');
  const port = await freePort();
  const [path, init] = firstRequest(door);
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
    const peakRssMb = peakOf(child.pid);
    return { door, status, ms, ...(peakRssMb === undefined ? {} : { peakRssMb }) };
  } catch (error) {
    throw new Error(`${door} does not start: ${said.join('').slice(-2_000)}`, { cause: error });
  } finally {
    await ended(child);
  }
};
