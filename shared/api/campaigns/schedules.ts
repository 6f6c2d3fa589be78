import { z } from '@hono/zod-openapi';
import { clockPath, type CampaignDocument } from '#app/campaign-document.ts';
import { campaignOf } from '#app/change-campaign.ts';
import type { House } from '#app/house.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { Problem } from '../conventions/problem.ts';
import { operation, type Answer } from '../operation.ts';
import { campaignEtag, campaignParams, etagHeader } from './campaign-json.ts';
import { definitionOf } from './definition-body.ts';
import { putDefinition } from './put-definition.ts';
import { exampleSchedules, scheduleJson, schedules, schedulesJson } from './schedules-json.ts';

const answer = async (house: House, id: string, found: Pick<CampaignDocument, 'campaign'>): Promise<Answer> => {
  const nextRunAt = (await house.documents.get(clockPath(id)))?.dueAt;
  return { status: 200, body: schedulesJson(id, found, { now: house.clock.now(), nextRunAt }), headers: { etag: campaignEtag(id, found) } };
};

export const getCampaignSchedules = operation({
  id: 'getCampaignSchedules',
  method: 'get',
  path: '/v1/campaigns/{id}/schedules',
  summary: 'When each channel of a campaign sends',
  description: 'Of the newest version: its schedules, the next times it fires, and whether its windows are open.',
  scope: 'campaigns:read',
  params: campaignParams,
  answers: { 200: { description: 'One for each channel', schema: schedules, headers: etagHeader } },
  errors: ['campaign_unknown'],
  example: { path: { id: 'cmp_h7k2m9qxw3' }, answer: exampleSchedules },
  run: async ({ house, caller: { companyId }, path: { id } }) => answer(house, id, await campaignOf(house, companyId, id)),
});

const body = z.strictObject({
  schedule: scheduleJson.optional(),
  channels: z
    .array(z.strictObject({ schedule: z.union([scheduleJson, z.null()]) }))
    .min(1)
    .max(8)
    .optional()
    .openapi({ description: "One for each of the campaign's channels, in their order; null: the campaign's own schedule" }),
});

/** The same document with other schedules; what is left out stays. */
const rescheduled = (before: Definition, { schedule, channels }: z.output<typeof body>): unknown => {
  if (channels !== undefined && channels.length !== before.channels.length)
    throw new Problem('channels_mismatched', `The campaign has ${before.channels.length} channels, and ${channels.length} were given.`);
  return {
    ...before,
    ...(schedule === undefined ? {} : { schedule }),
    channels: before.channels.map((entry, n) => {
      if (channels === undefined) return entry;
      const { schedule: _, ...rest } = entry;
      const own = channels[n]?.schedule ?? undefined;
      return own === undefined ? rest : { ...rest, schedule: own };
    }),
  };
};

export const setCampaignSchedules = operation({
  id: 'setCampaignSchedules',
  method: 'put',
  path: '/v1/campaigns/{id}/schedules',
  summary: 'Change when channels send',
  description: 'A new version of the campaign with other schedules, and nothing else different: approve it to let it count.',
  scope: 'campaigns:write',
  params: campaignParams,
  body,
  needsIfMatch: true,
  answers: { 200: { description: 'As they are now', schema: schedules, headers: etagHeader } },
  errors: ['campaign_unknown', 'campaign_invalid', 'channels_mismatched', 'campaign_archived'],
  example: {
    path: { id: 'cmp_h7k2m9qxw3' },
    body: { schedule: exampleSchedules.schedule, channels: [{ schedule: null }] },
    answer: exampleSchedules,
  },
  run: async (call) => {
    const { id } = call.path;
    const put = await putDefinition(call, id, (before) => definitionOf(rescheduled(before, call.body)));
    return answer(call.house, id, put);
  },
});
