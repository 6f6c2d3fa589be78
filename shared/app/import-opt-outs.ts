import { createHash } from 'node:crypto';
import { findOptOutColumns, type OptOutField } from '#domain/consent/opt-out-columns.ts';
import { readOptOutRow, type OptOutDefaults } from '#domain/consent/read-opt-out-row.ts';
import { channelFacts } from '#domain/kernel/channel-facts.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { idBody } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Row } from '#domain/message/assemble.ts';
import { readContactPoint } from '#domain/message/contact-point.ts';
import type { SourceFile } from '#ports/row-reader.ts';
import { later } from './claim-writes.ts';
import { fileTable } from './file-table.ts';
import type { House } from './house.ts';
import { recordOptOut, type OptOutRequest } from './record-opt-out.ts';

/** `columns`: field → name of a column, where a person says it. `by`: staff. */
export type OptOutImport = Readonly<{
  companyId: string;
  file: SourceFile;
  defaults: OptOutDefaults;
  columns?: Readonly<Partial<Record<OptOutField, string>>> | undefined;
  by: string;
}>;

/** A row that was left out, and why; never what stands in it. */
export type BadRow = Readonly<{ row: number; code: string }>;

/** `already`: was so before. `none`: rows that tell of no opt-out. `bad`: how many were left out, the first thousand of them in `badRows`. `from`: rows up to there were done by an import before. */
export type ImportedOptOuts = Readonly<{
  rows: number;
  written: number;
  already: number;
  none: number;
  bad: number;
  badRows: readonly BadRow[];
  columns: Readonly<Partial<Record<OptOutField, string>>>;
  from?: number;
}>;

type Tally = { rows: number; written: number; already: number; none: number; bad: number; badRows: BadRow[] };
type Progress = Readonly<{ lastRow: number; tally: Tally }>;

const rowsPerBatch = 500;
const atOnce = 50;
const mostBadRows = 1_000;
const rememberedDays = 30;

/** Of the content and of what was asked: the same import again goes on where it was, or does nothing. */
const progressPath = async ({ companyId, file, defaults, columns = {} }: OptOutImport): Promise<string> => {
  const hash = createHash('sha256').update(JSON.stringify([companyId, defaults, columns]));
  for await (const piece of await file.open(0)) hash.update(piece as Buffer);
  return `optOutImports/${companyId}-${idBody(hash.digest(), 24)}`;
};

type Reading = Readonly<{ header: readonly string[]; columns: ReturnType<typeof findOptOutColumns>['columns'] }>;
type Wanted = Readonly<{ row: number; request: OptOutRequest }>;

const wantedOf = (
  { companyId, defaults, file, by }: OptOutImport,
  { reading, row, now }: Readonly<{ reading: Reading; row: Row; now: string }>,
): Wanted | BadRow | undefined => {
  if (row.fault !== undefined) return { row: row.row, code: row.fault };
  const read = readOptOutRow(row.cells, { ...reading, defaults, now });
  if ('none' in read) return undefined;
  if ('bad' in read) return { row: row.row, code: read.bad };
  const { field } = channelFacts[read.channel];
  const point = readContactPoint(field === 'phone' ? 'voice' : read.channel, read.to, 'US');
  if ('fault' in point) return { row: row.row, code: point.fault };
  const { said, ...optOut } = read;
  const person = { by, proof: `${file.name.slice(0, 200)}, row ${row.row}`, ...(said === undefined ? {} : { said }) };
  return { row: row.row, request: { companyId, ...optOut, to: point.to, source: 'import', person } };
};

/** Rows about the same contact point one after the other, all others at once. */
const writeBatch = async (
  house: House,
  wanted: readonly Wanted[],
  { cause, tally }: Readonly<{ cause: Cause; tally: Tally }>,
): Promise<void> => {
  const byContact = Map.groupBy(wanted, ({ request }) => request.to).values();
  const worker = async (): Promise<void> => {
    for (const same of byContact)
      for (const { row, request } of same) {
        const { families } = await recordOptOut(house, request, { ...cause, id: `${cause.id}:${row}` });
        tally[families.length > 0 ? 'written' : 'already'] += 1;
      }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

const batchesOf = async function* (rows: AsyncIterable<Row>, after: number): AsyncGenerator<readonly Row[]> {
  let gathered: Row[] = [];
  for await (const row of rows) {
    if (row.row <= after) continue;
    gathered.push(row);
    if (gathered.length < rowsPerBatch) continue;
    yield gathered;
    gathered = [];
  }
  if (gathered.length > 0) yield gathered;
};

const readingOf = (header: readonly string[], said: OptOutImport['columns']): Reading => {
  const { columns, absent } = findOptOutColumns(header, said);
  const has = header.map((name) => `"${name}"`).join(', ');
  if (absent.length > 0) throw new Refusal('column_missing', `the file has no column "${absent[0]}"; it has ${has}`);
  if (columns.to === undefined)
    throw new Refusal(
      'column_missing',
      `nobody can tell which column has the phone numbers or e-mail addresses: say it with --column to=NAME; the file has ${has}`,
    );
  return { header, columns };
};

/**
 * Writes the opt-outs of a file down: of whoever stands in it, but those that it says want messages. One bad row keeps no other back. Memory stays bounded however long
 * the file is. The same file again goes on where it was after a kill, and changes nothing where it was done. Throws FileUnreadable, and a Refusal for a file without such a column.
 */
export const importOptOuts = async (house: House, wanted: OptOutImport, cause: Cause): Promise<ImportedOptOuts> => {
  const path = await progressPath(wanted);
  const before = (await house.documents.get<Progress>(path))?.data;
  const { header, rows } = await fileTable(house.rows, wanted.file);
  const reading = readingOf(header, wanted.columns);
  const tally: Tally = before
    ? { ...before.tally, badRows: [...before.tally.badRows] }
    : { rows: 0, written: 0, already: 0, none: 0, bad: 0, badRows: [] };
  for await (const batch of batchesOf(rows, before?.lastRow ?? 0)) {
    const found = batch.map((row) => wantedOf(wanted, { reading, row, now: cause.now }));
    const bad = found.flatMap((one) => (one && 'code' in one ? [one] : []));
    await writeBatch(
      house,
      found.flatMap((one) => (one && 'request' in one ? [one] : [])),
      { cause, tally },
    );
    tally.rows += batch.length;
    tally.none += found.filter((one) => one === undefined).length;
    tally.bad += bad.length;
    tally.badRows.push(...bad.slice(0, mostBadRows - tally.badRows.length));
    const data: Progress = { lastRow: batch.at(-1)?.row ?? 0, tally };
    await house.documents.write([{ path, data, expiresAt: later(cause.now, rememberedDays) }]);
  }
  const named = Object.entries(reading.columns).flatMap(([field, at]) => (at === undefined ? [] : [[field, header[at] ?? ''] as const]));
  return { ...tally, columns: Object.fromEntries(named), ...(before ? { from: before.lastRow } : {}) };
};
