import type { RowReader } from '#ports/row-reader.ts';
import { csvRecords } from './records.ts';

/** Comma-separated text in UTF-8, as RFC 4180 and as programs write it. */
export const csvRowReader = (): RowReader => ({
  read: async function* (open, start) {
    const records = csvRecords(start);
    const source = await open(start);
    try {
      for await (const block of source as AsyncIterable<Buffer>) yield* records.take(block);
      yield* await records.finish();
    } finally {
      source.destroy();
    }
  },
});
