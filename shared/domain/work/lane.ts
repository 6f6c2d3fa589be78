/**
 * A campaign's queue is worked off in lanes: each item belongs to one of them by its name, and a lane has one handler at a time. So no campaign
 * keeps more handlers busy than it has lanes, however much it has queued.
 */
export const lanesPerCampaign = 8;

/** Companies share handlers by what they have to send, not by how many campaigns they cut it into: a campaign has one lane at least. */
const lanesPerCompany = 8;

/** FNV-1a; two items rarely have one name but for their chunk, so every letter counts. */
export const laneOf = (path: string): number => {
  let hash = 0x811c9dc5;
  for (let n = 0; n < path.length; n++) hash = Math.imul(hash ^ path.charCodeAt(n), 0x01000193);
  return (hash >>> 0) % lanesPerCampaign;
};

export const allLanes: readonly number[] = Array.from({ length: lanesPerCampaign }, (_, n) => n);

/** Where a listing by due time stands. */
export type Place = Readonly<{ dueAt: string; path: string }>;

export const isBefore = (one: Place, other: Place): boolean =>
  one.dueAt === other.dueAt ? one.path < other.path : one.dueAt < other.dueAt;

/** What is known of a campaign's queue. */
export type Queue = {
  readonly companyId: string;
  readonly campaignId: string;
  readonly first: Map<number, Place>;
  readonly busy: Set<number>;
};

/** One handler's share of a campaign's queue: lanes, and where their first item stands. */
export type Share = Readonly<{ companyId: string; campaignId: string; lanes: readonly number[]; first: Place }>;

const sharesOf = ({ companyId, campaignId, first, busy }: Queue, most: number): readonly Share[] => {
  const idle = [...first.keys()].filter((lane) => !busy.has(lane)).sort((one, other) => one - other);
  return Array.from({ length: Math.min(most, idle.length) }, (_, n) => {
    const lanes = idle.filter((__, at) => at % most === n);
    const places = lanes.flatMap((lane) => first.get(lane) ?? []);
    return { companyId, campaignId, lanes, first: places.reduce((one, other) => (isBefore(other, one) ? other : one)) };
  });
};

/** The shares of all campaigns, one of each company and campaign after the other, before any has its second one. */
export const fairShares = (queues: readonly Queue[]): readonly Share[] => {
  const companies = [...Map.groupBy(queues, ({ companyId }) => companyId).values()].map((campaigns) => {
    const most = Math.max(1, Math.floor(lanesPerCompany / campaigns.length));
    const shares = campaigns.map((queue) => sharesOf(queue, most));
    // first shares of all campaigns, then second ones
    return shares
      .flatMap((own, n) => own.map((share, round) => ({ share, round, n })))
      .sort((one, other) => one.round - other.round || one.n - other.n);
  });
  const longest = Math.max(0, ...companies.map(({ length }) => length));
  return Array.from({ length: longest }, (_, n) => companies.flatMap((own) => own[n]?.share ?? [])).flat();
};
