import { CheckpointMoved, ReadModelAway, RebuildBusy, RowRefused } from '#ports/read-model.ts';

type MySqlError = Readonly<{ code?: string; errno?: number; sqlState?: string; fatal?: boolean; message: string }>;

/** Nobody is there to answer, or not now. */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_CONNECTION_KILLED',
  'ER_QUERY_INTERRUPTED',
  'ER_TOO_MANY_USER_CONNECTIONS',
  'ER_OPTION_PREVENTS_STATEMENT',
  'ER_READ_ONLY_MODE',
]);

/** Another transaction was in the way; the same work succeeds when it is done again: deadlock, lock wait, changed table. */
const passing = new Set([1213, 1205, 1412]);

/** Faults of a value that do not say so in their SQLSTATE (class 22 or 23): truncated, wrong value for a column, failed check. */
const valueFaults = new Set([1265, 1366, 3819, 4025]);

export const isAway = (error: unknown): boolean => {
  const { fatal, code = '' } = error as MySqlError;
  return fatal === true || awayCodes.has(code);
};

export const isPassing = (error: unknown): boolean => passing.has((error as MySqlError).errno ?? 0);

const isValueFault = ({ errno = 0, sqlState = '' }: MySqlError): boolean =>
  valueFaults.has(errno) || sqlState.startsWith('22') || sqlState.startsWith('23');

/** The server's message may quote the value: its code and the column are all that is kept. */
const reasonOf = ({ code = 'UNKNOWN', message }: MySqlError): string => {
  const column = /column [`'](?:\w+[`']\.[`'])*(\w+)[`']/i.exec(message)?.[1];
  return column === undefined ? code : `${code} in ${column}`;
};

const isOurs = (error: unknown): boolean =>
  error instanceof ReadModelAway || error instanceof RowRefused || error instanceof CheckpointMoved || error instanceof RebuildBusy;

/** The error in the words of the port. What is neither away nor a value's fault (a missing table, a full disk) stays as it is. */
export const inOurWords = (error: unknown, table = 'the database'): unknown => {
  if (isOurs(error) || !(error instanceof Error)) return error;
  if (isAway(error)) return new ReadModelAway(error);
  return isValueFault(error) ? new RowRefused(table, reasonOf(error)) : error;
};
