import type { ReportedStatus } from '#ports/provider.ts';

/** Twilio's word → ours. Its first statuses (accepted, queued, scheduled) only say that it has the message and is at it. */
const statuses: Readonly<Record<string, ReportedStatus>> = {
  accepted: 'sending',
  queued: 'sending',
  scheduled: 'sending',
  sending: 'sending',
  sent: 'sent',
  partially_delivered: 'sent',
  delivered: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  read: 'read',
  canceled: 'canceled',
};

/** Undefined for a word that Twilio does not use of outgoing messages. */
export const statusOf = (word: unknown): ReportedStatus | undefined =>
  typeof word === 'string' && Object.hasOwn(statuses, word) ? statuses[word] : undefined;
