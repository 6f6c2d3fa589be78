export type BoundedMap<V> = Readonly<{
  get: (key: string) => V | undefined;
  set: (key: string, value: V) => void;
  delete: (key: string) => void;
}>;

/** Remembers up to `limit` values; the one that was not asked for the longest goes first. */
export const boundedMap = <V extends object>(limit: number): BoundedMap<V> => {
  const values = new Map<string, V>();
  return {
    get: (key) => {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value);
      return value;
    },
    set: (key, value) => {
      values.delete(key);
      values.set(key, value);
      for (const oldest of values.keys()) {
        if (values.size <= limit) break;
        values.delete(oldest);
      }
    },
    delete: (key) => void values.delete(key),
  };
};
