import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import { ownRows, withFile } from '#app/preview-packet.ts';
import { proposeForSource } from '#app/propose-for-source.ts';
import { dropSource } from '#domain/campaign/mapping.ts';
import { readSample, sampleBytes, sampleTypes } from '../campaigns/read-sample.ts';
import { fileErrors } from '../campaigns/preview-schemas.ts';
import { campaignIdText } from '../conventions/ids.ts';
import { operation } from '../operation.ts';
import { packetIdText } from '../packets/packet-id.ts';
import { proposal, proposalExample, proposalJson, sourceText } from './mapping-schemas.ts';

const errors = [...fileErrors, 'file_empty', 'header_unreadable'] as const;

export const proposeMapping = operation({
  id: 'proposeMapping',
  method: 'post',
  path: '/v1/campaigns/{id}/mappings/propose',
  summary: 'Which columns of a file are which fields',
  description:
    'The body is a file, or its beginning, of up to 4 MB. Names and cells of its first 500 rows are looked at: each field of the campaign gets a column, how sure that is, and why. Nothing is stored: keep it with `PUT /v1/campaigns/{id}/mappings/{source}`.',
  scope: 'campaigns:read',
  looksAt: 'person',
  params: z.object({ id: campaignIdText }),
  query: z.object({
    source: sourceText.default(dropSource),
    name: z.string().min(1).max(200).default('sample').openapi({ description: 'Of the file: a hint of its kind', example: 'visits.csv' }),
  }),
  upload: { mostBytes: sampleBytes, contentTypes: sampleTypes },
  answers: { 200: { description: 'The proposal', schema: proposal } },
  errors: ['campaign_unknown', 'body_missing', ...errors],
  example: { path: { id: 'cmp_reminder' }, query: { source: 'eaglesoft', name: 'visits.csv' }, answer: proposalExample },
  run: async ({ house, caller: { companyId }, path: { id: campaignId }, query: { source, name }, upload }) => {
    const content = await readSample(upload);
    const file = { open: async (start: number) => Readable.from([content.subarray(start)]), name, bytes: content.length };
    return { status: 200, body: proposalJson(campaignId, await proposeForSource(house, { companyId, campaignId, source, file })) };
  },
});

export const proposePacketMapping = operation({
  id: 'proposePacketMapping',
  method: 'get',
  path: '/v1/packets/{id}/mapping',
  summary: "Which columns of a packet's file are which fields",
  description:
    'For a packet that failed because columns are missing, or before it is loaded: the same proposal, from the file that is here. Keep it for its `source`, then run the stage `loaded` again.',
  scope: 'packets:read',
  looksAt: 'person',
  params: z.object({ id: packetIdText }),
  answers: { 200: { description: 'The proposal', schema: proposal } },
  errors: ['packet_unknown', 'packet_without_file', ...errors],
  example: { path: { id: 'pkt_h7k2m9qxw3np' }, answer: proposalExample },
  run: async ({ house, caller: { companyId }, path: { id: packetId } }) => {
    const { campaignId, ...from } = await ownRows(house, { companyId, packetId });
    const made = await withFile(() => proposeForSource(house, { companyId, campaignId, ...from }));
    return { status: 200, body: proposalJson(campaignId, made) };
  },
});
