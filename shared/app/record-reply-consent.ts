import { readConsent } from '#domain/consent/read-consent.ts';
import type { Conversation, Reply } from '#domain/conversation/conversation.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { House } from './house.ts';
import type { ConsentRequest } from './record-consent.ts';
import { recordOptIn } from './record-opt-in.ts';
import { recordOptOut } from './record-opt-out.ts';

const longestSaid = 1_600;

const requestOf = (companyId: string, { received, from, body }: Reply): ConsentRequest => {
  const { channel, sender, messageId, provider } = received;
  return {
    companyId,
    channel,
    to: from,
    source: provider === 'page' ? 'unsubscribe_link' : channel === 'voice' ? 'keypad' : 'reply',
    from: sender,
    messageId,
    person: { said: body.slice(0, longestSaid).toWellFormed() },
  };
};

/** Whoever said STOP after it meant that, in whatever order they are read. */
const isOverruled = ({ replies }: Conversation, reply: Reply): boolean => {
  const all = [...replies.values()];
  return all.slice(all.indexOf(reply) + 1).some(({ received }) => received.consent === 'stop');
};

/**
 * Writes into the ledger what a reply says about messages; what stops them stands since the reply was stored. Again: nothing. Whoever was forgotten since
 * leaves no line.
 */
export const recordReplyConsent = async (
  house: House,
  { companyId, conversation, reply }: Readonly<{ companyId: string; conversation: Conversation; reply: Reply }>,
  cause: Cause,
): Promise<void> => {
  const { consent } = reply.received;
  if (reply.from === '' || (consent !== 'stop' && consent !== 'start')) return;
  const request = requestOf(companyId, reply);
  if (consent === 'start') {
    if (!isOverruled(conversation, reply)) await recordOptIn(house, request, cause);
    return;
  }
  const read = readConsent(reply.body);
  const found = read?.kind === 'stop' ? read : undefined;
  const { word, ambiguous, misdirected, wide } = found ?? {};
  await recordOptOut(
    house,
    { ...request, scope: wide ? 'company' : 'channel', word, ...(ambiguous ? { ambiguous } : {}), ...(misdirected ? { misdirected } : {}) },
    cause,
  );
};
