import { createHash } from 'node:crypto';
import type { KnownCampaign } from '#domain/campaign/campaign.ts';
import { idBody } from '#domain/kernel/ids.ts';
import type { Documents, DocumentWrite } from '#ports/documents.ts';

/** What the doors of a campaign need at every step, kept beside its stream: what the stream came to by the position `at`. */
export type CampaignDocument = Readonly<{ companyId: string; campaign: KnownCampaign; at?: number }>;

export const campaignPath = (campaignId: string): string => `campaigns/${campaignId}`;
export const clockPath = (campaignId: string): string => `campaignClock/${campaignId}`;

/** Always due, so that campaigns can be listed: nothing else looks for due ones. */
const listed = '1970-01-01T00:00:00.000Z';

export const campaignWrite = (campaignId: string, data: CampaignDocument): DocumentWrite => ({
  path: campaignPath(campaignId),
  data,
  dueAt: listed,
});

/** A company's campaign is known by its name: putting a file again makes a version of the same campaign. */
export const campaignIdOf = (companyId: string, name: string): string =>
  `cmp_${idBody(createHash('sha256').update(`${companyId}/${name.trim().toLowerCase()}`).digest(), 10)}`;

export const readCampaign = async (documents: Documents, campaignId: string): Promise<CampaignDocument | undefined> =>
  (await documents.get<CampaignDocument>(campaignPath(campaignId)))?.data;
