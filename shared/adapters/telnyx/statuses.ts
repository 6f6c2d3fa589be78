import type { ReportedStatus } from '#ports/provider.ts';

/**
 * Telnyx's word for one recipient → ours. `delivery_unconfirmed` is an end of its own: the carrier took the message and will say no more,
 * which is what a last `sent` says.
 */
const statuses: Readonly<Record<string, ReportedStatus>> = {
  scheduled: 'sending',
  queued: 'sending',
  sending: 'sending',
  sent: 'sent',
  delivered: 'delivered',
  delivery_unconfirmed: 'sent',
  sending_failed: 'failed',
  delivery_failed: 'undelivered',
  expired: 'undelivered',
  read: 'read',
};

/** Undefined for a word that Telnyx does not use of outgoing messages. */
export const statusOf = (word: unknown): ReportedStatus | undefined =>
  typeof word === 'string' && Object.hasOwn(statuses, word) ? statuses[word] : undefined;
