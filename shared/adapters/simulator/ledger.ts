import { closeSync, createReadStream, existsSync, ftruncateSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/** One line: a message was accepted (`queued`), or its status changed. */
export type LedgerLine = Readonly<{
  at: string;
  sid: string;
  to: string;
  from: string;
  body: string;
  status: string;
  errorCode?: number | undefined;
  /** these stand on the first line of a message or call only: where status callbacks go, and what else it was made of */
  callback?: string | undefined;
  media?: readonly string[] | undefined;
  content?: Readonly<{ sid: string; variables: Readonly<Record<string, string>> }> | undefined;
  /** why it will not arrive, where that is settled when it is accepted */
  fails?: number | undefined;
  call?: CallOrder | undefined;
  /** these on the last line of a call only */
  answeredBy?: string | undefined;
  digits?: string | undefined;
  heard?: readonly string[] | undefined;
}>;

/** What a call was made with besides its numbers. `amdCallback`: where it is told who answered. */
export type CallOrder = Readonly<{ twiml: string; events: readonly string[]; detects: boolean; amdCallback?: string | undefined }>;

/** Where a line stands in the file, in bytes. */
export type LinePlace = Readonly<{ offset: number; length: number }>;
export type PlacedLine = Readonly<{ line: LedgerLine; place: LinePlace }>;

const newline = 10;

/** Lines of a ledger with their places, a chunk of the file at a time; a last line without its end is torn and left out. */
export async function* readPlacedLines(file: string): AsyncGenerator<readonly PlacedLine[]> {
  if (!existsSync(file)) return;
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const lines: PlacedLine[] = [];
    let start = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      const line = JSON.parse(bytes.toString('utf8', start, end)) as LedgerLine;
      lines.push({ line, place: { offset: offset + start, length: end - start } });
      start = end + 1;
    }
    offset += start;
    rest = bytes.subarray(start);
    yield lines;
  }
}

/** Every whole line of a ledger, in the order in which it was written. */
export async function* readLedger(file: string): AsyncGenerator<LedgerLine> {
  for await (const lines of readPlacedLines(file)) for (const { line } of lines) yield line;
}

export type Ledger = Readonly<{
  /** Written with what else the same turn of the event loop appends; `written` is called once it stands in the file. */
  append: (line: LedgerLine, written: () => void) => LinePlace;
  /** A line that was appended. */
  lineAt: (place: LinePlace) => LedgerLine;
  flush: () => void;
  close: () => void;
}>;

const writeWhole = (fd: number, bytes: Buffer): void => {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done);
};

const lastLineEnd = (fd: number): number => {
  const chunk = Buffer.alloc(64 * 1024);
  for (let end = fstatSync(fd).size; end > 0;) {
    const start = Math.max(0, end - chunk.length);
    const read = readSync(fd, chunk, 0, end - start, start);
    const found = chunk.subarray(0, read).lastIndexOf(newline);
    if (found >= 0) return start + found + 1;
    end = start;
  }
  return 0;
};

/** Opens a ledger to append to it; a torn last line is cut off. A failed write throws out of the event loop: without it nothing may go on. */
export const openLedger = (file: string): Ledger => {
  const fd = openSync(file, 'a+');
  let size = lastLineEnd(fd);
  ftruncateSync(fd, size);
  let lines: string[] = [];
  let waiting: (() => void)[] = [];
  const flush = () => {
    if (lines.length === 0) return;
    const [text, told] = [lines.join(''), waiting];
    lines = [];
    waiting = [];
    writeWhole(fd, Buffer.from(text));
    for (const tell of told) tell();
  };
  return {
    append: (line, written) => {
      const text = JSON.stringify(line);
      const place = { offset: size, length: Buffer.byteLength(text) };
      if (lines.length === 0) setImmediate(flush);
      lines.push(`${text}\n`);
      waiting.push(written);
      size += place.length + 1;
      return place;
    },
    lineAt: ({ offset, length }) => {
      flush();
      const bytes = Buffer.alloc(length);
      readSync(fd, bytes, 0, length, offset);
      return JSON.parse(bytes.toString()) as LedgerLine;
    },
    flush,
    close: () => {
      flush();
      closeSync(fd);
    },
  };
};
