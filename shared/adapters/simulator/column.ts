type Numbers = Float64Array | Uint32Array | Int32Array | Uint16Array | Uint8Array;

/** A column of numbers that grows: a million messages cost a few bytes each instead of an object each. Unset is 0. */
export type Column = Readonly<{ get: (row: number) => number; set: (row: number, value: number) => void }>;

export const column = (type: new (length: number) => Numbers): Column => {
  let values = new type(1024);
  return {
    get: (row) => values[row] ?? 0,
    set: (row, value) => {
      if (row >= values.length) {
        const wider = new type(Math.max(row + 1, values.length * 2));
        wider.set(values);
        values = wider;
      }
      values[row] = value;
    },
  };
};
