import type { Definition } from '../campaign/definition.ts';
import { applyFilter } from '../campaign/text-filter.ts';
import { foldToGsm7 } from './fold-to-gsm7.ts';
import { mendingOfColumn, mendingOfField, type Mending } from './mend-cell.ts';

type Step = (text: string) => string;

/** Where in a row's cells a name that templates may use is found, how its text is mended, and what the campaign does to it then. */
type Source = Readonly<{ name: string; index: number; mending: Mending | undefined; steps: readonly Step[] }>;
export type Binding = Readonly<{
  sources: readonly Source[];
  /** of those, one for each column that is mended */ mended: readonly Source[];
}>;

/** `message` says what to do; it quotes the file's header, so it is private. */
export type Bound =
  | Readonly<{ kind: 'bound'; binding: Binding }>
  | Readonly<{ kind: 'unbound'; code: 'column_missing' | 'column_repeated'; missing: readonly string[]; message: string }>;

/** Only names with a text: an empty cell is no field. */
export type Fields = Readonly<Record<string, string | undefined>>;

const folded = (name: string): string => name.trim().toLowerCase();

const placesOf = (header: readonly string[], test: (name: string) => boolean): readonly number[] =>
  header.flatMap((name, index) => (name.trim() !== '' && test(name) ? [index] : []));

/** The columns of that name: exactly so, or else apart from case and the spaces around it. */
const columnsNamed = (header: readonly string[], column: string): readonly number[] => {
  const exact = placesOf(header, (name) => name === column);
  return exact.length > 0 ? exact : placesOf(header, (name) => folded(name) === folded(column));
};

const snake = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');

/** Later ones never displace earlier ones: fields, then columns as they are written, then their snake form. */
const namesOf = (mapped: readonly (readonly [string, number])[], header: readonly string[]): ReadonlyMap<string, number> => {
  const names = new Map<string, number>(mapped);
  const offer = (name: string, index: number): void => {
    if (name !== '' && name !== '__proto__' && !names.has(name)) names.set(name, index);
  };
  header.forEach((name, index) => offer(name.trim(), index));
  header.forEach((name, index) => offer(snake(name), index));
  return names;
};

const stepsOf = ({ filters = [], fields }: Definition, header: readonly string[]): ReadonlyMap<number, readonly Step[]> => {
  const steps = new Map<number, readonly Step[]>();
  for (const filter of filters) {
    const { field } = filter;
    if (field === undefined) continue;
    // a filter for a column that this file does not have has nothing to do
    const column = Object.hasOwn(fields, field) ? fields[field]! : field;
    for (const index of columnsNamed(header, column)) steps.set(index, [...(steps.get(index) ?? []), applyFilter(filter, foldToGsm7)]);
  }
  return steps;
};

/** By the place of a column: a field says what it holds, else its name may. */
const mendingsOf = (
  definition: Definition,
  mapped: readonly (readonly [string, number])[],
  header: readonly string[],
): ReadonlyMap<number, Mending> => {
  const mendings = new Map<number, Mending>();
  for (const [field, index] of mapped) {
    const mending = mendingOfField(field);
    if (mending && !mendings.has(index)) mendings.set(index, mending);
  }
  header.forEach((name, index) => {
    const mending = mendings.has(index) ? undefined : mendingOfColumn(definition, name);
    if (mending) mendings.set(index, mending);
  });
  return mendings;
};

const shown = (names: readonly string[]): string => {
  const named = names.map((name) => name.trim()).filter((name) => name !== '');
  const few = named.slice(0, 30).map((name) => `"${name.length > 60 ? `${name.slice(0, 60)}…` : name}"`);
  return few.length === 0 ? 'none' : `${few.join(', ')}${named.length > few.length ? ` and ${named.length - few.length} more` : ''}`;
};

const missingMessage = (wanted: readonly (readonly [string, string])[], header: readonly string[]): string => {
  const lacking = wanted.map(([field, column]) => `"${column}" (${field})`).join(', ');
  const word = wanted.length === 1 ? 'column' : 'columns';
  return `The file has no ${word} ${lacking}. Its first line names: ${shown(header)}. Rename the ${word} in the file, or change "fields" of the campaign, and drop the file again.`;
};

const repeatedMessage = (column: string, field: string): string =>
  `The file has more than one column "${column}", so nobody can tell which one is ${field}. Rename all but one of them and drop the file again.`;

/**
 * Finds the fields of a campaign in a file's header. A mapped column must be there once; other columns keep their own name,
 * where the first of a repeated name counts; a column without a name can't be reached.
 */
export const bindColumns = (definition: Definition, header: readonly string[]): Bound => {
  const wanted = Object.entries(definition.fields);
  const found = wanted.map(([field, column]) => ({ field, column, places: columnsNamed(header, column) }));
  const missing = wanted.filter((_, i) => found[i]!.places.length === 0);
  if (missing.length > 0) {
    return {
      kind: 'unbound',
      code: 'column_missing',
      missing: missing.map(([, column]) => column),
      message: missingMessage(missing, header),
    };
  }
  const repeated = found.find(({ places }) => places.length > 1);
  if (repeated) {
    return { kind: 'unbound', code: 'column_repeated', missing: [], message: repeatedMessage(repeated.column, repeated.field) };
  }
  const names = namesOf(
    found.map(({ field, places }) => [field, places[0]!]),
    header,
  );
  const steps = stepsOf(definition, header);
  const mendings = mendingsOf(
    definition,
    found.map(({ field, places }) => [field, places[0]!]),
    header,
  );
  const sources = [...names].map(([name, index]) => {
    const own = Object.hasOwn(definition.fields, name) ? mendingOfField(name) : undefined;
    return { name, index, mending: own ?? mendings.get(index), steps: steps.get(index) ?? [] };
  });
  const mended = sources.filter(({ index, mending }, n) => mending && sources.findIndex((other) => other.index === index) === n);
  return { kind: 'bound', binding: { sources, mended } };
};

/** An apostrophe before what spreadsheets would take for a formula or a number keeps it a text: it is no part of it. */
const guard = /^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20\d])/;
/** Programs write ="02139" for the same reason. */
const textFormula = /^="([^"]*)"$/;

/** What a cell says: trimmed, and without what only keeps spreadsheets from changing it. */
const textOf = (cell: string | undefined): string => {
  const text = cell?.trim() ?? '';
  const first = text.charCodeAt(0);
  if (first === 0x27) return text.replace(guard, '');
  return first === 0x3d ? text.replace(textFormula, '$1').trim() : text;
};

/** The fields of a row: cells trimmed, mended and filtered, empty ones left out. */
export const fieldsOf = (binding: Binding, cells: readonly string[]): Record<string, string> => {
  const fields: Record<string, string> = {};
  for (const { name, index, mending, steps } of binding.sources) {
    let value = textOf(cells[index]);
    if (value && mending) value = mending.mend(value);
    if (value) for (const step of steps) value = step(value);
    if (value) fields[name] = value;
  }
  return fields;
};

/** What was mended in a row, to be counted. */
export const mendedIn = (
  { mended }: Binding,
  { cells, fault }: Readonly<{ cells: readonly string[]; fault?: string }>,
): readonly string[] => {
  if (fault !== undefined) return [];
  const notes: string[] = [];
  for (const { index, mending } of mended) {
    const text = textOf(cells[index]);
    if (text && mending && mending.mend(text) !== text) notes.push(mending.note);
  }
  return notes;
};
