/** Longer names are cut. */
const mostReference = 200;

/** Where a packet's rows have the caller's own names for them; undefined: nowhere. */
export const referenceColumn = (header: readonly string[] = []): number | undefined => {
  const column = header.findIndex((name) => name.trim().toLowerCase() === 'reference');
  return column < 0 ? undefined : column;
};

export const referenceIn = (column: number | undefined, cells: readonly string[] = []): string | undefined => {
  const reference = (column === undefined ? '' : (cells[column] ?? '')).trim().slice(0, mostReference);
  return reference === '' ? undefined : reference;
};
