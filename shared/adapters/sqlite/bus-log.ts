/** What a house's logger offers; pino does. */
export type BusLog = Readonly<{ error: (fields: Readonly<Record<string, unknown>>, message: string) => void }>;

const longest = 500;

/** Name and message of an error, without its stack: short enough for a table and a log line. */
export const wordsOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : 'the handler threw something that is no error').slice(0, longest);
