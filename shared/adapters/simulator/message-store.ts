import { randomBytes } from 'node:crypto';
import { column } from './column.ts';
import type { LedgerLine, LinePlace } from './ledger.ts';

export const statuses = ['queued', 'sent', 'delivered', 'undelivered', 'failed', 'canceled'] as const;
export type SimulatedStatus = (typeof statuses)[number];

/** What is kept of a message in memory; the rest stands in the ledger at `place`. */
export type StoredMessage = Readonly<{
  message: number;
  sid: string;
  status: SimulatedStatus;
  errorCode: number | undefined;
  createdAt: number;
  changedAt: number;
  sentAt: number | undefined;
  place: LinePlace;
}>;

export type MessageStore = Readonly<{
  count: () => number;
  /** The sid of the message that would be added next. */
  nextSid: () => string;
  /** The number of a message, undefined where the sid is none of this network's. */
  find: (sid: string) => number | undefined;
  add: (line: LedgerLine, place: LinePlace) => number;
  change: (message: number, status: SimulatedStatus, change: Readonly<{ at: number; errorCode?: number | undefined }>) => void;
  get: (message: number) => StoredMessage;
  /** Newest first, starting below a number: all, or those to one recipient. */
  newest: (before: number, to?: string) => Generator<number>;
  countByStatus: () => Readonly<Record<string, number>>;
}>;

const saltDigits = 16;
const sidShape = /^SM([0-9a-f]{16})([0-9a-f]{16})$/;

export const isSimulatedStatus = (status: string): status is SimulatedStatus => (statuses as readonly string[]).includes(status);

/** Every message of the network, compactly. A sid is the ledger's own random half and the message's number. */
export const messageStore = (): MessageStore => {
  let salt = randomBytes(saltDigits / 2).toString('hex');
  let count = 0;
  const lastTo = new Map<string, number>();
  const columns = {
    status: column(Uint8Array),
    errorCode: column(Uint16Array),
    createdAt: column(Float64Array),
    changedAt: column(Float64Array),
    sentAt: column(Float64Array),
    offset: column(Float64Array),
    length: column(Uint32Array),
    /** one more than the number of the previous message to the same recipient */
    previous: column(Uint32Array),
  };
  const byStatus = statuses.map(() => 0);
  const sidOf = (message: number) => `SM${salt}${message.toString(16).padStart(32 - saltDigits, '0')}`;

  const find = (sid: string) => {
    const [, itsSalt, digits = ''] = sidShape.exec(sid) ?? [];
    const message = Number.parseInt(digits, 16);
    return itsSalt === salt && message < count ? message : undefined;
  };
  const add = (line: LedgerLine, { offset, length }: LinePlace) => {
    if (count === 0) salt = sidShape.exec(line.sid)?.[1] ?? salt;
    if (line.sid !== sidOf(count)) throw new Error('the ledger is not one of this network: its message ids do not follow each other');
    const message = count;
    count += 1;
    const at = Date.parse(line.at);
    columns.createdAt.set(message, at);
    columns.changedAt.set(message, at);
    columns.offset.set(message, offset);
    columns.length.set(message, length);
    columns.previous.set(message, (lastTo.get(line.to) ?? -1) + 1);
    columns.status.set(message, 0);
    byStatus[0]! += 1;
    lastTo.set(line.to, message);
    return message;
  };
  const change: MessageStore['change'] = (message, status, { at, errorCode }) => {
    byStatus[columns.status.get(message)]! -= 1;
    byStatus[statuses.indexOf(status)]! += 1;
    columns.status.set(message, statuses.indexOf(status));
    columns.changedAt.set(message, at);
    if (status === 'sent') columns.sentAt.set(message, at);
    if (errorCode !== undefined) columns.errorCode.set(message, errorCode);
  };
  const get = (message: number): StoredMessage => ({
    message,
    sid: sidOf(message),
    status: statuses[columns.status.get(message)] ?? 'queued',
    errorCode: columns.errorCode.get(message) || undefined,
    createdAt: columns.createdAt.get(message),
    changedAt: columns.changedAt.get(message),
    sentAt: columns.sentAt.get(message) || undefined,
    place: { offset: columns.offset.get(message), length: columns.length.get(message) },
  });
  function* newest(before: number, to?: string): Generator<number> {
    if (to === undefined) for (let message = Math.min(before, count) - 1; message >= 0; message -= 1) yield message;
    else
      for (let message = lastTo.get(to) ?? -1; message >= 0; message = columns.previous.get(message) - 1)
        if (message < before) yield message;
  }
  const countByStatus = () => Object.fromEntries(statuses.map((status, n) => [status, byStatus[n] ?? 0]));
  return { count: () => count, nextSid: () => sidOf(count), find, add, change, get, newest, countByStatus };
};
