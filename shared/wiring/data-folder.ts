import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { lockFolder } from '#adapters/sqlite/folder-lock.ts';
import { HouseUnavailable } from './house-unavailable.ts';

/** How commands reach the house that serves a folder. */
const houseFile = z.object({ pid: z.int(), port: z.int(), token: z.string().min(16) });
export type HouseFile = z.infer<typeof houseFile>;

const fileOf = (dataDir: string): string => join(dataDir, 'house.json');

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown error';

export type HeldFolder = Readonly<{ dataDir: string; release: () => void }>;

/** Not `recursive`: Node never ends where the system makes no folder, as below /proc. */
const makeFolder = (path: string): void => {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
};

/** Whether a house has ever been opened in the folder. */
export const isHouse = (given: string): boolean => existsSync(join(given, 'house.db'));

/** Does what writes into the data folder, which is made where it is not there. Throws HouseUnavailable. */
export const inFolder = <T>(given: string, work: (dataDir: string) => T): T => {
  const dataDir = resolve(given);
  try {
    makeFolder(dataDir);
    return work(dataDir);
  } catch (error) {
    throw new HouseUnavailable(
      `can't write to the data folder ${given} (${codeOf(error)}): choose another one with --data, or mend its permissions`,
    );
  }
};

/** Makes the folder and holds it until released or the process ends. Throws HouseUnavailable. */
export const holdFolder = (given: string): HeldFolder => {
  const dataDir = resolve(given);
  const unlock = inFolder(given, () => lockFolder(join(dataDir, 'house.lock')));
  if (!unlock) {
    const { port } = readHouseFile(dataDir) ?? {};
    const where = port === undefined ? '' : ` on port ${port}`;
    throw new HouseUnavailable(
      `the data folder ${given} is already served by another carillon${where}: use that one, or choose another folder with --data`,
    );
  }
  return { dataDir, release: unlock };
};

/** The running house of a folder, undefined when there is none. The file may be left from a house that was killed. */
export const readHouseFile = (dataDir: string): HouseFile | undefined => {
  try {
    return houseFile.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
};

/** Written whole and readable by nobody else: the token lets its holder command the house. */
export const writeHouseFile = (dataDir: string, port: number): HouseFile => {
  const entry = { pid: process.pid, port, token: randomBytes(24).toString('base64url') };
  const temporary = `${fileOf(dataDir)}.new`;
  rmSync(temporary, { force: true });
  writeFileSync(temporary, JSON.stringify(entry), { mode: 0o600 });
  renameSync(temporary, fileOf(dataDir));
  return entry;
};

export const removeHouseFile = (dataDir: string): void => rmSync(fileOf(dataDir), { force: true });
