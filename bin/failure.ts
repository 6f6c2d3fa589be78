import { Refusal } from '#domain/kernel/refusal.ts';
import { readConfig } from '#wiring/config.ts';
import { ConfigInvalid } from '#wiring/config-invalid.ts';
import { googleTrouble, isNotLoggedIn } from '#wiring/google-trouble.ts';
import { HouseUnavailable } from '#wiring/house-unavailable.ts';

/** Whether an error was made for people: its message says what to do, and a stack would only hide it. */
const isPlain = (error: unknown): error is Error =>
  error instanceof Refusal ||
  error instanceof HouseUnavailable ||
  error instanceof ConfigInvalid ||
  ['ReadModelAway', 'NoMySqlServer', 'RebuildBusy', 'StorageTrouble', 'SecretUnreadable', 'TicksAway', 'CloudSqlAway'].includes(
    (error as Error)?.name,
  );

const why = (error: Error): string => {
  const { cause } = error;
  return cause instanceof Error ? `${error.message} (${cause.message})` : error.message;
};

const wantsDetails = (): boolean => {
  try {
    return readConfig().logLevel === 'info';
  } catch {
    return false;
  }
};

/** Where it failed helps those who mend the program, and frightens everybody else. */
const unexpected = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return wantsDetails()
    ? (error.stack ?? error.message)
    : `${error.message} (this should not happen: CARILLON_LOG=info shows where it did)`;
};

/** One command fails for one reason; the doctor looks at everything. */
const googleWords = (error: unknown): string | undefined => {
  const words = wantsDetails() ? undefined : googleTrouble(error);
  return words === undefined || isNotLoggedIn(error) ? words : `${words}; "carillon doctor" says what is wrong`;
};

/** Says what failed in one line on stderr; gives the exit code. */
export const failedWith = (error: unknown): 1 => {
  const text = isPlain(error) ? why(error) : (googleWords(error) ?? unexpected(error));
  process.stderr.write(`carillon: ${text}\n`);
  return 1;
};
