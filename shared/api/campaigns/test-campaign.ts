import { z } from '@hono/zod-openapi';
import { campaignOf } from '#app/change-campaign.ts';
import { tableReader } from '#app/table-reader.ts';
import { testSend } from '#app/test-send.ts';
import { channel } from '#domain/kernel/ids.ts';
import { requestTable } from '#domain/message/request-table.ts';
import { fields } from '../messages/send-schemas.ts';
import { operation } from '../operation.ts';
import { campaignParams } from './campaign-json.ts';
import { rowsOf } from './preview-schemas.ts';

const testMessage = z
  .object({
    object: z.literal('test_message'),
    id: z.string(),
    status: z
      .enum(['sent', 'failed', 'unknown'])
      .meta({ description: '`unknown`: the provider was asked, and nobody can tell what became of it' }),
    code: z.string().optional(),
    detail: z.string().optional(),
    body: z.string().optional(),
    segments: z.int().min(0).optional(),
  })
  .openapi('TestMessage');

export const testCampaign = operation({
  id: 'testCampaign',
  method: 'post',
  path: '/v1/campaigns/{id}/test',
  summary: 'Send yourself a message of a campaign',
  description:
    'As the newest version would write it now, approved or not, marked TEST, to a contact point of your own; counted nowhere. Up to 20 an hour for a company. It costs what a message costs.',
  scope: 'campaigns:send',
  params: campaignParams,
  body: z.strictObject({
    to: z
      .string()
      .min(1)
      .max(254)
      .openapi({ description: 'Your own phone, address or page id: whatever the channel has', example: '+12085550123' }),
    channel: channel.optional().openapi({ description: "Left out: the campaign's first" }),
    fields,
  }),
  needsIdempotencyKey: true,
  answers: { 200: { description: 'What became of it', schema: testMessage } },
  errors: [
    'campaign_unknown',
    'channel_unknown',
    'column_missing',
    'company_halted',
    'provider_missing',
    'channel_unsupported',
    'opted_out',
    'too_many_tests',
    'too_long',
  ],
  example: {
    path: { id: 'cmp_h7k2m9qxw3' },
    body: {
      to: '+12085550123',
      fields: { phone: '+12085550123', firstName: 'Ana', appointmentDate: '2026-12-01', appointmentTime: '10:00' },
    },
    answer: {
      object: 'test_message',
      id: 'tst_h7k2m9qxw3np',
      status: 'sent',
      body: 'TEST: Hi Ana, see you on Dec 1 at 10:00 AM. STOP to opt out.',
      segments: 1,
    },
  },
  run: async ({ house, caller: { companyId }, path: { id }, body, cause, seed }) => {
    const { campaign } = await campaignOf(house, companyId, id);
    const { rows: reader, file } = tableReader(requestTable(campaign.definition, rowsOf([body.fields])));
    const asked = {
      campaignId: id,
      source: 'requests',
      file,
      reader,
      row: 2,
      to: body.to,
      channel: body.channel,
      requestId: seed ?? cause.id,
    };
    const { testId, words, ...told } = await testSend(house, asked, cause);
    return { status: 200, body: { object: 'test_message', id: testId, ...told, ...(words === undefined ? {} : { detail: words }) } };
  },
});
