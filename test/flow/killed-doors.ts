import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCarillon, type Ended, type StartOptions } from '../support/carillon.ts';

export type CloudRun = Readonly<{ folder: string; args: readonly string[] }>;

/** A short lease: what a killed handler had in flight is taken up when its lease has run out. */
const options: StartOptions = { longestMs: 600_000, env: { CARILLON_LEASE_SECONDS: '20' } };

export const startCloudDemo = ({ folder, args }: CloudRun) =>
  startCarillon(['demo', '--on', 'emulators', '--json', '--data', folder, ...args], options);

const folderOf = (folder: string): string => join(folder, 'emulators');

/** The doors that stand, and the process of each. */
const doorsIn = (folder: string): readonly (readonly [door: string, pid: number])[] =>
  existsSync(folderOf(folder))
    ? readdirSync(folderOf(folder))
        .filter((name) => name.endsWith('.pid'))
        .map((name) => [name.slice(0, -'.pid'.length), Number(readFileSync(join(folderOf(folder), name), 'utf8'))])
    : [];

/** False when it has ended already, and is about to be started again. */
const kill = (pid: number): boolean => {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
};

export type Killing = Readonly<{
  /** real time between two kills, milliseconds */
  pauseMs: () => number;
  /** which of the doors */
  pick: (doors: readonly string[]) => string;
  most: number;
}>;

/** Runs the demo and kills one door after the other once the file is in the bucket. Gives how often each was killed. */
export const killDoors = async (
  run: CloudRun,
  { pauseMs, pick, most }: Killing,
): Promise<Readonly<{ ended: Ended; killed: ReadonlyMap<string, number> }>> => {
  const demo = startCloudDemo(run);
  const killed = new Map<string, number>();
  let kills = 0;
  const isOver = (): boolean => demo.child.exitCode !== null;
  while (!isOver() && !demo.stderr().includes('was dropped into the bucket')) await sleep(20);
  while (!isOver() && kills < most) {
    await sleep(pauseMs());
    const doors = new Map(doorsIn(run.folder));
    const door = pick([...doors.keys()]);
    if (isOver() || !kill(doors.get(door) ?? 0)) continue;
    killed.set(door, (killed.get(door) ?? 0) + 1);
    kills += 1;
  }
  return { ended: await demo.ended, killed };
};
