export type ProviderClock = Readonly<{
  /** the Date header of an answer */
  read: (date: unknown) => void;
  isKnown: () => boolean;
  /** milliseconds since 1970 */
  now: () => number;
}>;

/**
 * A provider's own clock, from the Date of its answers; ours until it has given one. Ours may be wrong, and a message that is looked for in the
 * wrong minutes looks absent, which may mean that it is sent again.
 */
export const providerClock = (): ProviderClock => {
  let known: Readonly<{ theirs: number; at: number }> | undefined;
  return {
    read: (date) => {
      const theirs = Date.parse(String(date));
      if (!Number.isNaN(theirs)) known = { theirs, at: performance.now() };
    },
    isKnown: () => known !== undefined,
    now: () => (known ? known.theirs + performance.now() - known.at : Date.now()),
  };
};
