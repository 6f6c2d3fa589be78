import { createHash } from 'node:crypto';
import type { CallbackSender } from './callback-sender.ts';
import type { Ledger } from './ledger.ts';
import type { MessageStore } from './message-store.ts';
import type { Sessions } from './sessions.ts';

/** What somebody writes: `from` is his address, `to` the number that he writes to. */
export type Written = Readonly<{
  from: string;
  to: string;
  body: string;
  /** the id of the message, where it is to be the same again */
  sid?: string | undefined;
  media?: readonly string[] | undefined;
  /** the sid of the message that he quotes */
  quotes?: string | undefined;
  /** what the network has taken it for, where a service looks for such words */
  optOutType?: string | undefined;
  /** where the number's messages go; left out: to the platform that sent it its last message */
  url?: string | undefined;
}>;

export type People = Readonly<{
  /** Resolves to the id of what was written once the platform has it, undefined where nobody wants it. */
  write: (written: Written) => Promise<string | undefined>;
}>;

type Parts = Readonly<{ accountId: string; store: MessageStore; ledger: Ledger; callbacks: CallbackSender; sessions: Sessions }>;

/** As a number's own address is set up: tried again like callbacks. */
const overrides = '#rc=3&rp=5xx,ct,rt';
let count = 0;

const sidFor = (text: string): string => `SM${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;

const paramsOf = (accountId: string, sid: string, { from, to, body, media = [], quotes, optOutType }: Written) => ({
  AccountSid: accountId,
  ApiVersion: '2010-04-01',
  Body: body,
  From: from,
  MessageSid: sid,
  NumMedia: String(media.length),
  NumSegments: '1',
  SmsMessageSid: sid,
  SmsSid: sid,
  SmsStatus: 'received',
  To: to,
  ...(quotes !== undefined && { OriginalRepliedMessageSid: quotes }),
  ...(optOutType !== undefined && { OptOutType: optOutType }),
  ...Object.fromEntries(
    media.flatMap((url, n) => [
      [`MediaUrl${n}`, url],
      [`MediaContentType${n}`, 'image/jpeg'],
    ]),
  ),
});

/** The people behind the phones, who write back: https://www.twilio.com/docs/messaging/guides/webhook-request. */
export const people = ({ accountId, store, ledger, callbacks, sessions }: Parts): People => {
  const homeOf = (address: string): string | undefined => {
    for (const message of store.newest(Number.POSITIVE_INFINITY, address)) {
      const { callback } = ledger.lineAt(store.get(message).place);
      if (callback !== undefined && URL.canParse(callback)) return `${new URL(callback).origin}/messages/incoming/twilio${overrides}`;
    }
    return undefined;
  };
  return {
    write: (written) => {
      const url = written.url ?? homeOf(written.from);
      if (url === undefined) return Promise.resolve(undefined);
      const sid = written.sid ?? sidFor(`${process.pid} ${Date.now()} ${(count += 1)}`);
      if (written.from.startsWith('whatsapp:')) sessions.wrote(written.from);
      return new Promise((resolve) => {
        callbacks.send({
          url,
          params: paramsOf(accountId, sid, written),
          settled: (answer) => resolve(answer === undefined ? undefined : sid),
        });
      });
    },
  };
};
