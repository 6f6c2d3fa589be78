import { z } from '@hono/zod-openapi';
import { campaignOf } from '#app/change-campaign.ts';
import { takeTemplate as take } from '#app/take-template.ts';
import { checkMatch } from '../conventions/etag.ts';
import { operation } from '../operation.ts';
import { campaign, campaignAnswer, campaignEtag, campaignParams, etagHeader, exampleCampaign } from './campaign-json.ts';
import { toldApart } from './definition-body.ts';

const [channel] = exampleCampaign.definition.channels;
const takenFrom = { templateId: 'tpl_h7k2m9qxw3', version: 2 };

export const takeTemplate = operation({
  id: 'takeTemplate',
  method: 'post',
  path: '/v1/campaigns/{id}/take_template',
  summary: "Take a template's newer words over",
  description:
    'A new version of the campaign, in which every channel and fallback whose text came from this template (`takenFrom`) has its newest words, or those of the version that you name. Approve it to let it count. A channel takes a template for the first time by an edit that names it.',
  scope: 'campaigns:write',
  params: campaignParams,
  body: z.strictObject({
    template: z.string().min(1).max(200).openapi({ description: "the template's id", example: 'tpl_h7k2m9qxw3' }),
    version: z.int().min(1).optional().openapi({ description: 'Left out: the newest', example: 2 }),
  }),
  needsIfMatch: true,
  answers: { 200: { description: 'The newest version', schema: campaign, headers: etagHeader } },
  errors: ['campaign_unknown', 'campaign_invalid', 'campaign_archived', 'template_unknown', 'template_retired', 'template_not_taken'],
  example: {
    path: { id: 'cmp_h7k2m9qxw3' },
    body: { template: 'tpl_h7k2m9qxw3', version: 2 },
    answer: {
      ...exampleCampaign,
      version: 2,
      definition: { ...exampleCampaign.definition, channels: [{ ...channel, takenFrom }] },
    },
  },
  run: async ({ house, caller: { companyId, by }, path: { id }, body, headers, cause }) => {
    const found = await campaignOf(house, companyId, id);
    checkMatch(headers, campaignEtag(id, found));
    const asked = { companyId, campaignId: id, templateId: body.template, version: body.version, seen: found.campaign.version, by };
    return campaignAnswer(id, { campaign: await toldApart(() => take(house, asked, cause), '/body') });
  },
});
