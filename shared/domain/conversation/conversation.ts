import type { ConversationEvent } from './events.ts';

/** What a contact point and one of our senders said to each other, and what it came to. */

export const meanings = ['confirm', 'cancel', 'reschedule'] as const;
export type Meaning = (typeof meanings)[number];

// State

type Received = Extract<ConversationEvent, { type: 'MessageReceived' }>['data'];

/** `outcome`: what the message was read as, or a person made of it; undefined: nobody has read it yet. */
export type Reply = Readonly<{
  received: Received;
  from: string;
  body: string;
  at: string;
  outcome?: ConversationEvent;
  assignee?: string;
  /** why it waited for a person, whatever became of it since */
  unclear?: Extract<ConversationEvent, { type: 'ReplyUnclear' }>['data'];
  /** it needs nobody any more */
  isResolved?: boolean;
}>;

export type Conversation = Readonly<{ replies: ReadonlyMap<string, Reply> }>;

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

const receivedOf = (event: Extract<ConversationEvent, { type: 'MessageReceived' }>, occurredAt: string): Reply => ({
  received: event.data,
  from: event.private?.from ?? '',
  body: event.private?.body ?? '',
  at: event.data.saidAt ?? occurredAt,
});

/** A person's word comes after what was read, and stands. */
const outcomeAfter = (known: Reply, event: ConversationEvent): Reply => {
  const isFirst = known.outcome === undefined || known.outcome.type === 'ReplyUnclear';
  const unclear = event.type === 'ReplyUnclear' ? { unclear: event.data } : {};
  return isFirst ? { ...known, ...unclear, outcome: event } : { ...known, ...unclear };
};

const evolve = (known: Reply, event: Exclude<ConversationEvent, { type: 'MessageReceived' }>): Reply => {
  switch (event.type) {
    case 'ReplyAssigned':
      return { ...known, assignee: event.data.assignee };
    case 'ReplyResolved':
      return { ...known, isResolved: true };
    case 'ReplyReopened':
      return { ...known, isResolved: false };
    case 'ReplyParked':
    case 'ReplyReplayed':
      return known;
    default:
      return outcomeAfter(known, event);
  }
};

const take = (replies: Map<string, Reply>, event: ConversationEvent, occurredAt: string): void => {
  const id = event.data.reply;
  const known = replies.get(id);
  // the first one counts: a request that comes again after its mark was removed says the same
  if (event.type === 'MessageReceived') replies.set(id, known ?? receivedOf(event, occurredAt));
  else if (known) replies.set(id, evolve(known, event));
};

/** A conversation as its stream tells it. */
export const conversationOf = (events: readonly (ConversationEvent & Readonly<{ occurredAt: string }>)[]): Conversation => {
  const replies = new Map<string, Reply>();
  for (const event of events) take(replies, event, event.occurredAt);
  return { replies };
};
