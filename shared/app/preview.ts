import type { Definition } from '#domain/campaign/definition.ts';
import { unknownNames } from '#domain/campaign/likely-field.ts';
import type { LinkTo } from '#domain/campaign/page-links.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { assemble, type Row } from '#domain/message/assemble.ts';
import { bindColumns, fieldsOf, type Binding } from '#domain/message/columns.ts';
import { rowNotes } from '#domain/message/row-notes.ts';
import { compileDefinition, type CompiledDefinition } from '#domain/message/compile-definition.ts';
import { withSites, type SiteNamed } from '#domain/message/with-sites.ts';
import { heldBack, type HeldBack } from '#domain/work/held-back.ts';
import type { RowReader, SourceFile, Understood } from '#ports/row-reader.ts';
import { countedFingerprints } from './counted-fingerprints.ts';
import { fileTable, type FileTable } from './file-table.ts';
import type { LookUp, Waiting } from './look-up-in.ts';
import { validDays } from './queue-touches.ts';
import { rowsTogether, type Together } from './rows-together.ts';
import { settleAll, show, type FirstRow, type Session, type Shown } from './settle-all.ts';
import { problemOf } from './sample-of.ts';
import { hoursOf, previewTally, tallyDuplicate, tallyProblem, tallyRejected, tallySkipped } from './preview-tally.ts';
import type { Hour, PreviewTally } from './preview-tally.ts';

export type ToPreview = Readonly<{
  reader: RowReader;
  file: SourceFile;
  /** as it would send: with the columns of this file */
  definition: Definition;
  lookUp: LookUp;
  /** business time, UTC ISO: as if everything were loaded now */
  now: string;
  /** this row is shown, by the number that a spreadsheet shows */
  row?: number | undefined;
  /** so many rows from the beginning are shown; left out: none */
  first?: number | undefined;
  /** of one segment */
  price: number;
  /** for templates that name it */
  companyName?: string | undefined;
  /** the company's locations, where a column names them */
  siteNamed?: SiteNamed | undefined;
  /** for templates that name links */
  linkTo?: LinkTo | undefined;
}>;

/** What would become of a file. Its cells and bodies are for the terminal of whoever has the file: never log them. */
export type Preview = Readonly<
  Omit<PreviewTally, 'definition' | 'now' | 'hours'> & {
    rows: number;
    understood?: Understood;
    /** what was left out and mended while reading, as counts by code */
    notes: Readonly<Record<string, number>>;
    cost: number;
    /** field → column of this file */
    columns: Readonly<Record<string, string>>;
    /** names in templates that are neither a field nor a column of this file: perhaps slips */
    unknownNames: readonly string[];
    when: readonly Hour[];
    /** what the campaign's limits make of this file, where not all goes on its day */
    heldBack?: HeldBack;
    shown?: readonly Shown[];
    firstRows?: readonly FirstRow[];
  }
>;

/** Rows whose messages are looked up at once. */
const batchRows = 500;

/** A row's cells as messages use them: each column once, by the campaign's name where it has one. */
const shownFields = ({ sources }: Binding, { cells, fault }: Row): Readonly<Record<string, string>> => {
  if (fault !== undefined) return {};
  const places = new Set<number>();
  const once = sources.filter(({ index }) => places.size < places.add(index).size);
  return fieldsOf({ sources: once, mended: [] }, cells);
};

const keepFirst = ({ firstRows, given: { first = 0 }, columns }: Session, row: Row, mended: readonly string[]): void => {
  if (firstRows.size >= first) return;
  firstRows.set(row.row, { row: row.row, fields: shownFields(columns.binding, row), mended, becomes: [] });
};

