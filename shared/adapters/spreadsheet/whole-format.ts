import { Worker } from 'node:worker_threads';
import { readingLimits } from '#domain/packet/reading-limits.ts';
import { FileUnreadable, type OpenZip, type RowFormat, type SourceFile } from '#ports/row-reader.ts';
import { tooLargeSheet } from './shared-texts.ts';
import { visibleRows } from './visible-rows.ts';
import type { WholeSheet } from './whole-sheet.ts';
import { damagedSheet } from './xml-events.ts';
import { isZip, zipHolds } from './xlsx-format.ts';

const { wholeSheetBytes, wholeSheetMemoryMb, wholeSheetMs, wholeSheetMsPerMega } = readingLimits;
const mega = 1_000_000;

const contentOf = async ({ open }: SourceFile): Promise<Buffer> => {
  const source = await open(0);
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const block of source as AsyncIterable<Buffer>) {
      bytes += block.length;
      if (bytes > wholeSheetBytes) throw tooLargeSheet();
      parts.push(block);
    }
  } finally {
    source.destroy();
  }
  return Buffer.concat(parts);
};

/** In a thread of its own, whose memory and time have an end whatever the file makes of them. */
const parsed = (content: Buffer): Promise<WholeSheet> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./whole-sheet.ts', import.meta.url), {
      workerData: content,
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: wholeSheetMemoryMb },
    });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    const isSmall = content.length < mega;
    const mostMs = wholeSheetMs + (content.length / mega) * wholeSheetMsPerMega;
    const timer = setTimeout(() => end(() => reject(isSmall ? damagedSheet() : tooLargeSheet())), mostMs);
    worker.once('message', (answer: WholeSheet) => end(() => resolve(answer)));
    worker.once('error', (error: Error & { code?: string }) =>
      end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLargeSheet() : damagedSheet())),
    );
    worker.once('exit', () => end(() => reject(damagedSheet())));
  });

const failures: Readonly<Record<string, () => FileUnreadable>> = {
  file_damaged: damagedSheet,
  file_locked: () => new FileUnreadable('file_locked', 'The spreadsheet is locked by a password. Save it without one and drop it again.'),
  sheet_missing: () =>
    new FileUnreadable(
      'sheet_missing',
      'The spreadsheet has no sheet that is visible. Show the one with the rows, save it and drop it again.',
    ),
};

const isOldWorkbook = (head: Buffer): boolean => head.toString('hex', 0, 8) === 'd0cf11e0a1b11ae1';

async function* one<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

/** Workbooks of the old kind (.xls), and binary ones (.xlsb): read as a whole, up to a size. */
export const wholeFormat = (openZip: OpenZip): RowFormat => ({
  isIt: async (head, file) =>
    isOldWorkbook(head) || (isZip(head) && (await zipHolds(openZip, file, (name) => /(^|\/)workbook\.bin$/.test(name)))),
  read: async function* (file, start) {
    if ((file.bytes ?? 0) > wholeSheetBytes) throw tooLargeSheet();
    const answer = await parsed(await contentOf(file));
    if ('failure' in answer) throw (failures[answer.failure] ?? damagedSheet)();
    const { rows, sheet, otherSheets, hiddenColumns, merged } = answer;
    yield* visibleRows(one(rows), { format: 'xls', sheet, otherSheets, hiddenColumns: new Set(hiddenColumns), merged, start });
  },
});
