import { z } from '@hono/zod-openapi';
import { inviteRecipients as invite, type Invited } from '#app/invite-recipients.ts';
import { campaignIdText, messageIdText, referenceText } from '../conventions/ids.ts';
import { evidence, purpose, to } from '../consent/consent-schemas.ts';
import { operation } from '../operation.ts';
import { campaignParams } from './campaign-json.ts';

/** Each is asked by a commit or two of its own: more would not be answered in time. */
const mostInvited = 50;

const result = z
  .object({
    row: z.int().min(1).meta({ description: 'the place in the request, counted from 1' }),
    reference: z.string().optional().meta({ description: 'your own name for it, as you sent it' }),
    outcome: z
      .enum(['invited', 'agreed', 'refused'])
      .meta({ description: '`agreed`: has said yes before and is not asked; `refused`: may not or can not be asked' }),
    message: messageIdText.optional(),
    until: z.iso.datetime().optional().meta({ description: 'a YES after that is none' }),
    code: z.string().optional(),
    detail: z.string().optional(),
  })
  .openapi('DeliveryInvite');

type Item = Readonly<{ reference?: string | undefined }>;

const resultJson = (one: Invited, { reference }: Item, n: number) => {
  const about = { row: n + 1, ...(reference === undefined ? {} : { reference }), outcome: one.outcome };
  if (one.outcome === 'refused') return { ...about, code: one.code, detail: one.words };
  if (one.outcome === 'agreed') return about;
  const { messageId: message, until } = one;
  return { ...about, ...(message === undefined ? {} : { message }), ...(until === undefined ? {} : { until }) };
};

export const inviteRecipients = operation({
  id: 'inviteRecipients',
  method: 'post',
  path: '/v1/campaigns/{id}/invites',
  summary: 'Invite people to get its messages',
  description: `Delivery invites: up to ${mostInvited} people are asked by a text whether they want what the campaign sends, and whoever answers YES has agreed twice. Whom a question is open to gets no second one; who has opted out gets none at all. A campaign with "requireConsent" sends to those alone who have agreed. "proof" says why you may ask them: the law wants them to have given you their number for it.`,
  scope: 'consent:send',
  looksAt: 'person',
  params: campaignParams,
  body: z.strictObject({
    channel: z.enum(['sms', 'whatsapp']).default('sms'),
    recipients: z
      .array(z.strictObject({ to, reference: referenceText.optional() }))
      .min(1)
      .max(mostInvited),
    purpose: purpose.default('transactional'),
    language: z.enum(['en', 'es', 'pt', 'fr']).optional(),
    frequency: z.string().trim().min(3).max(60).optional().openapi({ example: '2 messages a month' }),
    shown: evidence.shown,
    proof: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .openapi({ description: 'What shows that you may ask: the address of a page, the name of a form' }),
  }),
  needsIdempotencyKey: true,
  answers: {
    200: {
      description: 'What became of each, in their order',
      schema: z
        .object({ object: z.literal('delivery_invites'), campaign: campaignIdText, results: z.array(result) })
        .openapi('DeliveryInvites'),
    },
  },
  errors: ['campaign_unknown', 'channel_unknown', 'sender_missing'],
  example: {
    path: { id: 'cmp_h7k2m9qxw3' },
    body: { recipients: [{ to: '+12085550123', reference: 'patient-8841' }], proof: 'https://www.example.com/forms/new-patient' },
    answer: {
      object: 'delivery_invites',
      campaign: 'cmp_h7k2m9qxw3',
      results: [
        {
          row: 1,
          reference: 'patient-8841',
          outcome: 'invited',
          message: 'msg_h7k2m9qxw3np-0-1-sms-0',
          until: '2026-12-02T17:04:00.000Z',
        },
      ],
    },
  },
  run: async ({ house, caller: { companyId, by }, path: { id }, body, cause }) => {
    const { recipients, shown, proof, ...about } = body;
    const asked = { companyId, campaignId: id, ...about, recipients: recipients.map((one) => one.to), person: { by, shown, proof } };
    const invited = await invite(house, asked, cause);
    const results = invited.map((one, n) => resultJson(one, recipients[n] ?? {}, n));
    return { status: 200, body: { object: 'delivery_invites', campaign: id, results } };
  },
});
