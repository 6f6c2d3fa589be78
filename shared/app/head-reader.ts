import type { RowReader } from '#ports/row-reader.ts';

/** The header and the first rows of a file, as if it had no more. `isCut`: it has. */
export const headReader = (reader: RowReader, rows: number): Readonly<{ reader: RowReader; isCut: () => boolean }> => {
  let isCut = false;
  return {
    isCut: () => isCut,
    reader: {
      read: async function* (file, start) {
        let left = start === 0 ? rows + 1 : rows;
        for await (const read of reader.read(file, start)) {
          if (left <= 0) {
            isCut = true;
            return;
          }
          left -= 1;
          yield read;
        }
      },
    },
  };
};
