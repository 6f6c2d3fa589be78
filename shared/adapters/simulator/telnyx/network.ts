import type { Agenda } from '../agenda.ts';
import { draw } from '../draw.ts';
import { fateOf } from '../fate.ts';
import type { Ledger, LedgerLine } from '../ledger.ts';
import type { Behaviour } from '../options.ts';
import type { ReportedFile, ReportKind } from '../reported-file.ts';
import type { TelnyxMessage, TelnyxMessages, TelnyxStatus } from './messages.ts';
import type { NewTelnyxMessage } from './request.ts';
import { telnyxEvent } from './resource.ts';
import type { TelnyxPeople } from './telnyx-people.ts';
import type { WebhookSender } from './webhooks.ts';

export type TelnyxNetwork = Readonly<{
  /** `written` is called once the message stands in the ledger: only then may anybody be told of it. */
  accept: (message: NewTelnyxMessage, written: (message: TelnyxMessage) => void) => void;
  /** Goes on with a message of an earlier process: what it still has to become, and webhooks that nobody got. */
  resume: (message: TelnyxMessage, unreported: readonly ReportKind[]) => void;
}>;

type Parts = Readonly<{
  seed: number;
  behaviour: () => Behaviour;
  messages: TelnyxMessages;
  ledger: Ledger;
  reported: ReportedFile;
  webhooks: WebhookSender;
  people: TelnyxPeople;
  agenda: Agenda;
}>;

/** The same fates as under Twilio, in Telnyx's codes. */
const codes: Readonly<Record<number, number>> = { 30003: 40006, 30005: 40008, 30006: 40001, 30007: 40002 };

/** What becomes of messages: accepted, sent, delivered or not, each step in the ledger first and then reported. */
export const telnyxNetwork = ({ seed, behaviour, messages, ledger, reported, webhooks, people, agenda }: Parts): TelnyxNetwork => {
  const report = (message: TelnyxMessage, kind: ReportKind) => {
    const { callback, to, number } = message;
    if (callback === undefined) return;
    const { lateMs, twiceShare, shuffleShare, deliveredAfterMs } = behaviour();
    const chance = (what: string) => draw(seed, `${to} ${kind} ${what}`);
    const shuffled = kind === 'sent' && draw(seed, `${to} shuffle`) < shuffleShare;
    // a reply that was not written yet is written after a restart, with the same id
    const settled = () => {
      if (kind === 'last' && message.status === 'delivered') void people.answer(message).then(() => reported.settled(number, kind));
      else reported.settled(number, kind);
    };
    const send = () => webhooks.send({ url: callback, body: (attempt) => telnyxEvent(message, kind, attempt), settled });
    const go = () => {
      send();
      if (chance('twice') < twiceShare) agenda.after(Math.floor(lateMs * chance('again')) + 1, send);
    };
    const delay = Math.floor(lateMs * chance('late')) + (shuffled ? 2 * (deliveredAfterMs + lateMs) + 50 : 0);
    if (delay === 0) go();
    else agenda.after(delay, go);
  };
  const become = (message: TelnyxMessage, status: TelnyxStatus, errorCode?: number) => {
    const { id: sid, to, from, body } = message;
    const line: LedgerLine = { at: new Date().toISOString(), sid, to, from, body, status, ...(errorCode !== undefined && { errorCode }) };
    messages.read(line);
    ledger.append(line, () => report(message, status === 'sent' ? 'sent' : 'last'));
  };
  const endLater = (message: TelnyxMessage) =>
    agenda.after(behaviour().deliveredAfterMs, () => {
      const fate = fateOf(seed, message.to, behaviour().undeliveredShare);
      if (fate.status === 'delivered') become(message, 'delivered');
      else become(message, 'undelivered', codes[fate.errorCode] ?? 40008);
    });
  const travel = (message: TelnyxMessage) =>
    agenda.after(behaviour().sentAfterMs, () => {
      become(message, 'sent');
      endLater(message);
    });
  return {
    accept: ({ to, from, body, media, callback }, written) => {
      const line: LedgerLine = {
        at: new Date().toISOString(),
        sid: messages.nextId(),
        to,
        from,
        body,
        status: 'queued',
        ...(callback !== undefined && { callback }),
        ...(media !== undefined && { media }),
      };
      const message = messages.read(line);
      ledger.append(line, () => {
        written(message);
        travel(message);
      });
    },
    resume: (message, unreported) => {
      const { status } = message;
      if (status !== 'queued') for (const kind of unreported) if (kind === 'sent' || status !== 'sent') report(message, kind);
      if (status === 'queued') travel(message);
      if (status === 'sent') endLater(message);
    },
  };
};
