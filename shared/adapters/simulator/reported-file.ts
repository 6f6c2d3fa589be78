import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';

/** The two callbacks of a message: that it was sent, and how it ended. What somebody writes back counts to its end. */
export type ReportKind = 'sent' | 'last';

const kindBit = { sent: 0, last: 1 } as const;
const entryBytes = 4;

export type ReportedFile = Readonly<{ settled: (message: number, kind: ReportKind) => void; flush: () => void; close: () => void }>;

/** What `ReportedFile` holds: which callbacks are settled, as bits per message (1 sent, 2 last). */
export const readReported = (file: string): Uint8Array => {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  let messages = 0;
  for (let at = 0; at + entryBytes <= bytes.length; at += entryBytes) messages = Math.max(messages, (bytes.readUInt32LE(at) >>> 1) + 1);
  const bits = new Uint8Array(messages);
  for (let at = 0; at + entryBytes <= bytes.length; at += entryBytes) {
    const entry = bytes.readUInt32LE(at);
    bits[entry >>> 1]! |= 1 << (entry & 1);
  }
  return bits;
};

/** Remembers beside the ledger which callbacks arrived or were given up, so that a restart sends the others. One may come twice, none is lost. */
export const openReportedFile = (file: string): ReportedFile => {
  const fd = openSync(file, 'a');
  const { size } = fstatSync(fd);
  ftruncateSync(fd, size - (size % entryBytes));
  let entries: number[] = [];
  const flush = () => {
    if (entries.length === 0) return;
    writeSync(fd, new Uint8Array(Uint32Array.from(entries).buffer));
    entries = [];
  };
  return {
    settled: (message, kind) => {
      if (entries.length === 0) setImmediate(flush);
      entries.push(((message << 1) | kindBit[kind]) >>> 0);
    },
    flush,
    close: () => {
      flush();
      closeSync(fd);
    },
  };
};
