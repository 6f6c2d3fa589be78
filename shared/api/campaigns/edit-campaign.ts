import { operation } from '../operation.ts';
import { campaign, campaignAnswer, campaignParams, etagHeader, exampleCampaign } from './campaign-json.ts';
import { definitionBody, definitionFor, exampleDefinition } from './definition-body.ts';
import { putDefinition } from './put-definition.ts';

export const editCampaign = operation({
  id: 'editCampaign',
  method: 'put',
  path: '/v1/campaigns/{id}',
  summary: 'Make a new version of a campaign',
  description:
    'The whole document again, with what is to be different. The version that was approved goes on sending until the new one is approved: then what waits is made anew. The same document makes no version.',
  scope: 'campaigns:write',
  params: campaignParams,
  body: definitionBody,
  needsIfMatch: true,
  answers: { 200: { description: 'The newest version', schema: campaign, headers: etagHeader } },
  errors: ['campaign_unknown', 'campaign_invalid', 'campaign_name_fixed', 'campaign_archived', 'pages_unreachable'],
  example: {
    path: { id: 'cmp_h7k2m9qxw3' },
    body: { ...exampleDefinition, limits: { perMinute: 600 } },
    answer: { ...exampleCampaign, version: 2, definition: { ...exampleDefinition, limits: { perMinute: 600 } } },
  },
  run: async (call) => {
    const { id } = call.path;
    const definition = await definitionFor(call.house, call.caller.companyId, call.body);
    return campaignAnswer(id, await putDefinition(call, id, () => definition));
  },
});
