import type { KnownCampaign } from '#domain/campaign/campaign.ts';
import type { Documents, DocumentWrite } from '#ports/documents.ts';
import { duePages } from './due-pages.ts';
import type { House } from './house.ts';

/** What a company's list of campaigns shows of each, so that nobody reads all definitions for it. Times are business time, UTC ISO. */
export type ListedCampaign = Readonly<{
  campaignId: string;
  name: string;
  status: KnownCampaign['status'];
  version: number;
  approvedVersion?: number;
  createdAt: string;
  changedAt: string;
}>;

const listOf = (companyId: string): string => `companies/${companyId}/campaignList`;
const listedPath = (companyId: string, campaignId: string): string => `companies/${companyId}/campaignList/${campaignId}`;

/** Nobody looks through more; a company that has more names what it looks for. */
const most = 10_000;

export const readListed = async ({ documents }: House, companyId: string, campaignId: string): Promise<ListedCampaign | undefined> =>
  (await documents.get<ListedCampaign>(listedPath(companyId, campaignId)))?.data;

/** Goes with each change of a campaign; `before`: what was listed. In the order in which they were made, by their due times. */
export const listedWrite = (
  { companyId, campaignId, now }: Readonly<{ companyId: string; campaignId: string; now: string }>,
  { definition, status, version, approved }: KnownCampaign,
  before: ListedCampaign | undefined,
): DocumentWrite => {
  const createdAt = before?.createdAt ?? now;
  const data: ListedCampaign = {
    campaignId,
    name: definition.name,
    status,
    version,
    ...(approved ? { approvedVersion: approved.version } : {}),
    createdAt,
    changedAt: now,
  };
  return { path: listedPath(companyId, campaignId), data, dueAt: createdAt };
};

/** A company's campaigns, the newest first. */
export const listedCampaigns = async (
  { documents }: Readonly<{ documents: Documents }>,
  companyId: string,
): Promise<readonly ListedCampaign[]> => {
  const found: ListedCampaign[] = [];
  for await (const page of duePages<ListedCampaign>(documents, listOf(companyId), '9999')) {
    found.push(...page.map(({ data }) => data));
    if (found.length >= most) break;
  }
  return found.reverse();
};
