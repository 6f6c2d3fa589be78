import { createHash } from 'node:crypto';
import type { KnownCampaign } from '#domain/campaign/campaign.ts';
import { idBody } from '#domain/kernel/ids.ts';
import type { Documents } from '#ports/documents.ts';

/** What the doors of a campaign need at every step, kept beside its stream. */
export type CampaignDocument = Readonly<{ companyId: string; campaign: KnownCampaign }>;

export const campaignPath = (campaignId: string): string => `campaigns/${campaignId}`;
export const clockPath = (campaignId: string): string => `campaignClock/${campaignId}`;

/** A company's campaign is known by its name: putting a file again makes a version of the same campaign. */
export const campaignIdOf = (companyId: string, name: string): string =>
  `cmp_${idBody(createHash('sha256').update(`${companyId}/${name.trim().toLowerCase()}`).digest(), 10)}`;

export const readCampaign = async (documents: Documents, campaignId: string): Promise<CampaignDocument | undefined> =>
  (await documents.get<CampaignDocument>(campaignPath(campaignId)))?.data;
