import type { OwnReplies } from '#ports/provider.ts';

/**
 * What Telnyx answers by itself, whatever a messaging profile adds to it (that its webhooks say):
 * https://developers.telnyx.com/docs/messaging/messages/advanced-opt-in-out
 */
export const ownReplies: OwnReplies = {
  stop: ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit'],
  start: ['start', 'unstop'],
  help: [],
};
