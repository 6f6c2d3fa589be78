import { z } from '@hono/zod-openapi';
import { campaignOf, changeCampaign } from '#app/change-campaign.ts';
import { operation } from '../operation.ts';
import { campaign, campaignAnswer, campaignParams, etagHeader, exampleCampaign } from './campaign-json.ts';

export const approveCampaign = operation({
  id: 'approveCampaign',
  method: 'post',
  path: '/v1/campaigns/{id}/approve',
  summary: 'Approve the newest version',
  description:
    'Say which version you have looked at: where somebody has made another one since, nothing is approved (412). Who approved is kept. Of an active campaign the new version sends from now on.',
  scope: 'campaigns:approve',
  params: campaignParams,
  body: z.strictObject({ version: z.int().min(1).openapi({ description: 'The version that you have looked at', example: 2 }) }),
  answers: { 200: { description: 'The campaign', schema: campaign, headers: etagHeader } },
  errors: ['campaign_unknown', 'campaign_archived', 'version_moved', 'senders_unregistered'],
  example: { path: { id: 'cmp_h7k2m9qxw3' }, body: { version: 1 }, answer: { ...exampleCampaign, status: 'ready', approved_version: 1 } },
  run: async ({ house, caller: { companyId, by }, path: { id }, body: { version }, cause }) => {
    await campaignOf(house, companyId, id);
    const data = { campaignId: id, approvedBy: by, version };
    return campaignAnswer(id, { campaign: await changeCampaign(house, companyId, { type: 'ApproveCampaign', data }, cause) });
  },
});
