import { brandsBehind } from './brands-behind.ts';
import type { House } from './house.ts';
import { listedCampaigns } from './listed-campaigns.ts';
import { listSenders } from './list-senders.ts';

/** What somebody sees who is limited to some brands: their campaigns, and the numbers that they send from. */
export type BrandReach = Readonly<{ brands: readonly string[]; campaigns: ReadonlySet<string>; senders: ReadonlySet<string> }>;

const atOnce = 50;

/** All of it has to be his, and there has to be something. */
export const areAmong = (own: readonly string[], brands: readonly (string | undefined)[]): boolean =>
  brands.length > 0 && brands.every((one) => one !== undefined && own.includes(one));

/** One of it being his is enough. */
export const isAnyAmong = (own: readonly string[], brands: readonly (string | undefined)[]): boolean =>
  brands.some((one) => one !== undefined && own.includes(one));

const ownCampaigns = async (house: House, companyId: string, own: readonly string[]): Promise<ReadonlySet<string>> => {
  const all = (await listedCampaigns(house, companyId)).map(({ campaignId }) => campaignId);
  const seen: string[] = [];
  for (let start = 0; start < all.length; start += atOnce) {
    const some = all.slice(start, start + atOnce);
    const brands = await Promise.all(some.map((id) => brandsBehind(house, companyId, { kind: 'campaign', id })));
    seen.push(...some.filter((_, n) => areAmong(own, brands[n] ?? [])));
  }
  return new Set(seen);
};

export const brandReach = async (house: House, companyId: string, brands: readonly string[]): Promise<BrandReach> => {
  const { numbers } = await listSenders(house, companyId);
  const own = numbers.filter(({ brandId }) => brandId !== undefined && brands.includes(brandId));
  return { brands, campaigns: await ownCampaigns(house, companyId, brands), senders: new Set(own.map(({ number }) => number)) };
};

/** Whether a message or a reply is his: by the number of ours, where it went by one, and by the campaign, where there is one. */
export const reaches = (
  { campaigns, senders }: BrandReach,
  { sender, campaignId }: Readonly<{ sender?: string | undefined; campaignId?: string | undefined }>,
): boolean =>
  (sender !== undefined || campaignId !== undefined) &&
  (campaignId === undefined || campaigns.has(campaignId)) &&
  (sender === undefined || senders.has(sender) || (campaignId !== undefined && !sender.startsWith('+')));

const listed = (values: Iterable<string>): string => [...values].join(',');

/** For reports, whose texts take lists with commas; without a reach nothing is left out. */
type Cells = Readonly<Record<string, string>>;
export const reachCells = (reach: BrandReach | undefined): Cells =>
  reach === undefined ? {} : { campaigns: listed(reach.campaigns), senders: listed(reach.senders) };
/** The same, where the campaign says it all. */
export const campaignCells = (reach: BrandReach | undefined): Cells => (reach === undefined ? {} : { campaigns: listed(reach.campaigns) });
