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

const after = ({ replies }: Conversation, reply: Reply): readonly Reply[] => {
  const all = [...replies.values()];
  return all.slice(all.indexOf(reply) + 1);
};
const saysSo = (replies: readonly Reply[], word: 'stop' | 'start'): boolean => replies.some(({ received }) => received.consent === word);

/** One reply writes one line into the ledger, whoever reads it and how often. */
export const consentCause = (reply: string, cause: Cause): Cause => ({ ...cause, id: `${reply}:consent`, correlation: reply });

/** What is to be told about it, and whether a START met what somebody else had entered. */
export type ReplyConsent = Readonly<{ tells?: 'stop' | 'start' | 'help'; isHeld: boolean }>;

const nothing: ReplyConsent = { isHeld: false };

const optOut = async (house: House, companyId: string, reply: Reply, cause: Cause): Promise<void> => {
  const request = await requestOf(house, companyId, reply);
  const read = readConsent(reply.body);
  const found = read?.kind === 'stop' ? read : undefined;
  const { word, ambiguous, misdirected, wide } = found ?? {};
  await recordOptOut(
    house,
    { ...request, scope: wide ? 'company' : 'channel', word, ...(ambiguous ? { ambiguous } : {}), ...(misdirected ? { misdirected } : {}) },
    cause,
  );
};

/** A STOP that was said before and that nobody has read yet comes first, or it would take back what was said after it. */
const stopsBefore = async (house: House, { companyId, conversation, reply }: Said, cause: Cause): Promise<void> => {
  const since = new Set(after(conversation, reply));
  for (const one of conversation.replies.values()) {
    const isUnread = one.received.consent === 'stop' && one.outcome === undefined && one.from !== '';
    if (isUnread && !since.has(one)) await optOut(house, companyId, one, consentCause(one.received.reply, cause));
  }
};

const optIn = async (house: House, said: Said, cause: Cause): Promise<ReplyConsent> => {
  const request = await requestOf(house, said.companyId, said.reply);
  await stopsBefore(house, said, cause);
  await recordOptIn(house, request, cause);
  const { type, isOwn } = await toldConsent(house, request, cause.id);
  if (type === 'ConsentGiven') return isOwn ? { tells: 'start', isHeld: false } : nothing;
  return type === 'ConsentWithdrawn' ? { isHeld: true } : nothing;
};

type Said = Readonly<{ companyId: string; conversation: Conversation; reply: Reply }>;

/**
 * Writes into the ledger what a reply says about messages; what stops them stands since the reply was stored. Again, and in any order: the same. Whoever
 * was forgotten since leaves no line.
 */
export const recordReplyConsent = async (house: House, said: Said, cause: Cause): Promise<ReplyConsent> => {
  const { companyId, conversation, reply } = said;
  const { consent } = reply.received;
  if (reply.from === '' || consent === undefined) return nothing;
  if (consent === 'help') return { tells: 'help', isHeld: false };
  const since = after(conversation, reply);
  // whoever said STOP after it meant that
  if (consent === 'start') return saysSo(since, 'stop') ? nothing : optIn(house, said, cause);
  await optOut(house, companyId, reply, cause);
  // nobody is told that he is out who has come back since
  return saysSo(since, 'start') ? nothing : { tells: 'stop', isHeld: false };
};
