import { fireNow } from '#app/fire-now.ts';
import { accepted, acceptedAnswer } from '../conventions/long-work.ts';
import { operation } from '../operation.ts';
import { campaignParams } from './campaign-json.ts';

export const fireCampaign = operation({
  id: 'fireCampaign',
  method: 'post',
  path: '/v1/campaigns/{id}/fire',
  summary: 'Run an active campaign now',
  description:
    'Everything that is due is queued now and not at the next tick. What is not due yet stays where it is. Its progress shows how far it is.',
  scope: 'campaigns:send',
  params: campaignParams,
  needsIdempotencyKey: true,
  answers: { 202: acceptedAnswer },
  errors: ['campaign_unknown', 'campaign_not_active'],
  example: {
    path: { id: 'cmp_h7k2m9qxw3' },
    answer: {
      object: 'work',
      id: 'cmp_h7k2m9qxw3',
      status: 'accepted',
      status_url: 'https://api.example.com/v1/campaigns/cmp_h7k2m9qxw3/progress',
    },
  },
  run: async ({ house, caller: { companyId }, path: { id }, origin }) => {
    await fireNow(house, companyId, id);
    return accepted(origin, { id, path: `/v1/campaigns/${id}/progress` });
  },
});
