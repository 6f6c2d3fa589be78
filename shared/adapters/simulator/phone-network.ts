import { createHash } from 'node:crypto';
import type { Agenda } from './agenda.ts';
import type { CallbackSender } from './callback-sender.ts';
import { draw } from './draw.ts';
import { fateOf } from './fate.ts';
import type { Ledger, LedgerLine } from './ledger.ts';
import type { MessageStore, SimulatedStatus } from './message-store.ts';
import type { Behaviour } from './options.ts';
import type { ReportedFile, ReportKind } from './reported-file.ts';
import type { People } from './people.ts';
import { replyTo } from './reply-to.ts';
import type { Sessions } from './sessions.ts';

export type NewMessage = Readonly<{
  to: string;
  from: string;
  body: string;
  callback: string | undefined;
  media?: readonly string[];
  content?: Readonly<{ sid: string; variables: Readonly<Record<string, string>> }>;
  /** it is accepted, and fails afterwards for this */
  fails?: number;
}>;
export type Accepted = Readonly<{ message: number; sid: string; at: number }>;

/** A message on its way, with all that its next ledger lines and callbacks need. */
type Travelling = Readonly<{
  message: number;
  sid: string;
  to: string;
  from: string;
  body: string;
  callback: string | undefined;
  fails: number | undefined;
}>;

export type Network = Readonly<{
  /** `written` is called once the message stands in the ledger: only then may anybody be told of it. */
  accept: (message: NewMessage, written: (accepted: Accepted) => void) => void;
  /** Goes on with a message of an earlier process: what it still has to become, and callbacks that nobody got. */
  resume: (message: number, unreported: readonly ReportKind[]) => void;
}>;

type Parts = Readonly<{
  seed: number;
  accountId: string;
  behaviour: () => Behaviour;
  store: MessageStore;
  ledger: Ledger;
  reported: ReportedFile;
  callbacks: CallbackSender;
  agenda: Agenda;
  sessions: Sessions;
  people: People;
}>;

const whatsapp = 'whatsapp:';
/** Words of one's own to somebody who has not written within a day. */
const windowClosed = 63016;

const two = (value: number): string => String(value).padStart(2, '0');

/** RawDlrDoneDate: YYMMDDhhmm, in UTC. */
const doneDate = (at: number): string => {
  const date = new Date(at);
  return [date.getUTCFullYear() % 100, date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes()]
    .map(two)
    .join('');
};

const paramsOf = (
  accountId: string,
  { sid, to, from }: Travelling,
  change: Readonly<{ status: string; at: number; errorCode?: number | undefined }>,
) => ({
  AccountSid: accountId,
  ApiVersion: '2010-04-01',
  ...(change.errorCode !== undefined && { ErrorCode: String(change.errorCode) }),
  From: from,
  MessageSid: sid,
  MessageStatus: change.status,
  ...(to.startsWith(whatsapp)
    ? { ChannelPrefix: 'whatsapp', ...(change.status === 'read' && { EventType: 'READ' }) }
    : change.status !== 'sent' && { RawDlrDoneDate: doneDate(change.at) }),
  SmsSid: sid,
  SmsStatus: change.status,
  To: to,
});

