import { borrowedErrors } from '../conventions/borrowed-errors.ts';
import type { Resource } from '../resource.ts';
import { templateErrors } from '../templates/template-errors.ts';
import { approveCampaign } from './approve-campaign.ts';
import { campaignErrors } from './campaign-errors.ts';
import { copyCampaign } from './copy-campaign.ts';
import { createCampaign } from './create-campaign.ts';
import { editCampaign } from './edit-campaign.ts';
import { fireCampaign } from './fire-campaign.ts';
import { inviteRecipients } from './invite-recipients.ts';
import { getCampaign } from './get-campaign.ts';
import { getCampaignProgress } from './get-progress.ts';
import { listCampaigns } from './list-campaigns.ts';
import { listCampaignQuestions } from './list-questions.ts';
import { activateCampaign, archiveCampaign, pauseCampaign, resumeCampaign } from './move-campaign.ts';
import { previewDefinition, previewRows } from './preview-rows.ts';
import { previewSample } from './preview-sample.ts';
import { getCampaignSchedules, setCampaignSchedules } from './schedules.ts';
import { takeTemplate } from './take-template.ts';
import { testCampaign } from './test-campaign.ts';

export const campaigns: Resource = {
  name: 'Campaigns',
  description:
    'What is sent, to whom, when, and what answers mean. A draft becomes ready when a person approves a version, and active when somebody lets it send.',
  operations: [
    createCampaign,
    listCampaigns,
    getCampaign,
    editCampaign,
    copyCampaign,
    takeTemplate,
    previewDefinition,
    previewRows,
    previewSample,
    testCampaign,
    approveCampaign,
    activateCampaign,
    pauseCampaign,
    resumeCampaign,
    fireCampaign,
    archiveCampaign,
    inviteRecipients,
    getCampaignProgress,
    listCampaignQuestions,
    getCampaignSchedules,
    setCampaignSchedules,
  ],
  errors: { ...campaignErrors, ...borrowedErrors(templateErrors, 'template_unknown', 'template_retired', 'template_not_taken') },
};
