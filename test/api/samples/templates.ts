import { changeTemplate } from '#app/change-template.ts';
import type { Samples } from './sample.ts';

export const templateSamples: Samples = async ({ companyId, house }) => {
  // ids are told apart by company, as the ones that are drawn are
  const made = async (name: string): Promise<string> => {
    const templateId = `tpl_${name}${companyId.replaceAll(/\W|_/g, '')}`;
    const data = { templateId, companyId, by: 'usr_test', name, channel: 'sms' as const, template: 'Hi {{ firstName }}' };
    await changeTemplate(house, { type: 'DraftTemplate', data }, { id: `req_${templateId}`, now: house.clock.now() });
    return templateId;
  };
  const path = { id: await made('sample') };
  return {
    createTemplate: { body: { name: 'Sample', channel: 'sms', template: 'Hi {{ firstName }}' } },
    listTemplates: {},
    listTemplateVersions: { path },
    listTemplateCampaigns: { path, query: { behind: 'false' } },
    getTemplate: { path, query: { version: '1' } },
    editTemplate: { path: { id: await made('edited') }, body: { template: 'Hello {{ firstName }}' } },
    renderTemplate: { path, body: { fields: { firstName: 'Ana' } } },
    retireTemplate: { path: { id: await made('retired') } },
  };
};
