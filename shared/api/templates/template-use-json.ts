import { z } from '@hono/zod-openapi';
import { isBehind, type TemplateUse } from '#app/template-uses.ts';
import { campaignStatus } from '../campaigns/campaign-json.ts';
import { campaignIdText } from '../conventions/ids.ts';

export const templateUse = z
  .object({
    object: z.literal('template_use'),
    id: campaignIdText.meta({ description: "the campaign's id" }),
    name: z.string(),
    status: campaignStatus,
    takes: z.array(z.int()).meta({ description: "versions of the template in the campaign's newest version" }),
    sends: z.array(z.int()).meta({ description: "versions of the template in the campaign's version that sends" }),
    behind: z.boolean().meta({ description: 'the template has newer words than its newest version' }),
  })
  .openapi('TemplateUse', { description: 'A campaign that says what the template says' });

export const useJson = (use: TemplateUse, newest: number) => {
  const { campaignId: id, name, status, takes, sends } = use;
  return { object: 'template_use' as const, id, name, status, takes, sends, behind: isBehind(use, newest) };
};

export const exampleUse = {
  object: 'template_use' as const,
  id: 'cmp_h7k2m9qxw3',
  name: 'Appointment reminder',
  status: 'active' as const,
  takes: [1],
  sends: [1],
  behind: true,
};
