import { createHash } from 'node:crypto';
import type { LedgerLine } from '../ledger.ts';

export type TelnyxStatus = 'queued' | 'sent' | 'delivered' | 'undelivered';

export type TelnyxMessage = {
  readonly number: number;
  readonly id: string;
  readonly createdAt: number;
  readonly to: string;
  readonly from: string;
  readonly body: string;
  readonly media: readonly string[] | undefined;
  readonly callback: string | undefined;
  status: TelnyxStatus;
  sentAt: number | undefined;
  changedAt: number;
  errorCode: number | undefined;
};

export type TelnyxMessages = Readonly<{
  count: () => number;
  nextId: () => string;
  /** a message's first line makes it, each other one changes it */
  read: (line: LedgerLine) => TelnyxMessage;
  get: (id: string) => TelnyxMessage | undefined;
  newest: (to?: string) => readonly TelnyxMessage[];
}>;

/** Looks like a UUID, the same for the same text. */
export const derivedId = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `4031${hex.slice(0, 4)}-${hex.slice(4, 8)}-4${hex.slice(8, 11)}-a${hex.slice(11, 14)}-${hex.slice(14, 26)}`;
};

/** Every message of the simulated Telnyx. */
export const telnyxMessages = (salt: string): TelnyxMessages => {
  const byId = new Map<string, TelnyxMessage>();
  const read = ({ at, sid, to, from, body, status, errorCode, media, callback }: LedgerLine): TelnyxMessage => {
    const time = Date.parse(at);
    const known = byId.get(sid);
    if (!known) {
      const made: TelnyxMessage = {
        number: byId.size,
        id: sid,
        createdAt: time,
        to,
        from,
        body,
        media,
        callback,
        status: 'queued',
        sentAt: undefined,
        changedAt: time,
        errorCode: undefined,
      };
      byId.set(sid, made);
      return made;
    }
    known.status = status as TelnyxStatus;
    known.changedAt = time;
    known.errorCode = errorCode;
    if (status === 'sent') known.sentAt = time;
    return known;
  };
  return {
    count: () => byId.size,
    // decided by salt and number, so that a repeated run has the same
    nextId: () => derivedId(`${salt} ${byId.size}`),
    read,
    get: (id) => byId.get(id),
    newest: (to) => [...byId.values()].filter((message) => to === undefined || message.to === to).reverse(),
  };
};
