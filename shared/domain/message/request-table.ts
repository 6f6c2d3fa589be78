import type { Definition } from '../campaign/definition.ts';

/** What a request says of one recipient: a campaign's field, or a column of its files, → its text. */
export type RequestRow = Readonly<Record<string, string>>;

/** The rows as a file of the campaign would have them. */
export type RequestTable = Readonly<{ header: readonly string[]; rows: readonly (readonly string[])[] }>;

const folded = (name: string): string => name.trim().toLowerCase();

/** The column behind a name: of the campaign's field of that name, else of the mapped column that a file would be found by, else itself. */
const columnFinder = ({ fields }: Pick<Definition, 'fields'>): ((name: string) => string) => {
  const mapped = new Map(Object.values(fields).map((column) => [folded(column), column]));
  return (name) => (Object.hasOwn(fields, name) ? fields[name]! : (mapped.get(folded(name)) ?? name.trim()));
};

/**
 * Makes a table of a request's rows. Every column that the campaign maps is in it, empty where the request says nothing of it: a message
 * that can do without is sent without. Where a name and a field mean the same column, the first text counts.
 */
export const requestTable = (definition: Pick<Definition, 'fields'>, rows: readonly RequestRow[]): RequestTable => {
  const columnOf = columnFinder(definition);
  const places = new Map<string, number>();
  const placeOf = (column: string): number => {
    const place = places.get(column) ?? places.size;
    places.set(column, place);
    return place;
  };
  Object.values(definition.fields).forEach(placeOf);
  for (const row of rows) for (const name of Object.keys(row)) placeOf(columnOf(name));
  const cellsOf = (row: RequestRow): readonly string[] => {
    const cells = Array.from(places, () => '');
    for (const [name, text] of Object.entries(row)) {
      const place = placeOf(columnOf(name));
      if (cells[place] === '') cells[place] = text;
    }
    return cells;
  };
  return { header: [...places.keys()], rows: rows.map(cellsOf) };
};
