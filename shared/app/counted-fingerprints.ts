/** How often each fingerprint came, by 48 bits of it: 40 bytes each however long they are, and among a million people two are taken for one in one file of 500. */
export type Counted = Readonly<{ count: (fingerprint: string) => number; add: (fingerprint: string) => void }>;

const keyOf = (fingerprint: string): number => Buffer.from(fingerprint.slice(0, 8), 'base64url').readUIntBE(0, 6);

export const countedFingerprints = (): Counted => {
  const counts = new Map<number, number>();
  return {
    count: (fingerprint) => counts.get(keyOf(fingerprint)) ?? 0,
    add: (fingerprint) => {
      const key = keyOf(fingerprint);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
  };
};
