import { z } from '@hono/zod-openapi';
import type { PacketStages } from '#app/packet-stages.ts';
import type { ShownPacket } from '#app/show-packet.ts';
import { campaignExpansion, expandableCampaign } from '../campaigns/expanded-campaign.ts';
import { expandOf } from '../conventions/expand.ts';
import { packetIdText } from './packet-id.ts';

export const expandPacket = expandOf(['campaign']);
export const packetExpansions = { campaign: campaignExpansion };

const counts = z.record(z.string(), z.int().min(0));

const fields = {
  object: z.literal('packet'),
  id: packetIdText,
  campaign: expandableCampaign,
  status: z.enum(['accepted', 'loading', 'loaded', 'held', 'failed']).meta({
    description: '`held`: a full list lacks so much of the one before that somebody has to confirm it; `failed`: `failure` says why',
  }),
  source: z.enum(['file', 'request', 'list']).meta({ description: 'what its rows came with' }),
  name: z.string().nullable().meta({ description: "the file's or the list's; null when its people were forgotten" }),
  bytes: z.int().optional(),
  md5: z.string().optional(),
  rows: z.int().meta({ description: 'rows that were read so far' }),
  corrects: packetIdText.optional().meta({ description: 'the packet whose rejected rows it brings again' }),
  starts_at: z.iso.datetime().optional().meta({ description: 'no message of it leaves before' }),
  full_list: z
    .object({ vanished: z.int().optional(), relisted: z.int().optional() })
    .optional()
    .meta({ description: 'it says all that there is: what vanished since the list before is canceled' }),
  failure: z.object({ code: z.string(), detail: z.string().optional() }).optional(),
  format: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .optional()
    .meta({ description: 'what was understood of the file' }),
  notes: counts.optional().meta({
    description: 'what was mended or left out while reading, and rows that name a location nobody knows (`location_invalid`), by code',
  }),
  columns: z.array(z.string()).optional().meta({ description: 'of its header' }),
  mapping: z.record(z.string(), z.string()).optional().meta({ description: 'field → column, where its source has names of its own' }),
  accepted_at: z.iso.datetime().optional(),
  accepted_by: z.string().optional(),
  loaded_at: z.iso.datetime().optional(),
  failed_at: z.iso.datetime().optional(),
};

export const packet = z.object(fields).openapi('Packet');

const stage = z
  .object({
    stage: z.enum(['ingested', 'loaded', 'mapped', 'queued', 'complete', 'failed']),
    status: z.enum(['done', 'under_way', 'to_come']),
    count: z.int().min(0),
    counted: z.enum(['bytes', 'rows', 'touches', 'messages']),
    began_at: z.iso.datetime().optional(),
    done_at: z.iso.datetime().optional(),
    by: z.string().meta({ description: 'who brought it there' }),
  })
  .openapi('PacketStage');

export const packetWithStages = z
  .object({
    ...fields,
    stages: z.array(stage).meta({ description: 'how far it has come, how much of it, since when, and who' }),
    stages_complete: z.boolean().meta({ description: 'false: the reports are behind or away, so `queued` and `complete` are missing' }),
  })
  .openapi('PacketWithStages');

const given = <K extends string, V>(name: K, value: V | undefined) => (value === undefined ? {} : ({ [name]: value } as Record<K, V>));

const isCommand = /"carillon | --\w/;

/** Some sentences name a command to whoever sits at a terminal: here is the operation that does the same. */
const failureJson = (packetId: string, { code, message }: NonNullable<ShownPacket['failure']>) => {
  const sentences = message?.split(/(?<=[.!?]) (?=\p{Lu})/u).filter((sentence) => !isCommand.test(sentence));
  const next = code.startsWith('column_') ? [`GET /v1/packets/${packetId}/mapping tells which of its columns these may be.`] : [];
  return { code, ...given('detail', sentences && [...sentences, ...next].join(' ')) };
};

export const packetJson = (shown: ShownPacket) => {
  const { packetId, campaignId, status, source, name = null, bytes, md5, rows, failure } = shown;
  return {
    object: 'packet' as const,
    id: packetId,
    campaign: campaignId,
    status,
    source,
    name,
    ...given('bytes', bytes),
    ...given('md5', md5),
    rows,
    ...given('corrects', shown.fixes),
    ...given('starts_at', shown.startsAt),
    ...given('full_list', shown.fullList),
    ...given('failure', failure && failureJson(packetId, failure)),
    ...given('format', shown.understood),
    ...given('notes', shown.notes),
    ...given('columns', shown.header),
    ...given('mapping', shown.mapping),
    ...given('accepted_at', shown.acceptedAt),
    ...given('accepted_by', shown.acceptedBy),
    ...given('loaded_at', shown.loadedAt),
    ...given('failed_at', shown.failedAt),
  };
};

const statuses = { done: 'done', 'under way': 'under_way', 'to come': 'to_come' } as const;

export const stagesJson = ({ stages: all, isWhole }: PacketStages) => ({
  stages: all.map(({ stage: name, state, count, counted, beganAt, doneAt, by }) => ({
    stage: name,
    status: statuses[state],
    count,
    counted,
    ...given('began_at', beganAt),
    ...given('done_at', doneAt),
    by,
  })),
  stages_complete: isWhole,
});

export const packetExample = {
  object: 'packet',
  id: 'pkt_h7k2m9qxw3np',
  campaign: 'cmp_reminder',
  status: 'loaded',
  source: 'file',
  name: 'tomorrow.csv',
  bytes: 48_213,
  md5: '0cc175b9c0f1b6a831c399e269772661',
  rows: 412,
  format: { format: 'delimited', encoding: 'utf-8', delimiter: 'comma', columns: 7 },
  columns: ['patient_id', 'first_name', 'phone', 'appointment_date', 'appointment_time'],
  accepted_at: '2026-11-29T17:00:00.000Z',
  accepted_by: 'key_4nq8z2',
  loaded_at: '2026-11-29T17:00:01.120Z',
} as const;
