import { channelFacts } from '#domain/kernel/channel-facts.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { RequestRow } from '#domain/message/request-table.ts';
import { templateOf } from './change-template.ts';
import type { House } from './house.ts';
import { previewCampaign, type PreviewOfCampaign } from './preview-campaign.ts';
import { templateCampaign } from './template-campaign.ts';

/** Whom a sample goes to, where nobody says. */
const samplePoints = {
  phone: '+12085550123',
  email: 'ana@example.com',
  messengerId: '1029384756',
  instagramId: '1029384756',
} as const;

export type PreviewTemplateRequest = Readonly<{
  companyId: string;
  templateId: string;
  /** left out: the newest */ version?: number | undefined;
  /** of one person */ fields: RequestRow;
  /** in which appointments are told */ timezone: string;
}>;

/** What a version of a template says to one person, in `shown`; nothing is stored or sent. Throws Refusals, and CampaignInvalid for an unknown zone. */
export const previewTemplate = async (house: House, request: PreviewTemplateRequest): Promise<PreviewOfCampaign> => {
  const { companyId, templateId, version, fields, timezone } = request;
  const { name, channel, locale, versions } = await templateOf(house, companyId, templateId);
  const template = versions[(version ?? versions.length) - 1];
  if (template === undefined)
    throw new Refusal('template_unknown', `${templateId} has ${versions.length} versions, and no version ${version}`);
  const { field } = channelFacts[channel];
  const row = { [field]: samplePoints[field], ...fields };
  const names = Object.keys(row).filter((one) => /^[A-Za-z_]\w*$/.test(one));
  const definition = templateCampaign({ name, channel, locale, template }, names, timezone);
  return previewCampaign(house, { companyId, definition, source: 'requests', rows: [row], row: 2, price: 0 });
};
