import { z } from '@hono/zod-openapi';
import { campaignIdOf } from '#app/campaign-document.ts';
import { campaignOf, changeCampaign } from '#app/change-campaign.ts';
import { operation } from '../operation.ts';
import { campaign, campaignAnswer, campaignParams, etagHeader, exampleCampaign } from './campaign-json.ts';
import { definitionOf } from './definition-body.ts';

export const copyCampaign = operation({
  id: 'copyCampaign',
  method: 'post',
  path: '/v1/campaigns/{id}/copy',
  summary: 'Make another campaign of one',
  description: 'The newest version under another name, as a draft. Mappings of columns, people and what waits stay where they are.',
  scope: 'campaigns:write',
  params: campaignParams,
  body: z.strictObject({ name: z.string().trim().min(1).max(200) }),
  answers: { 201: { description: 'The copy', schema: campaign, headers: { ...etagHeader, Location: 'where it is' } } },
  errors: ['campaign_unknown', 'campaign_exists', 'campaign_invalid', 'campaign_archived', 'pages_unreachable'],
  example: {
    path: { id: 'cmp_h7k2m9qxw3' },
    body: { name: 'Reminder for Nampa' },
    answer: {
      ...exampleCampaign,
      id: 'cmp_x3m8qk2a7w',
      name: 'Reminder for Nampa',
      definition: { ...exampleCampaign.definition, name: 'Reminder for Nampa' },
    },
  },
  run: async ({ house, caller: { companyId, by }, path: { id }, body: { name }, cause, origin }) => {
    const { campaign: source } = await campaignOf(house, companyId, id);
    // what was written under older rules is held against those of now
    const definition = definitionOf({ ...source.definition, name });
    const campaignId = campaignIdOf(companyId, name);
    const data = { campaignId, definition, by, seen: 0 };
    const state = await changeCampaign(house, companyId, { type: 'PutCampaign', data }, cause);
    const answer = campaignAnswer(campaignId, { campaign: state }, 201);
    return { ...answer, headers: { ...answer.headers, location: `${origin}/v1/campaigns/${campaignId}` } };
  },
});
