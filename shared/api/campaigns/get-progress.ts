import { z } from '@hono/zod-openapi';
import { campaignProgress, type CampaignProgress } from '#app/campaign-progress.ts';
import { campaignOf } from '#app/change-campaign.ts';
import { campaignIdText } from '../conventions/ids.ts';
import { snakeCase } from '../conventions/snake-case.ts';
import { operation } from '../operation.ts';
import { campaignParams, campaignStatus } from './campaign-json.ts';
import { halted } from '../companies/halted.ts';

const count = z.int().min(0);

const packet = z
  .object({
    packet: z.string(),
    file: z.string(),
    stage: z.string(),
    rows: count,
    touches: count.meta({ description: 'what its rows may become: each by each channel and hour' }),
    messages: count,
    waiting: count,
    sent: count,
    delivered: count,
    undelivered: count,
    failed: count,
    expired: count,
    canceled: count,
    read: count,
    in_doubt: count.meta({ description: 'nobody can tell yet whether they were sent' }),
    failures: z.array(z.object({ status: z.string(), code: z.string(), detail: z.string(), messages: count })),
  })
  .openapi('PacketProgress');

export const progress = z
  .object({
    object: z.literal('campaign_progress'),
    campaign: campaignIdText,
    name: z.string(),
    status: campaignStatus,
    halted: halted.nullable(),
    at: z.iso.datetime(),
    waits: z.array(z.object({ why: z.string(), messages: count, until: z.iso.datetime().optional() })).meta({
      description:
        'what was not sent yet, by what it waits for: `day`, `hour`, `turn`, `paused`, `halted`, `doubt`, `provider`, `route`, `carrier`, `window`, `registration`, or a limit',
    }),
    packets: z.array(packet).nullable().meta({ description: 'newest first; null while the reports do not answer' }),
    has_older_packets: z.boolean(),
    sent: count.meta({ description: 'in all' }),
    leaving: count.meta({ description: 'due, and about to leave' }),
  })
  .openapi('CampaignProgress');

const packetJson = ({ packetId, failures, ...rest }: NonNullable<CampaignProgress['packets']>[number]) => ({
  packet: packetId,
  ...rest,
  failures: failures.map(({ words, ...why }) => ({ ...why, detail: words })),
});

const progressJson = ({ campaignId, name, status, halted: halt, now, waits, packets, isCut = false, sample }: CampaignProgress) => ({
  object: 'campaign_progress',
  campaign: campaignId,
  name,
  status,
  halted: halt ?? null,
  at: now,
  waits: snakeCase(waits),
  packets: packets?.map(packetJson) ?? null,
  has_older_packets: isCut,
  sent: sample.sent,
  leaving: sample.left,
});

export const getCampaignProgress = operation({
  id: 'getCampaignProgress',
  method: 'get',
  path: '/v1/campaigns/{id}/progress',
  summary: 'How far a campaign is',
  description: 'What waits and why, what was sent, what arrived, and why some did not, by packet. Two looks tell its speed.',
  scope: 'campaigns:read',
  params: campaignParams,
  query: z.object({
    packet: z.string().min(1).max(200).optional().openapi({ description: 'This packet alone', example: 'pkt_h7k2m9qxw3np' }),
  }),
  answers: { 200: { description: 'How far it is', schema: progress } },
  errors: ['campaign_unknown'],
  example: {
    path: { id: 'cmp_h7k2m9qxw3' },
    answer: {
      object: 'campaign_progress',
      campaign: 'cmp_h7k2m9qxw3',
      name: 'Appointment reminder',
      status: 'active',
      halted: null,
      at: '2026-11-20T18:00:00.000Z',
      waits: [{ why: 'day', messages: 240, until: '2026-11-21T16:00:00.000Z' }],
      packets: [],
      has_older_packets: false,
      sent: 1_000,
      leaving: 0,
    },
  },
  run: async ({ house, caller: { companyId }, path: { id }, query }) => {
    await campaignOf(house, companyId, id);
    return { status: 200, body: progressJson(await campaignProgress(house, { campaignId: id, packetId: query.packet })) };
  },
});
