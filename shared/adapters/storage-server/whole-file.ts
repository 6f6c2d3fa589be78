import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Old or new, never half. */
export const writeWhole = (place: string, value: unknown): void => {
  writeFileSync(`${place}.new`, JSON.stringify(value), { mode: 0o600 });
  renameSync(`${place}.new`, place);
};

export const readWhole = <T>(place: string): T | undefined => {
  try {
    return JSON.parse(readFileSync(place, 'utf8')) as T;
  } catch {
    return undefined;
  }
};
