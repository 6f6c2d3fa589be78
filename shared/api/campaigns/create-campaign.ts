import { campaignIdOf } from '#app/campaign-document.ts';
import { changeCampaign } from '#app/change-campaign.ts';
import { operation } from '../operation.ts';
import { campaign, campaignAnswer, etagHeader, exampleCampaign } from './campaign-json.ts';
import { definitionBody, definitionFor, exampleDefinition } from './definition-body.ts';

export const createCampaign = operation({
  id: 'createCampaign',
  method: 'post',
  path: '/v1/campaigns',
  summary: 'Write a campaign down',
  description:
    "The body is the document of a campaign's file. It is a draft then: it sends nothing before a version was approved and the campaign activated. A company has one campaign of each name.",
  scope: 'campaigns:write',
  body: definitionBody,
  answers: { 201: { description: 'The draft', schema: campaign, headers: { ...etagHeader, Location: 'where it is' } } },
  errors: ['campaign_invalid', 'campaign_exists', 'campaign_archived', 'pages_unreachable'],
  example: { body: exampleDefinition, answer: exampleCampaign },
  run: async ({ house, caller: { companyId, by }, body, cause, origin }) => {
    const definition = await definitionFor(house, companyId, body);
    const campaignId = campaignIdOf(companyId, definition.name);
    const data = { campaignId, definition, by, seen: 0 };
    const state = await changeCampaign(house, companyId, { type: 'PutCampaign', data }, cause);
    const answer = campaignAnswer(campaignId, { campaign: state }, 201);
    return { ...answer, headers: { ...answer.headers, location: `${origin}/v1/campaigns/${campaignId}` } };
  },
});
