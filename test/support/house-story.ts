import type { RecordedEvent } from '#domain/catalogue.ts';
import { messageIdIn, type Place } from '#domain/kernel/ids.ts';
import { readLedger } from '#adapters/simulator/ledger.ts';
import type { TestHouse } from './house.ts';
import { everything } from './log-events.ts';

/** What stands in a test house's log, in one list. */
export const story = async ({ opened }: Pick<TestHouse, 'opened'>): Promise<readonly RecordedEvent[]> =>
  (await everything(opened.store)) as readonly RecordedEvent[];

export const ofType = async <Type extends RecordedEvent['type']>(
  test: Pick<TestHouse, 'opened'>,
  type: Type,
): Promise<readonly Extract<RecordedEvent, { type: Type }>[]> =>
  (await story(test)).filter((event): event is Extract<RecordedEvent, { type: Type }> => event.type === type);

/** How many events of each type the log has. */
export const countTypes = async (test: Pick<TestHouse, 'opened'>): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {};
  for (const { type } of await story(test)) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
};

/** Events of one type by message, each with how often it happened to it. */
export const timesOf = async (test: Pick<TestHouse, 'opened'>, type: RecordedEvent['type']): Promise<ReadonlyMap<string, number>> => {
  const times = new Map<string, number>();
  for (const { stream, data } of await ofType(test, type)) {
    const id = messageIdIn(stream, data as Place);
    times.set(id, (times.get(id) ?? 0) + 1);
  }
  return times;
};

/** Phones that the provider took messages for, each with how many. */
export const receivedBy = async ({ simulator }: Pick<TestHouse, 'simulator'>): Promise<ReadonlyMap<string, number>> => {
  const taken = new Map<string, number>();
  for await (const { to, status } of readLedger(simulator.ledgerFile)) if (status === 'queued') taken.set(to, (taken.get(to) ?? 0) + 1);
  return taken;
};

/** Words of the messages that the provider took, sorted. */
export const bodiesTaken = async ({ simulator }: Pick<TestHouse, 'simulator'>): Promise<readonly string[]> => {
  const taken: string[] = [];
  for await (const { body, status } of readLedger(simulator.ledgerFile)) if (status === 'queued') taken.push(body);
  return taken.sort();
};

/** Codes of touches that became no message, with how many. */
export const codesOf = async (
  test: Pick<TestHouse, 'opened'>,
  type: 'TouchSkipped' | 'TouchRejected' | 'MessageCanceled' | 'MessageExpired' | 'MessageFailed' | 'MessageDoubted',
) => {
  const codes: Record<string, number> = {};
  for (const { data } of await ofType(test, type)) codes[data.code] = (codes[data.code] ?? 0) + 1;
  return codes;
};
