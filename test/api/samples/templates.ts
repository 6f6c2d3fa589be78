import { changeTemplate } from '#app/change-template.ts';
import type { Samples } from './sample.ts';

export const templateSamples: Samples = async ({ companyId, house }) => {
  const made = async (templateId: string): Promise<string> => {
    const data = { templateId, companyId, by: 'usr_test', name: templateId, channel: 'sms' as const, template: 'Hi {{ firstName }}' };
    await changeTemplate(house, { type: 'DraftTemplate', data }, { id: `req_${templateId}`, now: house.clock.now() });
    return templateId;
  };
  const path = { id: await made('tpl_sample') };
  return {
    createTemplate: { body: { name: 'Sample', channel: 'sms', template: 'Hi {{ firstName }}' } },
    listTemplates: {},
    getTemplate: { path, query: { version: '1' } },
    editTemplate: { path: { id: await made('tpl_edited') }, body: { template: 'Hello {{ firstName }}' } },
    renderTemplate: { path, body: { fields: { firstName: 'Ana' } } },
    retireTemplate: { path: { id: await made('tpl_retired') } },
  };
};
