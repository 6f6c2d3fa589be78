import { fieldNames } from '../campaign/definition.ts';
import { lookOfColumn, plainText, type ColumnLook, type Look } from './column-look.ts';
import { nameScore } from './column-names.ts';

/** What is known of a file: its header and some of its rows. */
export type ToMap = Readonly<{
  header: readonly string[];
  rows: readonly (readonly string[])[];
  /** country of phones and order of days */
  region?: string | undefined;
  /** fields that are looked for, with names that count as exact for them; the fields that mean something unless told */
  wanted?: Readonly<Record<string, readonly string[]>> | undefined;
}>;

export type ProposedColumn = Readonly<{ column: string; index: number; samples: readonly string[] }> & ColumnLook;
export type ProposedField = Readonly<{
  field: string;
  column: string;
  index: number;
  /** 0–1: below 0.5 somebody should look */
  confidence: number;
  /** in words */ why: string;
  samples: readonly string[];
}>;
export type Proposal = Readonly<{
  /** in the order in which they were wanted */
  fields: readonly ProposedField[];
  columns: readonly ProposedColumn[];
  /** wanted fields without a column */
  missing: readonly string[];
}>;

/** What cells must be like, by how well that fits the field. */
const fits: Readonly<Record<string, Partial<Record<Look, number>>>> = {
  person: { id: 0.5, number: 0.3 },
  appointment: { id: 0.25 },
  firstName: { 'first name': 0.8, 'whole name': 0.5 },
  lastName: { 'whole name': 0.15 },
  phone: { phone: 0.95 },
  email: { email: 0.95 },
  practitioner: { doctor: 0.85, 'whole name': 0.2 },
  appointmentDate: { date: 0.8, birthday: 0.1 },
  appointmentTime: { time: 0.8 },
  locale: { language: 0.6 },
};

/** Fields whose cells tell by themselves whether they are meant: where they don't, the name is wrong. */
const strict: ReadonlySet<string> = new Set(['phone', 'email', 'appointmentDate', 'appointmentTime']);
/** Cells that can't be these, whatever the column is called. */
const clashes: Readonly<Record<string, ReadonlySet<Look>>> = {
  person: new Set<Look>(['email', 'date', 'birthday', 'time', 'doctor', 'whole name']),
  appointment: new Set<Look>(['email', 'phone', 'date', 'birthday', 'time', 'doctor', 'first name', 'whole name']),
  firstName: new Set<Look>(['email', 'phone', 'date', 'birthday', 'time', 'doctor', 'id', 'number']),
  lastName: new Set<Look>(['email', 'phone', 'date', 'birthday', 'time', 'doctor', 'id', 'number']),
  practitioner: new Set<Look>(['email', 'phone', 'date', 'birthday', 'time', 'number']),
  locale: new Set<Look>(['email', 'phone', 'date', 'birthday', 'time', 'doctor', 'first name', 'whole name', 'id', 'number']),
};

type Candidate = Readonly<{ field: string; column: ProposedColumn; score: number; why: string }>;

const lookWords: Readonly<Record<Look, string>> = {
  phone: 'phone numbers',
  email: 'e-mail addresses',
  date: 'dates',
  birthday: 'dates that lie years apart, like birthdays',
  time: 'times of day',
  doctor: 'titles of doctors',
  language: 'languages',
  'whole name': 'first and last names together',
  'first name': 'first names',
  id: 'ids',
  number: 'numbers',
  text: 'text',
  empty: 'nothing',
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const cellWords = ({ look, share }: ColumnLook): string => {
  if (look === 'empty') return 'its cells are empty';
  return look === 'text' ? 'its cells are text' : `${percent(share)} of its cells are ${lookWords[look]}`;
};

/** How surely a column is a field: by its name, by its cells, or both. */
const candidateOf = (field: string, column: ProposedColumn, also: readonly string[]): Candidate | undefined => {
  const named = nameScore(field, column.column, also);
  const fit = (fits[field]?.[column.look] ?? 0) * column.share;
  const cells = cellWords(column);
  const because = (score: number, why: string): Candidate | undefined => (score > 0 ? { field, column, score, why } : undefined);
  if (named === 0) return because(fit * 0.8, `its name does not say so, but ${cells}`);
  const says = named > 0.8 ? 'its name says so' : 'its name resembles it';
  if (column.look === 'empty') return because(named * 0.6, `${says}; ${cells}`);
  if (fit > 0.1) return because(named * 0.6 + Math.max(named, 0.4) * 0.38 * Math.min(1, fit * 1.2), `${says}, and ${cells}`);
  const clash = strict.has(field) || clashes[field]?.has(column.look) === true;
  return because(clash ? named * 0.25 : named * 0.8, `${says}${clash ? ', but' : '; '} ${cells}`.replace(';  ', '; '));
};

const fewest = 0.15;
/** Of two columns that are as good as each other either may be meant. */
const doubt = 0.5;

const textOf = ({ column, samples }: ProposedColumn): string => JSON.stringify([plainText(column), column, samples]);

/** Best first; what is equally good goes by what the columns are, never by where they stand. */
const byScore =
  (order: readonly string[]) =>
  (one: Candidate, other: Candidate): number => {
    if (one.score !== other.score) return other.score - one.score;
    const fields = order.indexOf(one.field) - order.indexOf(other.field);
    if (fields !== 0) return fields;
    const [here, there] = [textOf(one.column), textOf(other.column)];
    return here < there ? -1 : here > there ? 1 : one.column.index - other.column.index;
  };

/** Each column for one field at most, each field from one column at most. */
const assign = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const fields = new Set<string>();
  const columns = new Set<number>();
  return candidates.filter(({ field, column: { index } }) => {
    if (fields.has(field) || columns.has(index)) return false;
    fields.add(field);
    columns.add(index);
    return true;
  });
};

