import { z } from '@hono/zod-openapi';
import type { ListedMessage } from '#app/list-messages.ts';
import type { House } from '#app/house.ts';
import { messageFacts } from '#app/message-facts.ts';
import { showMessage, type Receipt, type ShownMessage } from '#app/show-message.ts';
import { rankOf } from '#domain/delivery/delivery.ts';
import { channel } from '#domain/kernel/ids.ts';
import { campaignExpansion, expandableCampaign } from '../campaigns/expanded-campaign.ts';
import { expanded, expandOf } from '../conventions/expand.ts';
import { messageIdText } from '../conventions/ids.ts';
import { operation } from '../operation.ts';
import { expandablePacket, packetExpansion } from '../packets/expanded-packet.ts';

export const expandMessage = expandOf(['campaign', 'packet']);
export const messageExpansions = { campaign: campaignExpansion, packet: packetExpansion };

export const messageStatus = z.enum(Object.keys(rankOf) as [keyof typeof rankOf, ...(keyof typeof rankOf)[]]).openapi('MessageStatus');

const receipt = z
  .object({
    at: z.iso.datetime(),
    status: messageStatus,
    code: z.string().optional(),
    detail: z.string().optional(),
    provider: z.string().optional(),
    provider_reference: z.string().optional(),
  })
  .openapi('Receipt', { description: 'Something that was said about the message: by us, or by the provider' });

const facts = {
  object: z.literal('message'),
  id: messageIdText,
  packet: expandablePacket,
  campaign: expandableCampaign,
  row: z.int().min(1),
  reference: z
    .string()
    .optional()
    .meta({ description: 'your own name for it, as you sent it, or as the column `reference` of its file has it' }),
  channel,
  status: messageStatus,
  code: z.string().optional().meta({ description: 'why it came to that' }),
  detail: z.string().optional(),
  from: z.string(),
  to: z.string().nullable().meta({ description: 'null when the person was forgotten' }),
  body: z.string().nullable().meta({ description: 'null when the person was forgotten' }),
  segments: z.int().min(0),
  price: z.string().optional(),
  currency: z.string().optional(),
  queued_at: z.iso.datetime(),
  send_at: z.iso.datetime(),
  valid_until: z.iso.datetime().optional(),
};

export const message = z
  .object({
    ...facts,
    receipts: z.array(receipt),
  })
  .openapi('Message');
export const listedMessage = z.object(facts).openapi('ListedMessage');

const shownReceipt = ({ words, reference, ...rest }: Receipt) => ({
  ...rest,
  ...(words === undefined ? {} : { detail: words }),
  ...(reference === undefined ? {} : { provider_reference: reference }),
});

/** What a message is, as lists have it. */
export const listedJson = (shown: ListedMessage) => {
  const { messageId, packetId, campaignId, words, to = null, body = null, queuedAt, sendAt, validUntil, ...same } = shown;
  return {
    object: 'message' as const,
    id: messageId,
    packet: packetId,
    campaign: campaignId,
    ...same,
    ...(words === undefined ? {} : { detail: words }),
    to,
    body,
    queued_at: queuedAt,
    send_at: sendAt,
    ...(validUntil === undefined ? {} : { valid_until: validUntil }),
  };
};

export const messageJson = ({ receipts, ...rest }: ShownMessage) => ({ ...listedJson(rest), receipts: receipts.map(shownReceipt) });

/** With the caller's own name for it. Throws a Refusal `message_unknown`. */
export const shownMessage = async (house: House, companyId: string, messageId: string) => {
  const shown = messageJson(await showMessage(house, { companyId, messageId }));
  const reference = (await messageFacts(house)(messageId))?.reference;
  return { ...shown, ...(reference === undefined ? {} : { reference }) };
};

export const exampleMessage = {
  object: 'message',
  id: 'msg_h7k2m9qxw3np-0-1-sms-0',
  packet: 'pkt_h7k2m9qxw3np',
  campaign: 'cmp_reminder',
  row: 1,
  reference: 'visit-8841',
  channel: 'sms',
  status: 'delivered',
  from: '+12085550199',
  to: '+12085550123',
  body: 'Hi Ana, you see Dr. Prado on Tue Dec 1 at 10:00 AM.',
  segments: 1,
  queued_at: '2026-11-29T17:00:00.000Z',
  send_at: '2026-11-29T17:00:00.000Z',
  receipts: [
    { at: '2026-11-29T17:00:00.000Z', status: 'queued' },
    {
      at: '2026-11-29T17:00:00.210Z',
      status: 'delivered',
      provider: 'twilio',
      provider_reference: 'SM00000000000000000000000000000001',
    },
  ],
} as const;

export const getMessage = operation({
  id: 'getMessage',
  method: 'get',
  path: '/v1/messages/{id}',
  summary: 'One message, and what became of it',
  description:
    'Read from the log itself, so it is true this very moment. `receipts` are all that was said about it, in the order in which it was.',
  scope: 'messages:read',
  looksAt: 'person',
  params: z.object({ id: messageIdText }),
  query: z.object({ expand: expandMessage }),
  answers: { 200: { description: 'The message', schema: message } },
  errors: ['message_unknown'],
  example: { path: { id: exampleMessage.id }, answer: exampleMessage },
  run: async ({ house, caller, path, query: { expand } }) => {
    const shown = await shownMessage(house, caller.companyId, path.id);
    const [body] = await expanded({ house, caller }, { expand, by: messageExpansions }, [shown]);
    return { status: 200, body };
  },
});
