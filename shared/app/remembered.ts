/** A bounded memory of values that never change under their key. */
export const remembered = <T>(most: number): { get: (key: string) => T | undefined; keep: (key: string, value: T) => T } => {
  const values = new Map<string, T>();
  return {
    get: (key) => values.get(key),
    keep: (key, value) => {
      if (values.size >= most) values.delete(values.keys().next().value ?? '');
      values.set(key, value);
      return value;
    },
  };
};
