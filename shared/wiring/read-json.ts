import { readFileSync } from 'node:fs';
import { HouseUnavailable } from './house-unavailable.ts';

/** A file as JSON; `what` it is, in words. Throws HouseUnavailable with one line for people. */
export const readJson = (file: string, what = 'campaign file'): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? `is no JSON: ${error.message}` : `can't be read (${(error as NodeJS.ErrnoException).code})`;
    throw new HouseUnavailable(`the ${what} ${file} ${why}`);
  }
};
