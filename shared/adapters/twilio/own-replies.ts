import type { OwnReplies } from '#ports/provider.ts';

/**
 * What Twilio answers by itself on texts from long codes and toll-free numbers, alone in a message, in any case:
 * https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out
 */
export const ownReplies: OwnReplies = {
  stop: ['stop', 'unsubscribe', 'end', 'quit', 'stopall', 'revoke', 'optout', 'cancel'],
  start: ['start', 'yes', 'unstop'],
  help: ['help', 'info'],
};
