import { readPlacedLines } from './ledger.ts';
import { isSimulatedStatus, type MessageStore } from './message-store.ts';
import { readReported, type ReportKind } from './reported-file.ts';

const underWay: ReadonlySet<string> = new Set(['queued', 'sent', 'ringing', 'in-progress']);

export type Unfinished = Readonly<{ message: number; unreported: readonly ReportKind[] }>;

/** Fills the store from a ledger, and lists the messages that have not come to their end or whose callbacks nobody got. */
export const recover = async (store: MessageStore, ledgerFile: string, reportedFile: string): Promise<readonly Unfinished[]> => {
  const withCallback: boolean[] = [];
  for await (const lines of readPlacedLines(ledgerFile))
    for (const { line, place } of lines) {
      const message = store.find(line.sid);
      if (message === undefined) withCallback[store.add(line, place)] = line.callback !== undefined;
      else if (isSimulatedStatus(line.status))
        store.change(message, line.status, { at: Date.parse(line.at), errorCode: line.errorCode, answeredBy: line.answeredBy });
    }
  const reported = readReported(reportedFile);
  const unfinished: Unfinished[] = [];
  for (let message = 0; message < store.count(); message += 1) {
    const { status } = store.get(message);
    const bits = withCallback[message] ? (reported[message] ?? 0) : 3;
    const unreported = (['sent', 'last'] as const).filter((_kind, bit) => (bits & (1 << bit)) === 0);
    if (underWay.has(status) || unreported.length > 0) unfinished.push({ message, unreported });
  }
  return unfinished;
};
