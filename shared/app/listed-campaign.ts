import type { KnownCampaign } from '#domain/campaign/campaign.ts';
import { takenTemplates, type TakenFrom } from '#domain/campaign/taken-templates.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import type { House } from './house.ts';

/** What a company's list of campaigns shows of each, so that nobody reads all definitions for it. Times are business time, UTC ISO. */
export type ListedCampaign = Readonly<{
  campaignId: string;
  name: string;
  status: KnownCampaign['status'];
  version: number;
  approvedVersion?: number;
  /** templates that the newest version takes its texts from, and those of the version that sends; left out: none */
  takes?: readonly TakenFrom[];
  sends?: readonly TakenFrom[];
  createdAt: string;
  changedAt: string;
}>;

export const listedPath = (companyId: string, campaignId: string): string => `companies/${companyId}/campaignList/${campaignId}`;

export const readListed = async ({ documents }: House, companyId: string, campaignId: string): Promise<ListedCampaign | undefined> =>
  (await documents.get<ListedCampaign>(listedPath(companyId, campaignId)))?.data;

const takenIn = ({ definition, approved }: KnownCampaign): Pick<ListedCampaign, 'takes' | 'sends'> => {
  const takes = takenTemplates(definition);
  const sends = approved ? takenTemplates(approved.definition) : [];
  return { ...(takes.length > 0 ? { takes } : {}), ...(sends.length > 0 ? { sends } : {}) };
};

/** Goes with each change of a campaign; `before`: what was listed. In the order in which they were made, by their due times. */
export const listedWrite = (
  { companyId, campaignId, now }: Readonly<{ companyId: string; campaignId: string; now: string }>,
  campaign: KnownCampaign,
  before: Pick<ListedCampaign, 'createdAt'> | undefined,
): DocumentWrite => {
  const { definition, status, version, approved } = campaign;
  const createdAt = before?.createdAt ?? now;
  const data: ListedCampaign = {
    campaignId,
    name: definition.name,
    status,
    version,
    ...(approved ? { approvedVersion: approved.version } : {}),
    ...takenIn(campaign),
    createdAt,
    changedAt: now,
  };
  return { path: listedPath(companyId, campaignId), data, dueAt: createdAt };
};
