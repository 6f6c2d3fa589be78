import { readDefinition } from '#domain/campaign/read-definition.ts';
import type { KnownCampaign } from '#domain/campaign/campaign.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import type { TakenFrom } from '#domain/campaign/taken-templates.ts';
import type { TemplateSource } from '#domain/campaign/template-variants.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { campaignOf, changeCampaign } from './change-campaign.ts';
import { templateOf } from './change-template.ts';
import type { House } from './house.ts';

export type TakeRequest = Readonly<{
  companyId: string;
  campaignId: string;
  templateId: string;
  /** left out: the newest */ version?: number | undefined;
  /** the campaign's version that was looked at; left out: whichever there is */ seen?: number | undefined;
  by?: string | undefined;
}>;

type Taken = Readonly<{ text: TemplateSource; from: TakenFrom }>;
type Entry = Readonly<{ takenFrom?: TakenFrom | undefined }>;

const textFor = async (house: House, { companyId, templateId, version }: TakeRequest): Promise<Taken> => {
  const { status, versions } = await templateOf(house, companyId, templateId);
  if (status === 'retired') throw new Refusal('template_retired', `${templateId} is retired: campaigns keep what they have of it`);
  const wanted = version ?? versions.length;
  const text = versions[wanted - 1];
  if (text === undefined) throw new Refusal('template_unknown', `${templateId} has ${versions.length} versions, and no version ${wanted}`);
  return { text, from: { templateId, version: wanted } };
};

const takes = (entry: Entry, { from }: Taken): boolean => entry.takenFrom?.templateId === from.templateId;

const renewed = <E extends Entry>(entry: E, taken: Taken): E =>
  takes(entry, taken) ? { ...entry, template: taken.text, takenFrom: taken.from } : entry;

const withTaken = (definition: Definition, taken: Taken): unknown => ({
  ...definition,
  channels: definition.channels.map((entry) => {
    const own = renewed(entry, taken);
    return own.fallbacks ? { ...own, fallbacks: own.fallbacks.map((one) => renewed(one, taken)) } : own;
  }),
});

/**
 * Another version of a template's words for a campaign that has some of it already, in every channel and fallback that does: a new version of the
 * campaign, which somebody has to approve. The same words again make none. Throws Refusals, and CampaignInvalid where the words do not fit the campaign.
 */
export const takeTemplate = async (house: House, request: TakeRequest, cause: Cause): Promise<KnownCampaign> => {
  const { companyId, campaignId, templateId, by } = request;
  const { campaign } = await campaignOf(house, companyId, campaignId);
  const taken = await textFor(house, request);
  const entries = campaign.definition.channels.flatMap((entry) => [entry, ...(entry.fallbacks ?? [])]);
  if (!entries.some((entry) => takes(entry, taken)))
    throw new Refusal(
      'template_not_taken',
      `no text of ${campaignId} comes from ${templateId}: edit the campaign, and name the template in a channel`,
    );
  const definition = readDefinition(withTaken(campaign.definition, taken));
  const data = { campaignId, definition, by, seen: request.seen ?? campaign.version };
  return changeCampaign(house, companyId, { type: 'PutCampaign', data }, cause);
};
