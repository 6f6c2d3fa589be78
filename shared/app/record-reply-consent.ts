import { readConsent } from '#domain/consent/read-consent.ts';
import type { Conversation, Reply } from '#domain/conversation/conversation.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { brandOf } from './brand-of.ts';
import type { House } from './house.ts';
import type { ConsentRequest } from './record-consent.ts';
import { recordOptIn } from './record-opt-in.ts';
import { toldConsent } from './told-consent.ts';
import { recordOptOut } from './record-opt-out.ts';

const longestSaid = 1_600;

/** What a reply shows of whoever says something about messages, to the brand of the number that he wrote to. */
export const requestOf = async (house: House, companyId: string, { received, from, body }: Reply): Promise<ConsentRequest> => {
  const { channel, sender, messageId, provider } = received;
  return {
    companyId,
    channel,
    to: from,
    source: provider === 'page' ? 'unsubscribe_link' : channel === 'voice' ? 'keypad' : 'reply',
    from: sender,
    brandId: await brandOf(house, companyId, sender),
    messageId,
    person: { said: body.slice(0, longestSaid).toWellFormed() },
  };
};

/** Whoever said STOP after it meant that, in whatever order they are read. */
const isOverruled = ({ replies }: Conversation, reply: Reply): boolean => {
  const all = [...replies.values()];
  return all.slice(all.indexOf(reply) + 1).some(({ received }) => received.consent === 'stop');
};

/** What is to be told about it, and whether a START met what somebody else had entered. */
export type ReplyConsent = Readonly<{ tells?: 'stop' | 'start' | 'help'; isHeld: boolean }>;

const nothing: ReplyConsent = { isHeld: false };

const optIn = async (house: House, request: ConsentRequest, cause: Cause): Promise<ReplyConsent> => {
  await recordOptIn(house, request, cause);
  const { type, isOwn } = await toldConsent(house, request, cause.id);
  if (type === 'ConsentGiven') return isOwn ? { tells: 'start', isHeld: false } : nothing;
  return type === 'ConsentWithdrawn' ? { isHeld: true } : nothing;
};

/**
 * Writes into the ledger what a reply says about messages; what stops them stands since the reply was stored. Again: nothing new. Whoever was forgotten
 * since leaves no line.
 */
export const recordReplyConsent = async (
  house: House,
  { companyId, conversation, reply }: Readonly<{ companyId: string; conversation: Conversation; reply: Reply }>,
  cause: Cause,
): Promise<ReplyConsent> => {
  const { consent } = reply.received;
  if (reply.from === '' || consent === undefined) return nothing;
  if (consent === 'help') return { tells: 'help', isHeld: false };
  const request = await requestOf(house, companyId, reply);
  if (consent === 'start') return isOverruled(conversation, reply) ? nothing : optIn(house, request, cause);
  const read = readConsent(reply.body);
  const found = read?.kind === 'stop' ? read : undefined;
  const { word, ambiguous, misdirected, wide } = found ?? {};
  await recordOptOut(
    house,
    { ...request, scope: wide ? 'company' : 'channel', word, ...(ambiguous ? { ambiguous } : {}), ...(misdirected ? { misdirected } : {}) },
    cause,
  );
  return { tells: 'stop', isHeld: false };
};
