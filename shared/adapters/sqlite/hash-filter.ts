/** 2 MB: at a million documents one question in sixteen is asked in vain, at ten million one in two. */
const bits = 2 ** 24;

export type HashFilter = Readonly<{
  add: (hash: number) => void;
  /** false: surely not there */
  mayHave: (hash: number) => boolean;
}>;

/** Remembers of each hash one bit alone: most claims that are looked for are new, and a database is a dear way to learn that. */
export const hashFilter = (): HashFilter => {
  const words = new Uint32Array(bits / 32);
  return {
    add: (hash) => {
      const bit = hash % bits;
      words[bit >>> 5]! |= 1 << (bit & 31);
    },
    mayHave: (hash) => {
      const bit = hash % bits;
      return (words[bit >>> 5]! & (1 << (bit & 31))) !== 0;
    },
  };
};
