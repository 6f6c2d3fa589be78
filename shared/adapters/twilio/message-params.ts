import type { MessageListInstanceCreateOptions } from 'twilio/lib/rest/api/v2010/account/message.js';
import type { Outgoing, OutgoingContent } from '#ports/provider.ts';
import { addressOf } from './addresses.ts';

/** What Twilio's Messages resource takes. */
export type MessageContent = Extract<OutgoingContent, { channel: 'sms' | 'mms' | 'whatsapp' }>;

/** Twilio repeats a callback only when told to, and by default only after a failed connect. The fragment is neither sent nor signed. */
export const callbackOverrides = '#rc=3&rp=5xx,ct,rt';
const longestValidityS = 36_000;

const contentParams = (content: MessageContent) => {
  // an approved text goes without a body: with one, WhatsApp refuses it outside of a conversation (63016)
  if ('approved' in content) return { contentSid: content.approved, contentVariables: JSON.stringify(content.variables) };
  return content.channel === 'mms' ? { body: content.body, mediaUrl: [...content.media] } : { body: content.body };
};

export const messageParams = (message: Outgoing, content: MessageContent): MessageListInstanceCreateOptions => {
  const { to, from, callbackUrl, validitySeconds } = message;
  return {
    to: addressOf(content.channel, to),
    from: addressOf(content.channel, from),
    ...contentParams(content),
    statusCallback: callbackUrl + callbackOverrides,
    ...(validitySeconds !== undefined && { validityPeriod: Math.min(Math.max(Math.floor(validitySeconds), 1), longestValidityS) }),
  };
};
