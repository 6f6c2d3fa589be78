import { operation } from '../operation.ts';
import { campaign, campaignParams, etagHeader, exampleCampaign, shownCampaign } from './campaign-json.ts';

export const getCampaign = operation({
  id: 'getCampaign',
  method: 'get',
  path: '/v1/campaigns/{id}',
  summary: 'One campaign, with its newest version',
  scope: 'campaigns:read',
  params: campaignParams,
  answers: { 200: { description: 'The campaign', schema: campaign, headers: etagHeader } },
  errors: ['campaign_unknown'],
  example: { path: { id: 'cmp_h7k2m9qxw3' }, answer: exampleCampaign },
  run: ({ house, caller: { companyId }, path: { id } }) => shownCampaign(house, companyId, id),
});
