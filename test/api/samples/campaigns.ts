import { campaignIdOf } from '#app/campaign-document.ts';
import { changeCampaign } from '#app/change-campaign.ts';
import { changeTemplate } from '#app/change-template.ts';
import type { CampaignCommand } from '#domain/campaign/campaign.ts';
import { sendNow } from '../../support/house-steps.ts';
import type { Samples } from './sample.ts';

const rows = [{ phone: '+12085550123', name: 'Ana', id: 'P1' }];

export const campaignSamples: Samples = async ({ companyId, campaignId, house }) => {
  const path = { id: campaignId };
  let causes = 0;
  const change = (command: CampaignCommand) =>
    changeCampaign(house, companyId, command, { id: `req_campaigns${(causes += 1)}`, now: house.clock.now() });
  const another = async (
    name: string,
    ...moves: readonly ('ApproveCampaign' | 'ActivateCampaign' | 'PauseCampaign')[]
  ): Promise<string> => {
    const id = campaignIdOf(companyId, name);
    await change({ type: 'PutCampaign', data: { campaignId: id, definition: { ...sendNow, name } } });
    for (const type of moves) await change({ type, data: { campaignId: id, approvedBy: 'usr_test' } } as CampaignCommand);
    return id;
  };
  const templateId = `tpl_taken${companyId.replaceAll(/\W|_/g, '')}`;
  const text = { templateId, companyId, by: 'usr_test', template: 'Hi {{ firstName }}' };
  const cause = { id: `req_${templateId}`, now: house.clock.now() };
  await changeTemplate(house, { type: 'DraftTemplate', data: { ...text, name: 'taken', channel: 'sms' } }, cause);
  const taking = campaignIdOf(companyId, 'Takes a template');
  const channels = [{ channel: 'sms' as const, template: text.template, takenFrom: { templateId, version: 1 } }];
  await change({ type: 'PutCampaign', data: { campaignId: taking, definition: { ...sendNow, name: 'Takes a template', channels } } });
  return {
    inviteRecipients: { path, body: { recipients: [{ to: '+12085550176' }], proof: 'https://www.example.com' } },
    takeTemplate: { path: { id: taking }, body: { template: templateId } },
    createCampaign: { body: { ...sendNow, name: 'Sample' } },
    listCampaigns: {},
    getCampaign: { path },
    editCampaign: { path: { id: await another('To be edited') }, body: { ...sendNow, name: 'To be edited', locale: 'es-US' } },
    copyCampaign: { path, body: { name: 'A copy' } },
    previewDefinition: { body: { definition: sendNow, rows } },
    previewCampaign: { path, body: { rows, row: 2, price_per_segment: 0.0079 } },
    previewSample: { path, query: { row: '2', name: 'sample.csv' }, body: 'id,name,phone\nP1,Ana,+12085550123\n' },
    testCampaign: { path, body: { to: '+12085550123', fields: rows[0] }, alone: 409 },
    approveCampaign: { path: { id: await another('To be approved') }, body: { version: 1 } },
    activateCampaign: { path: { id: await another('To be activated', 'ApproveCampaign') } },
    pauseCampaign: { path: { id: await another('To be paused', 'ApproveCampaign', 'ActivateCampaign') } },
    resumeCampaign: { path: { id: await another('To be resumed', 'ApproveCampaign', 'ActivateCampaign', 'PauseCampaign') } },
    fireCampaign: { path },
    archiveCampaign: { path: { id: await another('To be archived') } },
    getCampaignProgress: { path },
    listCampaignQuestions: { path },
    getCampaignSchedules: { path },
    setCampaignSchedules: { path: { id: await another('To be rescheduled') }, body: { channels: [{ schedule: 'now' }] } },
  };
};