/** The touches of a row: what can't be a message is counted, what may be one waits for what is known of it. */
const assembleRow = (session: Session, { row, joined }: Together): readonly Waiting[] => {
  const { compiled, columns, tally, given, mended } = session;
  let told = false;
  const notes = rowNotes(compiled, columns.binding, row);
  for (const note of notes) mended[note] = (mended[note] ?? 0) + 1;
  keepFirst(session, row, notes);
  return compiled.touches.flatMap((touch) => {
    const { now, linkTo } = given;
    const assembled = assemble({ compiled, binding: columns.binding, row, touch, now, joined, linkTo });
    const placed = { row, touch };
    if (assembled.kind === 'message') return [{ placed, message: assembled }];
    show(session, placed, () => problemOf(row, assembled, columns));
    if (assembled.kind === 'skipped' && assembled.code === 'duplicate') tallyDuplicate(tally, 'inFile');
    else if (assembled.kind === 'skipped') tallySkipped(tally, assembled.code);
    else {
      tallyRejected(tally, assembled.code);
      if (!told) tallyProblem(tally, () => problemOf(row, assembled, columns));
      told = true;
    }
    return [];
  });
};

const readRows = async (session: Session, rows: AsyncGenerator<readonly Together[], void>): Promise<number> => {
  let count = 0;
  let batch = 0;
  let waiting: Waiting[] = [];
  for await (const together of rows) {
    for (const one of together) waiting.push(...assembleRow(session, one));
    count += together.length;
    batch += together.length;
    if (batch < batchRows) continue;
    await settleAll(session, waiting);
    waiting = [];
    batch = 0;
  }
  await settleAll(session, waiting);
  return count;
};

const namesOf = ({ compiled: { touches, definition }, columns: { binding } }: Session): readonly string[] => {
  const variables = new Set(touches.flatMap(({ template }) => template.variables));
  return unknownNames([...variables], definition.fields, [
    ...binding.sources.map(({ name }) => name),
    ...(definition.join === undefined ? [] : ['appointments']),
  ]);
};

const resultOf = (session: Session, { understood, notes }: FileTable, rows: number): Preview => {
  const { tally, columns, given, shown, mended } = session;
  const { definition, now: _now, hours: _hours, ...counts } = tally;
  const when = hoursOf(tally);
  const held = heldBack(when, definition, validDays);
  const named = columns.binding.sources.filter(({ name }) => Object.hasOwn(definition.fields, name));
  return {
    ...counts,
    rows,
    ...(understood && { understood }),
    notes: { ...notes, ...mended },
    cost: Math.round(tally.segments * given.price * 10_000) / 10_000,
    columns: Object.fromEntries(named.map(({ name, index }) => [name, columns.header[index]?.trim() ?? ''])),
    unknownNames: namesOf(session),
    when,
    ...(held ? { heldBack: held } : {}),
    ...(given.row === undefined ? {} : { shown }),
    ...(given.first === undefined ? {} : { firstRows: [...session.firstRows.values()].sort((one, other) => one.row - other.row) }),
  };
};

const compiledFor = ({ definition, companyName, siteNamed }: ToPreview): CompiledDefinition => {
  const compiled = withSites(compileDefinition(definition), siteNamed);
  return companyName === undefined ? compiled : { ...compiled, beside: { ...compiled.beside, company: { name: companyName } } };
};

/**
 * What would become of a file if it were dropped now: everything that loading and queueing would decide, and nothing stored. Throws
 * FileUnreadable for a file that can't be read, and a Refusal for one that lacks a column, or the row that is to be shown.
 */
export const preview = async (given: ToPreview): Promise<Preview> => {
  const { reader, file, definition, now } = given;
  const table = await fileTable(reader, file);
  const { header, rows } = table;
  const bound = bindColumns(definition, header);
  if (bound.kind === 'unbound') {
    await rows.return();
    throw new Refusal(bound.code, bound.message);
  }
  const session: Session = {
    given,
    compiled: compiledFor(given),
    columns: { binding: bound.binding, header },
    tally: previewTally(definition, now),
    claims: countedFingerprints(),
    personDays: countedFingerprints(),
    heads: new Map(),
    shown: [],
    firstRows: new Map(),
    mended: {},
  };
  const again = async () => (await fileTable(reader, file)).rows;
  const count = await readRows(session, rowsTogether(rows, { compiled: session.compiled, binding: bound.binding, again }));
  if (given.row !== undefined && session.shown.length === 0) {
    throw new Refusal('row_unknown', `the file has no row ${given.row}: the first behind the header is 2, as a spreadsheet counts`);
  }
  return resultOf(session, table, count);
};
