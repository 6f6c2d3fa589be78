import type { KnownCampaign } from '#domain/campaign/campaign.ts';
import type { TakenFrom } from '#domain/campaign/taken-templates.ts';
import type { House } from './house.ts';
import { listedCampaigns } from './listed-campaigns.ts';

/** A campaign whose texts come from a template: from which versions of it, in the campaign's newest version and in the one that sends. */
export type TemplateUse = Readonly<{
  campaignId: string;
  name: string;
  status: KnownCampaign['status'];
  takes: readonly number[];
  sends: readonly number[];
}>;

const versionsIn = (taken: readonly TakenFrom[] | undefined, templateId: string): readonly number[] =>
  (taken ?? []).filter((one) => one.templateId === templateId).map(({ version }) => version);

/** Whether there are newer words than the campaign's newest version has. */
export const isBehind = ({ takes }: TemplateUse, newest: number): boolean => takes.some((version) => version < newest);

/** The company's campaigns that take their words from the template, the newest first; archived ones send nothing and are left out. */
export const templateUses = async (house: House, companyId: string, templateId: string): Promise<readonly TemplateUse[]> =>
  (await listedCampaigns(house, companyId))
    .filter(({ status }) => status !== 'archived')
    .map(({ campaignId, name, status, takes, sends }) => ({
      campaignId,
      name,
      status,
      takes: versionsIn(takes, templateId),
      sends: versionsIn(sends, templateId),
    }))
    .filter(({ takes, sends }) => takes.length > 0 || sends.length > 0);
