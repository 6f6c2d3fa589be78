/** Structured lines for operators. Never a phone, name, address, body, cell or secret. */
export type LogLine = (fields: Readonly<Record<string, unknown>>, message: string) => void;
export type Log = Readonly<{ info: LogLine; warn: LogLine; error: LogLine }>;