/** What becomes of messages: accepted, sent, delivered or not, each step in the ledger first and then reported. */
export const phoneNetwork = (parts: Parts): Network => {
  const { seed, behaviour, store, ledger, reported, callbacks, agenda, sessions, people } = parts;

  /** The same person writes the same back, with the same id: twice after a restart, and taken once. */
  const answer = ({ sid, to, from, body }: Travelling, written: () => void): void => {
    const words = replyTo(seed, { to, body, share: behaviour().replyShare });
    if (words === undefined) return written();
    const own = `SM${createHash('sha256').update(`reply to ${sid}`).digest('hex').slice(0, 32)}`;
    void people.write({ from: to, to: from, body: words, sid: own }).then(written);
  };
  const report = (travelling: Travelling, kind: ReportKind, params: Readonly<Record<string, string>>) => {
    const { message, to, callback } = travelling;
    if (callback === undefined) return;
    const { lateMs, twiceShare, shuffleShare, deliveredAfterMs } = behaviour();
    const chance = (what: string) => draw(seed, `${to} ${kind} ${what}`);
    const shuffled = kind === 'sent' && draw(seed, `${to} shuffle`) < shuffleShare;
    const delay = Math.floor(lateMs * chance('late')) + (shuffled ? 2 * (deliveredAfterMs + lateMs) + 50 : 0);
    // who has it may write back; until that has arrived too the message has not come to its end
    const settled = (): void => {
      const written = (): void => reported.settled(message, kind);
      if (params['MessageStatus'] === 'delivered') answer(travelling, written);
      else written();
    };
    const send = () => callbacks.send({ url: callback, params, settled });
    const go = () => {
      send();
      if (chance('twice') < twiceShare) agenda.after(Math.floor(lateMs * chance('again')) + 1, send);
    };
    if (delay === 0) go();
    else agenda.after(delay, go);
  };
  const become = (travelling: Travelling, status: SimulatedStatus, errorCode?: number) => {
    const at = Date.now();
    const { message, sid, to, from, body } = travelling;
    const line: LedgerLine = { at: new Date(at).toISOString(), sid, to, from, body, status, ...(errorCode !== undefined && { errorCode }) };
    store.change(message, status, { at, errorCode });
    const params = paramsOf(parts.accountId, travelling, { status, at, errorCode });
    ledger.append(line, () => report(travelling, status === 'sent' ? 'sent' : 'last', params));
  };
  const end = (travelling: Travelling) => {
    const { to } = travelling;
    const { undeliveredShare, readShare, deliveredAfterMs } = behaviour();
    const fate = fateOf(seed, to, undeliveredShare);
    become(travelling, fate.status, fate.status === 'undelivered' ? fate.errorCode : undefined);
    const isRead = fate.status === 'delivered' && to.startsWith(whatsapp) && draw(seed, `${to} read`) < readShare;
    if (isRead) agenda.after(deliveredAfterMs, () => become(travelling, 'read'));
  };
  const endLater = (travelling: Travelling) => agenda.after(behaviour().deliveredAfterMs, () => end(travelling));
  const travel = (travelling: Travelling) =>
    agenda.after(behaviour().sentAfterMs, () => {
      const { message, fails } = travelling;
      if (fails === undefined) {
        become(travelling, 'sent');
        return endLater(travelling);
      }
      reported.settled(message, 'sent');
      return become(travelling, 'failed', fails);
    });

  const accept: Network['accept'] = (given, written) => {
    const at = Date.now();
    const { to, from, body, callback, media, content } = given;
    const sid = store.nextSid(media ? 'MM' : 'SM');
    const isClosed = to.startsWith(whatsapp) && !content && !sessions.isOpen(to);
    const fails = given.fails ?? (isClosed ? windowClosed : undefined);
    const line: LedgerLine = { at: new Date(at).toISOString(), sid, to, from, body, status: 'queued', callback, media, content, fails };
    const place = ledger.append(line, () => {
      written({ message, sid, at });
      travel({ message, sid, to, from, body, callback, fails });
    });
    const message = store.add(line, place);
  };
  const resume: Network['resume'] = (message, unreported) => {
    const { status, errorCode, changedAt, place } = store.get(message);
    const { sid, to, from, body, callback, fails } = ledger.lineAt(place);
    const travelling: Travelling = { message, sid, to, from, body, callback, fails };
    if (status !== 'queued')
      for (const kind of unreported) {
        const change = kind === 'sent' ? { status: 'sent', at: changedAt } : { status, at: changedAt, errorCode };
        if (kind === 'sent' || status !== 'sent') report(travelling, kind, paramsOf(parts.accountId, travelling, change));
      }
    if (status === 'queued') travel(travelling);
    if (status === 'sent') endLater(travelling);
  };
  return { accept, resume };
};
