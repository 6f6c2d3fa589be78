import { randomBytes } from 'node:crypto';
import { column } from './column.ts';
import type { LedgerLine, LinePlace } from './ledger.ts';

/** Of messages, of calls, and of both. */
export const statuses = [
  'queued',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'canceled',
  'read',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'no-answer',
] as const;
/** How Twilio's ids begin: texts, messages with media, calls. */
export const kinds = ['SM', 'MM', 'CA'] as const;
export type Kind = (typeof kinds)[number];
export type SimulatedStatus = (typeof statuses)[number];

/** What is kept of a message or call in memory; the rest stands in the ledger at `place`. */
export type StoredMessage = Readonly<{
  message: number;
  kind: Kind;
  sid: string;
  status: SimulatedStatus;
  errorCode: number | undefined;
  createdAt: number;
  changedAt: number;
  /** when it left; of a call: when it was answered */
  sentAt: number | undefined;
  /** of a call, in Twilio's words */
  answeredBy: string | undefined;
  place: LinePlace;
}>;

type Change = Readonly<{ at: number; errorCode?: number | undefined; answeredBy?: string | undefined }>;

const answerers = ['', 'human', 'machine_end_beep', 'fax'];

export type MessageStore = Readonly<{
  count: () => number;
  /** The sid of the message or call that would be added next. */
  nextSid: (kind: Kind) => string;
  /** The number of a message, undefined where the sid is none of this network's. */
  find: (sid: string) => number | undefined;
  add: (line: LedgerLine, place: LinePlace) => number;
  change: (message: number, status: SimulatedStatus, change: Change) => void;
  get: (message: number) => StoredMessage;
  /** Newest first, starting below a number: all, or those to one recipient. */
  newest: (before: number, to?: string) => Generator<number>;
  countByStatus: () => Readonly<Record<string, number>>;
}>;

const saltDigits = 16;
const sidShape = /^(SM|MM|CA)([0-9a-f]{16})([0-9a-f]{16})$/;

const kindOf = (sid: string): Kind => kinds.find((kind) => sid.startsWith(kind)) ?? 'SM';

export const isSimulatedStatus = (status: string): status is SimulatedStatus => (statuses as readonly string[]).includes(status);

/** Every message and call of the network, compactly. A sid is its kind, the ledger's own random half and its number. */
export const messageStore = (): MessageStore => {
  let salt = randomBytes(saltDigits / 2).toString('hex');
  let count = 0;
  const lastTo = new Map<string, number>();
  const columns = {
    kind: column(Uint8Array),
    answeredBy: column(Uint8Array),
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
  const numbered = (kind: Kind, message: number) => `${kind}${salt}${message.toString(16).padStart(32 - saltDigits, '0')}`;
  const sidOf = (message: number) => numbered(kinds[columns.kind.get(message)] ?? 'SM', message);

  const find = (sid: string) => {
    const [, kind, itsSalt, digits = ''] = sidShape.exec(sid) ?? [];
    const message = Number.parseInt(digits, 16);
    const isKnown = itsSalt === salt && message < count && kinds[columns.kind.get(message)] === kind;
    return isKnown ? message : undefined;
  };
  const add = (line: LedgerLine, { offset, length }: LinePlace) => {
    if (count === 0) salt = sidShape.exec(line.sid)?.[2] ?? salt;
    const kind = kindOf(line.sid);
    if (line.sid !== numbered(kind, count))
      throw new Error('the ledger is not one of this network: its message ids do not follow each other');
    const message = count;
    count += 1;
    const at = Date.parse(line.at);
    columns.kind.set(message, kinds.indexOf(kind));
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
  const change: MessageStore['change'] = (message, status, { at, errorCode, answeredBy }) => {
    byStatus[columns.status.get(message)]! -= 1;
    byStatus[statuses.indexOf(status)]! += 1;
    columns.status.set(message, statuses.indexOf(status));
    columns.changedAt.set(message, at);
    if (status === 'sent' || status === 'in-progress') columns.sentAt.set(message, at);
    if (answeredBy !== undefined) columns.answeredBy.set(message, Math.max(0, answerers.indexOf(answeredBy)));
    if (errorCode !== undefined) columns.errorCode.set(message, errorCode);
  };
  const get = (message: number): StoredMessage => ({
    message,
    kind: kinds[columns.kind.get(message)] ?? 'SM',
    sid: sidOf(message),
    status: statuses[columns.status.get(message)] ?? 'queued',
    errorCode: columns.errorCode.get(message) || undefined,
    createdAt: columns.createdAt.get(message),
    changedAt: columns.changedAt.get(message),
    sentAt: columns.sentAt.get(message) || undefined,
    answeredBy: answerers[columns.answeredBy.get(message)] || undefined,
    place: { offset: columns.offset.get(message), length: columns.length.get(message) },
  });
  function* newest(before: number, to?: string): Generator<number> {
    if (to === undefined) for (let message = Math.min(before, count) - 1; message >= 0; message -= 1) yield message;
    else
      for (let message = lastTo.get(to) ?? -1; message >= 0; message = columns.previous.get(message) - 1)
        if (message < before) yield message;
  }
  const countByStatus = () => Object.fromEntries(statuses.map((status, n) => [status, byStatus[n] ?? 0]));
  return { count: () => count, nextSid: (kind) => numbered(kind, count), find, add, change, get, newest, countByStatus };
};