const rivalOf = (chosen: Candidate, candidates: readonly Candidate[], taken: ReadonlySet<number>): Candidate | undefined =>
  candidates.find(({ field, column: { index } }) => field === chosen.field && index !== chosen.column.index && !taken.has(index));

const round = (number: number): number => Math.round(Math.min(1, number) * 100) / 100;

const proposed = (chosen: Candidate, rival: Candidate | undefined): ProposedField => {
  const { field, column, score, why } = chosen;
  const closeness = rival ? rival.score / score : 0;
  const doubtful = rival && closeness > 0.75;
  const { column: name, index, samples } = column;
  return {
    field,
    column: name,
    index,
    confidence: round(score * (doubtful ? 1 - doubt * closeness : 1)),
    why: doubtful ? `${why}; but "${rival.column.column}" may be meant as well` : why,
    samples,
  };
};

/** The first three different cells that say something, shortened. */
const samplesOf = (cells: readonly string[]): readonly string[] =>
  [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))].slice(0, 3).map((cell) => cell.slice(0, 60));

const columnsOf = ({ header, rows, region }: ToMap): readonly ProposedColumn[] =>
  header.map((name, index) => {
    const cells = rows.map((row) => row[index] ?? '');
    return { column: name.trim(), index, samples: samplesOf(cells), ...lookOfColumn(cells, region) };
  });

/** Few files have them, and only their names tell: nobody is told that they are missing who did not ask. */
const rare: ReadonlySet<string> = new Set(['messengerId', 'instagramId', 'timezone', 'zip', 'location']);
const allFields: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  fieldNames.filter((field) => !rare.has(field)).map((field) => [field, []]),
);

/** A column without a name, or whose name another one has too, can't be named in a campaign. */
const nameable = (columns: readonly ProposedColumn[]): readonly ProposedColumn[] => {
  const counts = new Map<string, number>();
  const keyOf = ({ column }: ProposedColumn): string => column.toLowerCase();
  for (const column of columns) counts.set(keyOf(column), (counts.get(keyOf(column)) ?? 0) + 1);
  return columns.filter((column) => column.column !== '' && counts.get(keyOf(column)) === 1);
};

/**
 * Which column of a file is which field, and how sure that is: by names (English and Spanish) and by what the cells are like. Two columns
 * never become one field, one column never two; several that may be meant make it less sure.
 */
export const proposeMapping = (toMap: ToMap): Proposal => {
  const wanted = toMap.wanted ?? allFields;
  const order = Object.keys(wanted);
  const columns = columnsOf(toMap);
  const candidates = order
    .flatMap((field) => nameable(columns).map((column) => candidateOf(field, column, wanted[field] ?? [])))
    .filter((one) => one !== undefined)
    .sort(byScore(order));
  const chosen = assign(candidates.filter(({ score }) => score >= fewest));
  const taken = new Set(chosen.map(({ column }) => column.index));
  const fields = chosen
    .map((one) => proposed(one, rivalOf(one, candidates, taken)))
    .sort((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
  const found = new Set(fields.map(({ field }) => field));
  return { fields, columns, missing: order.filter((field) => !found.has(field)) };
};
