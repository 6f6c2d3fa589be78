import type { z } from 'zod';
import type { Event } from '../kernel/event.ts';
import type { DeliveryEvent, reportedStatus } from './events.ts';

/** What a message has come to. */
export type MessageStatus =
  'queued' | 'sending' | 'in_doubt' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'expired' | 'canceled' | 'read';

/** Reports come in any order: a status never gives way to one of a lower rank. */
export const rankOf: Readonly<Record<MessageStatus, number>> = {
  queued: 0,
  sending: 1,
  in_doubt: 2,
  sent: 3,
  delivered: 4,
  undelivered: 4,
  failed: 4,
  expired: 4,
  canceled: 4,
  read: 5,
};

export const isFinal = (status: MessageStatus): boolean => rankOf[status] >= rankOf.delivered;

/**
 * Reports that contradict each other end in the same status, in whatever order they come: what the network says counts more than what
 * we thought, and "undelivered" more than "delivered", for a call too many is better than a person who heard nothing.
 */
const later: readonly MessageStatus[] = [
  'queued',
  'sending',
  'in_doubt',
  'sent',
  'expired',
  'canceled',
  'failed',
  'delivered',
  'undelivered',
  'read',
];

export const statusAfter = (current: MessageStatus | undefined, next: MessageStatus): MessageStatus =>
  current === undefined || later.indexOf(next) > later.indexOf(current) ? next : current;

const reported: Readonly<Record<z.infer<typeof reportedStatus>, MessageStatus>> = {
  sending: 'sending',
  sent: 'sent',
  delivered: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  read: 'read',
  canceled: 'canceled',
};

/** The status that an event speaks for, undefined when it is not about a message. */
export const statusOf = (event: Event): MessageStatus | undefined => {
  switch (event.type) {
    case 'MessageQueued':
      return 'queued';
    case 'MessageSending':
      return 'sending';
    case 'MessageSent':
      return 'sent';
    case 'MessageFailed':
      return 'failed';
    case 'MessageExpired':
      return 'expired';
    case 'MessageCanceled':
      return 'canceled';
    case 'MessageDoubted':
      return 'in_doubt';
    case 'DeliveryReported':
      return reported[(event as DeliveryEvent).data.status];
    default:
      return undefined;
  }
};
