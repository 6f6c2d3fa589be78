/** A key and, while it changes, the one before it. */
export type Keys = Readonly<{ current: string; previous?: string }>;

/** As a function where it may change while the process lives; asked again for each request. */
export type Key = string | (() => Keys);

export const keysOf = (key: Key): Keys => (typeof key === 'string' ? { current: key } : key());
