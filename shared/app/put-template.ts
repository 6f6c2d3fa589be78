import type { KnownTemplate } from '#domain/campaign/stored-template.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { changeTemplate, templateIdOf, templateOf } from './change-template.ts';
import type { House } from './house.ts';
import { readTemplateText, type LooseText } from './template-campaign.ts';

export type PutTemplateRequest = LooseText & Readonly<{ companyId: string; by: string }>;
export type PutTemplate = Readonly<{ templateId: string; known: KnownTemplate }>;

const find = (house: House, companyId: string, templateId: string): Promise<KnownTemplate | undefined> =>
  templateOf(house, companyId, templateId).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });

/** Writes a template down, or makes a new version of the one of that name, channel and language; the same words again make none. Throws Refusals and CampaignInvalid. */
export const putTemplate = async (house: House, request: PutTemplateRequest, cause: Cause): Promise<PutTemplate> => {
  const { companyId, by, name, channel, locale } = request;
  const templateId = templateIdOf(companyId, request);
  const template = readTemplateText(request);
  const before = await find(house, companyId, templateId);
  const about = { templateId, companyId, by, template };
  const known = before
    ? await changeTemplate(house, { type: 'ReviseTemplate', data: { ...about, seen: before.versions.length } }, cause)
    : await changeTemplate(house, { type: 'DraftTemplate', data: { ...about, name, channel, locale } }, cause);
  return { templateId, known };
};
