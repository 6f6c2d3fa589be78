import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Answer } from '#adapters/simulator/handsets.ts';
import { simulatorAccount, type Behaviour } from '#adapters/simulator/options.ts';
import { startSimulator, type Simulator } from '#adapters/simulator/simulator.ts';
import type { RunOptions } from '#adapters/simulator/run-simulator.ts';

/** A folder of its own, removed by `remove`. */
export const tempFolder = (): Readonly<{ path: string; remove: () => void }> => {
  const path = mkdtempSync(join(tmpdir(), 'carillon-simulator-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

export type SimulatedMessage = Readonly<{
  sid: string;
  to: string;
  from: string;
  body: string;
  status: string;
  errorCode?: number;
  media?: readonly string[];
  content?: Readonly<{ sid: string; variables: Readonly<Record<string, string>> }>;
  twiml?: string;
}>;

/** Talks to a simulator's control endpoints. */
export const simulatorControl = (port: number) => {
  const base = `http://127.0.0.1:${port}/simulator`;
  const post = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${base}/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`the simulator refuses ${path}: ${await response.text()}`);
    return response.json();
  };
  const get = async <Answer>(path: string): Promise<Answer> => (await (await fetch(`${base}/${path}`)).json()) as Answer;
  return {
    fault: (order: object) => post('faults', order),
    noFaults: () => fetch(`${base}/faults`, { method: 'DELETE' }),
    handset: (phone: Readonly<{ number: string; answer: Answer; presses?: string }>) => post('handsets', phone),
    wrote: (address: string) => post('wrote', { address }),
    /** somebody writes to a number of ours; the id of what he wrote */
    write: async (
      written: Readonly<{ from: string; to: string; body: string; sid?: string; quotes?: string; optOutType?: string; url?: string }>,
    ) => ((await post('write', written)) as { sid: string }).sid,
    /** how the registry behind the network decides, about one thing or about all of a kind */
    registry: (
      order: Readonly<{
        id?: string;
        kind?: string;
        status: string;
        said?: string;
        code?: string;
        field?: string;
        score?: number;
        expiresAt?: string;
      }>,
    ) => post('registry', order),
    behave: (change: Partial<Behaviour>) => post('behaviour', change),
    pending: async () => (await get<{ total: number }>('pending')).total,
    health: () => get<{ messages: number; cpuMs: number; rssMb: number; callbacks: Record<string, number> }>('health'),
    messages: async (to: string) => (await get<{ messages: SimulatedMessage[] }>(`messages?to=${encodeURIComponent(to)}`)).messages,
  };
};

export type OpenSimulator = Simulator &
  Readonly<{ baseUrl: string; ledgerFile: string; control: ReturnType<typeof simulatorControl>; account: typeof simulatorAccount }>;

/** A simulator in this process with a ledger of its own, unless it is told which; `close` removes what it made. */
export const openSimulator = async (given: Partial<RunOptions> = {}): Promise<OpenSimulator> => {
  const folder = given.ledgerFile === undefined ? tempFolder() : undefined;
  const ledgerFile = given.ledgerFile ?? join(folder?.path ?? '', 'ledger.jsonl');
  const simulator = await startSimulator({ sentAfterMs: 2, deliveredAfterMs: 2, ...given, ledgerFile });
  const close = async () => {
    await simulator.close();
    folder?.remove();
  };
  const baseUrl = `http://127.0.0.1:${simulator.port}`;
  return { port: simulator.port, close, baseUrl, ledgerFile, control: simulatorControl(simulator.port), account: simulatorAccount };
};

export type SimulatorProcess = Readonly<{ port: number; process: ChildProcess; control: ReturnType<typeof simulatorControl> }>;

/** The same in a process of its own, by its command. It ends when this process does. */
export const spawnSimulator = async (options: RunOptions): Promise<SimulatorProcess> => {
  const program = join(import.meta.dirname, '../../shared/adapters/simulator/run-simulator.ts');
  const script = `const { runSimulatorCommand } = await import(${JSON.stringify(program)});
    process.exitCode = await runSimulatorCommand(${JSON.stringify({ ...options, parentPipe: true })});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the simulator ended with ${String(code)}`)));
  ended.catch(() => {});
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  const { port } = JSON.parse(line) as { port: number };
  return { port, process: child, control: simulatorControl(port) };
};
