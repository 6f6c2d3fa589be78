import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '#domain/kernel/refusal.ts';
import { codeOf } from './disk-trouble.ts';

const keyBytes = 32;
const othersMayTouch = 0o077;

/** A new key under its name at once and whole, or not at all when somebody else was faster: a half-written key would seal what nobody can open. */
const makeKey = (file: string): void => {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.new`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const handle = openSync(temporary, 'wx', 0o600);
  try {
    writeSync(handle, randomBytes(keyBytes));
    fsyncSync(handle);
    linkSync(temporary, file);
    syncFolder(dirname(file));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    closeSync(handle);
    rmSync(temporary, { force: true });
  }
};

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

/** Undefined when there is no file. */
const readKey = (file: string): Buffer | undefined => {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    if ((fstatSync(handle).mode & othersMayTouch) !== 0)
      throw new Refusal(
        'master_key_open',
        `others may read or write the master key: run "chmod 600 ${file}", and take it for known to them`,
      );
    const key = readFileSync(handle);
    if (key.length !== keyBytes)
      throw new Refusal(
        'master_key_broken',
        `the master key ${file} has ${key.length} bytes instead of ${keyBytes}: put the right file back`,
      );
    return key;
  } finally {
    closeSync(handle);
  }
};

/**
 * The 32 bytes from which every other key of the house is derived; made on the first call. Processes that start at the same time agree
 * on one. Throws a Refusal, in one line for people, when others can read the file or it is no key.
 */
export const loadMasterKey = (file: string): Buffer => {
  try {
    const found = readKey(file);
    if (found) return found;
    makeKey(file);
    const made = readKey(file);
    if (made) return made;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('master_key_away', `can't read or make the master key ${file} (${codeOf(error)}): mend its permissions`);
  }
  throw new Refusal('master_key_away', `the master key ${file} vanished while it was read: put it back`);
};
