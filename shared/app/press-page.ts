import { conversationOf as foldConversation, type Meaning } from '#domain/conversation/conversation.ts';
import type { QueuedEvent } from '#domain/delivery/chunk-messages.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { conversationStream } from '#domain/kernel/streams.ts';
import type { Answer } from './answered-messages.ts';
import { conversationOf } from './conversation-of.ts';
import type { House } from './house.ts';
import { storeIncoming } from './receive-incoming.ts';
import { optedOutAmong } from './opted-out-among.ts';

export type Pressed = Readonly<{
  companyId: string;
  messageId: string;
  queued: QueuedEvent;
  what: Meaning | 'unsubscribe';
  /** what stands already */
  answer: Answer | undefined;
  method: string;
  body: string;
}>;

/** Who presses twice within a minute has pressed once, whatever else he has said meanwhile. */
const onceMs = 60_000;
const provider = 'page';

/** What was pressed on the message's pages before, the last one at the end. */
const pressedBefore = async (house: House, { companyId, messageId, queued }: Pressed) => {
  const speakers = { channel: queued.data.channel, sender: queued.data.from, contactPoint: queued.private?.to ?? '' };
  const stream = conversationStream(conversationOf(house, companyId, speakers));
  const { events } = await house.store.read(stream);
  const { replies } = foldConversation(events as Parameters<typeof foldConversation>[0]);
  return [...replies.values()].filter(({ received }) => received.provider === provider && received.messageId === messageId);
};

/** Whether it stands as it was pressed: then there is nothing to say. */
const isSo = async (house: House, pressed: Pressed, before: Awaited<ReturnType<typeof pressedBefore>>, now: string): Promise<boolean> => {
  const { companyId, queued, what, answer } = pressed;
  if (what === 'unsubscribe') {
    const { channel, from } = queued.data;
    const all = [{ channel, to: queued.private?.to ?? '', from }];
    return (await optedOutAmong(house, { companyId, everywhere: false }, all)).codes[0] !== undefined;
  }
  const last = before.findLast(({ received }) => received.choice !== undefined);
  if (last && last.received.choice !== what) return false;
  return answer?.meaning === what || (last !== undefined && Date.parse(now) - Date.parse(last.at) < onceMs);
};

/**
 * As a reply to the message, by the way of every reply: stored in one commit, an opt-out's mark with it. What is so already, and two presses
 * at once, change nothing.
 */
export const pressPage = async (house: House, pressed: Pressed, cause: Cause): Promise<void> => {
  const { companyId, messageId, queued, what, method, body } = pressed;
  const before = await pressedBefore(house, pressed);
  if (await isSo(house, pressed, before, cause.now)) return;
  const { channel, from: sender } = queued.data;
  // the next one after those that are known: of two at once one is taken
  const reference = `${messageId}:${before.length}:${what}`;
  const said = { channel, accountId: companyId, reference, from: queued.private?.to ?? '', to: sender, body: what };
  const meant = what === 'unsubscribe' ? { taken: 'stop' as const } : { choice: what };
  const raw = { method, url: '/p', headers: {}, body: body.slice(0, 200) };
  return storeIncoming(house, { companies: [companyId], companyId }, { ...said, ...meant, provider, messageId, raw }, cause);
};
