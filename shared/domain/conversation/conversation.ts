import type { ConversationEvent } from './events.ts';

/** What a contact point and one of our senders said to each other, and what it came to. */

export const meanings = ['confirm', 'cancel', 'reschedule'] as const;
export type Meaning = (typeof meanings)[number];

// State

type Received = Extract<ConversationEvent, { type: 'MessageReceived' }>['data'];

/** `outcome`: what the message was read as; undefined: nobody has read it yet. */
export type Reply = Readonly<{ received: Received; from: string; body: string; at: string; outcome?: ConversationEvent }>;

export type Conversation = Readonly<{ replies: ReadonlyMap<string, Reply> }>;

export const emptyConversation: Conversation = { replies: new Map() };

/** The event that says so of an appointment. */
export const answerTypes = {
  confirm: 'AppointmentConfirmed',
  cancel: 'AppointmentCancelled',
  reschedule: 'RescheduleRequested',
} as const satisfies Record<Meaning, ConversationEvent['type']>;

export type AnswerEvent = Extract<ConversationEvent, { type: (typeof answerTypes)[Meaning] }>;

/** What an event says of an appointment; undefined: nothing. */
export const meaningOf = ({ type }: Pick<ConversationEvent, 'type'>): Meaning | undefined =>
  meanings.find((meaning) => answerTypes[meaning] === type);

export const isAnswer = (event: ConversationEvent | undefined): event is AnswerEvent =>
  event !== undefined && meaningOf(event) !== undefined;

// Evolve

const take = (replies: Map<string, Reply>, event: ConversationEvent, occurredAt: string): void => {
  const id = event.data.reply;
  if (event.type === 'MessageReceived') {
    // the first one counts: a request that comes again after its mark was removed says the same
    if (!replies.has(id))
      replies.set(id, {
        received: event.data,
        from: event.private?.from ?? '',
        body: event.private?.body ?? '',
        at: event.data.saidAt ?? occurredAt,
      });
    return;
  }
  const known = replies.get(id);
  if (known && !known.outcome) replies.set(id, { ...known, outcome: event });
};

/** A conversation as its stream tells it. */
export const conversationOf = (events: readonly (ConversationEvent & Readonly<{ occurredAt: string }>)[]): Conversation => {
  const replies = new Map<string, Reply>();
  for (const event of events) take(replies, event, event.occurredAt);
  return { replies };
};
