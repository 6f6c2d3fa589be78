import type { Readable } from 'node:stream';
import { Problem } from '../conventions/problem.ts';

/** A sample is read twice, and lies in memory meanwhile. */
export const sampleBytes = 4_000_000;

export const sampleTypes = [
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/json',
  'application/x-ndjson',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/octet-stream',
] as const;

export const readSample = async (upload: Readable | undefined): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of upload ?? []) parts.push(part as Buffer);
  if (parts.length === 0) throw new Problem('body_missing');
  return Buffer.concat(parts);
};
