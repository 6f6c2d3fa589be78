/** The events that say where a message stands. */
export const statusEvents = [
  'MessageQueued',
  'MessageSending',
  'MessageSent',
  'MessageFailed',
  'MessageExpired',
  'MessageCanceled',
  'MessageDoubted',
  'DeliveryReported',
] as const;
export type StatusType = (typeof statusEvents)[number];
