import type { Definition } from '#domain/campaign/definition.ts';
import { unknownNames } from '#domain/campaign/likely-field.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { assemble, type Row } from '#domain/message/assemble.ts';
import { bindColumns } from '#domain/message/columns.ts';
import { compileDefinition, type CompiledDefinition } from '#domain/message/compile-definition.ts';
import type { RowReader, SourceFile, Understood } from '#ports/row-reader.ts';
import { countedFingerprints, type Counted } from './counted-fingerprints.ts';
import { fileTable, type FileTable } from './file-table.ts';
import type { Known, LookUp, Waiting } from './look-up-in.ts';
import { problemOf, sampleOf, type Columns, type Placed, type RowProblem, type Sample } from './sample-of.ts';
import {
  hoursOf,
  previewTally,
  tallyCorrection,
  tallyDuplicate,
  tallyMessage,
  tallyProblem,
  tallyRejected,
  tallySkipped,
} from './preview-tally.ts';
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
  /** of one segment */
  price: number;
  /** for templates that name it */
  companyName?: string | undefined;
}>;

/** What becomes of one touch of the row that was asked for. */
export type Shown = Sample | Readonly<{ row: number; channel: string; code: string; words: string }>;

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
    shown?: readonly Shown[];
  }
>;

/** Rows whose messages are looked up at once. */
const batchRows = 500;

type Session = Readonly<{
  given: ToPreview;
  compiled: CompiledDefinition;
  columns: Columns;
  tally: PreviewTally;
  claims: Counted;
  personDays: Counted;
  shown: Shown[];
}>;

const show = ({ given, shown }: Session, { row, touch }: Placed, what: () => Sample | RowProblem): void => {
  if (row.row !== given.row) return;
  const made = what();
  shown.push('body' in made ? made : { row: row.row, channel: touch.channel, code: made.code, words: made.words });
};

/** The touches of a row: what can't be a message is counted, what may be one waits for what is known of it. */
const assembleRow = (session: Session, row: Row): readonly Waiting[] => {
  const { compiled, columns, tally, given } = session;
  let told = false;
  return compiled.touches.flatMap((touch) => {
    const assembled = assemble({ compiled, binding: columns.binding, row, touch, now: given.now });
    const placed = { row, touch };
    if (assembled.kind === 'message') return [{ placed, message: assembled }];
    show(session, placed, () => problemOf(row, assembled, columns));
    if (assembled.kind === 'skipped') tallySkipped(tally, assembled.code);
    else {
      tallyRejected(tally, assembled.code);
      if (!told) tallyProblem(tally, () => problemOf(row, assembled, columns));
      told = true;
    }
    return [];
  });
};

/** Why a message is not made, in the order in which queueing asks. */
const skipOf = ({ claims, personDays, given }: Session, known: Known): string | undefined => {
  if (known.optedOut) return 'opted_out';
  if (known.verdict === 'duplicate' || claims.count(known.claim) > 0) return 'duplicate';
  // a newer word about what there was is no message more
  if (known.verdict !== undefined) return undefined;
  const limit = given.definition.limits?.perPersonPerDay;
  if (limit === undefined || known.personDay === undefined) return undefined;
  return known.sentThatDay + personDays.count(known.personDay) >= limit ? 'person_limit' : undefined;
};

const settle = (session: Session, { placed, message }: Waiting, known: Known): void => {
  const { tally, claims, personDays, columns } = session;
  const code = skipOf(session, known);
  if (code === undefined) {
    claims.add(known.claim);
    if (known.personDay !== undefined && known.verdict === undefined) personDays.add(known.personDay);
    if (known.verdict === 'corrects') tallyCorrection(tally, message);
    else tallyMessage(tally, placed, message);
    if (known.verdict === 'replaces') tally.changes.replaced += 1;
    return show(session, placed, () => sampleOf(placed, message, session.given.definition.timezone));
  }
  if (code === 'duplicate') tallyDuplicate(tally, claims.count(known.claim) > 0 ? 'inFile' : 'known');
  else tallySkipped(tally, code);
  return show(session, placed, () => problemOf(placed.row, { code }, columns));
};

const settleAll = async (session: Session, waiting: readonly Waiting[]): Promise<void> => {
  if (waiting.length === 0) return;
  const known = await session.given.lookUp(waiting);
  waiting.forEach((one, n) => settle(session, one, known[n]!));
};

const readRows = async (session: Session, rows: AsyncGenerator<Row, void>): Promise<number> => {
  let count = 0;
  let waiting: Waiting[] = [];
  for await (const row of rows) {
    count += 1;
    waiting.push(...assembleRow(session, row));
    if (count % batchRows > 0) continue;
    await settleAll(session, waiting);
    waiting = [];
  }
  await settleAll(session, waiting);
  return count;
};

const namesOf = ({ compiled: { touches, definition }, columns: { binding } }: Session): readonly string[] => {
  const variables = new Set(touches.flatMap(({ template }) => template.variables));
  return unknownNames(
    [...variables],
    definition.fields,
    binding.sources.map(({ name }) => name),
  );
};

const resultOf = (session: Session, { understood, notes }: FileTable, rows: number): Preview => {
  const { tally, columns, given, shown } = session;
  const { definition, now: _now, hours: _hours, ...counts } = tally;
  const named = columns.binding.sources.filter(({ name }) => Object.hasOwn(definition.fields, name));
  return {
    ...counts,
    rows,
    ...(understood && { understood }),
    notes,
    cost: Math.round(tally.segments * given.price * 10_000) / 10_000,
    columns: Object.fromEntries(named.map(({ name, index }) => [name, columns.header[index]?.trim() ?? ''])),
    unknownNames: namesOf(session),
    when: hoursOf(tally),
    ...(given.row === undefined ? {} : { shown }),
  };
};

const compiledFor = ({ definition, companyName }: ToPreview): CompiledDefinition => {
  const compiled = compileDefinition(definition);
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
    shown: [],
  };
  const count = await readRows(session, rows);
  if (given.row !== undefined && session.shown.length === 0) {
    throw new Refusal('row_unknown', `the file has no row ${given.row}: the first behind the header is 2, as a spreadsheet counts`);
  }
  return resultOf(session, table, count);
};
