import { campaignOf, changeCampaign } from '#app/change-campaign.ts';
import { operation, type Operation } from '../operation.ts';
import { campaign, campaignAnswer, campaignParams, etagHeader, exampleCampaign } from './campaign-json.ts';

type Move = Readonly<{
  verb: 'activate' | 'pause' | 'resume' | 'archive';
  type: 'ActivateCampaign' | 'PauseCampaign' | 'ResumeCampaign' | 'ArchiveCampaign';
  status: string;
  scope: string;
  summary: string;
  description: string;
  errors: readonly string[];
}>;

/** A campaign from one status to another: the same again does nothing. */
const moveCampaign = ({ verb, type, status, scope, summary, description, errors }: Move): Operation =>
  operation({
    id: `${verb}Campaign`,
    method: 'post',
    path: `/v1/campaigns/{id}/${verb}`,
    summary,
    description,
    scope,
    params: campaignParams,
    answers: { 200: { description: 'The campaign', schema: campaign, headers: etagHeader } },
    errors: ['campaign_unknown', ...errors],
    example: { path: { id: 'cmp_h7k2m9qxw3' }, answer: { ...exampleCampaign, status, approved_version: 1 } },
    run: async ({ house, caller: { companyId, by }, path: { id }, cause }) => {
      await campaignOf(house, companyId, id);
      return campaignAnswer(id, { campaign: await changeCampaign(house, companyId, { type, data: { campaignId: id, by } }, cause) });
    },
  });

export const activateCampaign = moveCampaign({
  verb: 'activate',
  type: 'ActivateCampaign',
  status: 'active',
  scope: 'campaigns:send',
  summary: 'Let a campaign send',
  description: 'The approved version sends: what is due leaves at once. A paused campaign goes on.',
  errors: ['campaign_not_approved', 'campaign_archived', 'senders_unregistered'],
});

export const pauseCampaign = moveCampaign({
  verb: 'pause',
  type: 'PauseCampaign',
  status: 'paused',
  scope: 'campaigns:write',
  summary: 'Stop a campaign for a while',
  description: 'Nothing of it leaves any more, and all that waits keeps its place.',
  errors: ['campaign_not_active', 'campaign_archived'],
});

export const resumeCampaign = moveCampaign({
  verb: 'resume',
  type: 'ResumeCampaign',
  status: 'active',
  scope: 'campaigns:send',
  summary: 'Let a paused campaign go on',
  description: 'What is due leaves at once; what became too late meanwhile expires.',
  errors: ['campaign_not_paused', 'campaign_archived', 'senders_unregistered'],
});

export const archiveCampaign = moveCampaign({
  verb: 'archive',
  type: 'ArchiveCampaign',
  status: 'archived',
  scope: 'campaigns:write',
  summary: 'End a campaign for good',
  description: 'What waits is canceled. Its messages stay in the reports; its name can not be used again.',
  errors: [],
});
