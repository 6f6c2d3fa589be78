import type { Event } from '../kernel/event.ts';
import type { Place } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { MessageEvent } from '../message/events.ts';
import { messagesIn, placeKeyOf } from './chunk-messages.ts';
import { isFinal, rankOf } from './delivery.ts';

/** What a person says of a message in doubt: the provider has it, or has not; `again`: it has not, and it is to be sent once more. */
export const verdicts = ['sent', 'failed', 'again'] as const;
export type Verdict = (typeof verdicts)[number];

export type Judged = Readonly<{
  place: Place;
  verdict: Verdict;
  /** who says so */
  by: string;
  /** the provider's own id of the message, where somebody has found it */
  reference?: string | undefined;
}>;

/** Why a message failed of which a person says that the provider never had it. */
export const notSentCode = 'not_sent';
/** Nobody knows the provider's id of it. */
export const noReference = 'unknown';

/** What was decided of a message in doubt before, if anything was. */
const decidedIn = (events: readonly Event[], key: string): 'sent' | 'failed' | undefined => {
  for (const event of events as readonly MessageEvent[]) {
    if (event.type !== 'MessageSent' && event.type !== 'MessageFailed') continue;
    if (placeKeyOf(event.data) === key && event.data.decidedBy !== undefined) return event.type === 'MessageSent' ? 'sent' : 'failed';
  }
  return undefined;
};

/**
 * The event that settles a doubt, from the events of the message's chunk; none where the same was decided before. Throws a Refusal for a
 * message that is not in doubt, or of which the other was decided.
 */
export const decideDoubt = (events: readonly Event[], { place, verdict, by, reference }: Judged): readonly MessageEvent[] => {
  const key = placeKeyOf(place);
  const message = messagesIn(events).get(key);
  if (!message) throw new Refusal('message_unknown', 'no message of that id was ever queued here');
  const wanted = verdict === 'sent' ? 'sent' : 'failed';
  const decided = decidedIn(events, key);
  if (decided === wanted) return [];
  if (decided) throw new Refusal('doubt_decided', `somebody has decided already that it was ${decided === 'sent' ? 'sent' : 'not sent'}`);
  if (message.status !== 'in_doubt') {
    const isOver = isFinal(message.status) || rankOf[message.status] > rankOf.in_doubt;
    const words = isOver
      ? `it is ${message.status}, so nobody has to decide`
      : 'it is not in doubt: "carillon doubts list" shows those that are';
    throw new Refusal('doubt_unknown', words);
  }
  const { row, channel, offset } = place;
  const at = { row, channel, offset, campaignId: message.queued.data.campaignId };
  if (wanted === 'failed') return [{ type: 'MessageFailed', data: { ...at, code: notSentCode, decidedBy: by } }];
  const intents = (events as readonly MessageEvent[]).filter((event) => event.type === 'MessageSending' && placeKeyOf(event.data) === key);
  const last = intents.at(-1);
  if (last?.type !== 'MessageSending') throw new Refusal('message_unknown', 'nobody was ever asked to send it');
  const { provider, accountId } = last.data;
  return [{ type: 'MessageSent', data: { ...at, provider, accountId, reference: reference ?? noReference, decidedBy: by } }];
};
