import { z } from '@hono/zod-openapi';
import type { ListedScheduled } from '#app/listed-scheduled.ts';
import { showScheduled, type ScheduledRequest } from '#app/show-scheduled.ts';
import { etagOf } from '../conventions/etag.ts';
import { campaignIdText } from '../conventions/ids.ts';
import { resultOf } from '../messages/send-rows.ts';
import { sendResult } from '../messages/send-schemas.ts';
import type { Answer, Call } from '../operation.ts';

const idText = z.string().min(1).max(200).openapi({ description: '`id` of the answer to the sending', example: 'pkt_h7k2m9qxw3np' });
export const scheduledParams = z.object({ id: idText });
export const etagHeader = { ETag: 'the state that was read: send it as If-Match to change it' };

const facts = {
  id: idText,
  campaign: campaignIdText,
  starts_at: z.iso.datetime(),
  created_at: z.iso.datetime(),
  created_by: z.string().optional().meta({ description: 'a key, or a user' }),
};

export const listedScheduled = z
  .object({ object: z.literal('scheduled_summary'), ...facts, messages: z.int().min(1) })
  .openapi('ScheduledSummary');

export const scheduled = z
  .object({
    object: z.literal('scheduled_messages'),
    ...facts,
    status: z
      .enum(['waiting', 'started', 'canceled', 'failed'])
      .meta({ description: '`waiting`: for its time, or for a campaign that is paused; `failed`: the campaign can not use its fields' }),
    changed_at: z.iso.datetime().optional(),
    changed_by: z.string().optional(),
    messages: z
      .array(
        z.object({
          row: z.int().min(1),
          reference: z.string().optional(),
          fields: z.record(z.string(), z.string()).nullable().meta({ description: 'null when the person was forgotten' }),
        }),
      )
      .meta({ description: 'What they are made of, in the order in which you sent them' }),
    results: z.array(sendResult).meta({ description: 'What became of each, once its time has come' }),
  })
  .openapi('ScheduledMessages');

export const listedJson = ({
  packetId: id,
  campaignId: campaign,
  messages,
  createdAt,
  by,
  startsAt,
}: ListedScheduled & { startsAt: string }) => ({
  object: 'scheduled_summary' as const,
  id,
  campaign,
  starts_at: startsAt,
  created_at: createdAt,
  ...(by === undefined ? {} : { created_by: by }),
  messages,
});

const referenceIn = (fields: Readonly<Record<string, string>> | undefined) => {
  const reference = fields?.['reference'];
  return reference === undefined ? {} : { reference };
};

export const scheduledEtag = ({ packetId, status, startsAt }: ScheduledRequest): string => etagOf([packetId, status, startsAt]);

/** Throws a Refusal `scheduled_unknown`. */
export const scheduledAnswer = async ({ house, caller }: Pick<Call, 'house' | 'caller'>, id: string): Promise<Answer> => {
  const found = await showScheduled(house, { companyId: caller.companyId, packetId: id });
  const { campaignId: campaign, status, startsAt, createdAt, createdBy, changedAt, changedBy, rows, results } = found;
  const items = new Map(rows.map(({ row, fields }) => [row, fields?.['reference']]));
  const body = {
    object: 'scheduled_messages',
    id,
    campaign,
    status,
    starts_at: startsAt,
    created_at: createdAt,
    ...(createdBy === undefined ? {} : { created_by: createdBy }),
    ...(changedAt === undefined ? {} : { changed_at: changedAt }),
    ...(changedBy === undefined ? {} : { changed_by: changedBy }),
    messages: rows.map(({ row, fields }) => ({ row, ...referenceIn(fields), fields: fields ?? null })),
    results: results.map((one) => resultOf(one, { reference: items.get(one.row), caller, packetId: id })),
  };
  return { status: 200, body, headers: { etag: scheduledEtag(found) } };
};

export const exampleScheduled = {
  object: 'scheduled_messages',
  id: 'pkt_h7k2m9qxw3np',
  campaign: 'cmp_reminder',
  status: 'waiting',
  starts_at: '2026-12-01T15:00:00.000Z',
  created_at: '2026-11-20T17:00:00.000Z',
  created_by: 'key_h7k2m9qxw3np',
  messages: [{ row: 1, reference: 'visit-8841', fields: { phone: '+12085550123', firstName: 'Ana', reference: 'visit-8841' } }],
  results: [],
};
