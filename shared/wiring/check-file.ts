import { accessSync, constants, statSync } from 'node:fs';
import { HouseUnavailable } from './house-unavailable.ts';

/** Throws HouseUnavailable, with one line for people, unless there is a file that can be read. */
export const checkFile = (file: string): void => {
  try {
    if (statSync(file).isFile()) return accessSync(file, constants.R_OK);
  } catch (error) {
    throw new HouseUnavailable(`the file ${file} can't be read (${(error as NodeJS.ErrnoException).code}): give the path of another one`);
  }
  throw new HouseUnavailable(`${file} is no file: give the path of one`);
};
