/** What a report holds, whatever database it came from. */
export type Cell = string | number | null;
export type Report = Readonly<{ columns: readonly string[]; rows: readonly Readonly<Record<string, Cell>>[] }>;
