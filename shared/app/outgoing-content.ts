import type { Channel } from '#domain/kernel/ids.ts';
import type { Made } from '#domain/campaign/message-content.ts';
import type { OutgoingContent } from '#ports/provider.ts';

/** What a provider gets of a message of this channel. `unsubscribeUrl`: where one click ends mails. */
export const outgoingContent = (channel: Channel, { body, content = {} }: Made, unsubscribeUrl?: string): OutgoingContent => {
  const { subject = '', html, media = [], approved, variables = {}, machine, locale = 'en-US' } = content;
  switch (channel) {
    case 'mms':
      return { channel, body, media };
    case 'whatsapp':
      return approved === undefined ? { channel, body } : { channel, approved, variables };
    case 'voice':
      return { channel, script: body, ...(machine === undefined ? {} : { machineScript: machine }), locale };
    case 'email':
      return {
        channel,
        subject,
        text: body,
        ...(html === undefined ? {} : { html }),
        ...(unsubscribeUrl === undefined ? {} : { unsubscribeUrl }),
      };
    default:
      return { channel, body };
  }
};
