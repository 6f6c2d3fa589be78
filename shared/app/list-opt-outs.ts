import { families, type Family } from '#domain/kernel/channel-facts.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Row, Value } from '#ports/read-model.ts';
import { reachCells, type BrandReach } from './brand-reach.ts';
import { cellTime, isCellTime, isoOf } from './cell-time.ts';
import type { House } from './house.ts';

export type ListedOptOut = Readonly<{
  /** of the line; the next page begins behind it */ cursor: string;
  family: Family;
  brandId?: string;
  /** left out: the person was forgotten */ contactPoint?: string;
  status: 'out' | 'ended';
  scope: string;
  source: string;
  word?: string;
  isAmbiguous: boolean;
  from?: string;
  campaignId?: string;
  optedOutAt: string;
  until?: string;
  endedAt?: string;
}>;

/** Instants are UTC ISO. */
export type OptOutsWanted = Readonly<{
  companyId: string;
  status?: 'out' | 'ended' | undefined;
  family?: Family | undefined;
  from?: string | undefined;
  to?: string | undefined;
  after?: string | undefined;
  limit: number;
  /** somebody sees those of his brands, and those of all that came to their numbers or campaigns */
  reach?: BrandReach | undefined;
}>;
export type OptOutPage = Readonly<{ items: readonly ListedOptOut[]; hasMore: boolean }>;

const prefix = 'oo_';

const cursorOf = (row: Row): string =>
  prefix + Buffer.from(JSON.stringify([row['opted_out_at'], row['contact'], row['family'], row['brand_id']])).toString('base64url');

const placeIn = (after: string | undefined): Readonly<Record<string, Value>> => {
  if (after === undefined) return { beforeAt: null, beforeContact: null, beforeFamily: null, beforeBrand: null };
  try {
    const parsed: unknown = JSON.parse(Buffer.from(after.slice(prefix.length), 'base64url').toString());
    const [at, contact, family, brand] = parsed as string[];
    const number = families.indexOf(family as Family) + 1;
    const isPlace = [at, contact, brand].every((part) => typeof part === 'string') && number > 0;
    if (isPlace && isCellTime(at)) return { beforeAt: at, beforeContact: contact!, beforeFamily: number, beforeBrand: brand! };
  } catch {
    // no cursor of ours: told below
  }
  throw new Refusal('cursor_unknown', 'starting_after is none of the ids of this list');
};

type Maybe<Name extends string> = Readonly<Partial<Record<Name, string>>>;

const optional = <Name extends string>(name: Name, cell: Value | undefined): Maybe<Name> =>
  (cell === null || cell === undefined || cell === '' ? {} : { [name]: String(cell) }) as Maybe<Name>;
const optionalTime = <Name extends string>(name: Name, cell: Value | undefined): Maybe<Name> =>
  (cell === null || cell === undefined ? {} : { [name]: isoOf(cell) }) as Maybe<Name>;

const listed = (row: Row): ListedOptOut => ({
  cursor: cursorOf(row),
  family: row['family'] as Family,
  ...optional('brandId', row['brand_id']),
  ...optional('contactPoint', row['contact_point']),
  status: row['status'] as ListedOptOut['status'],
  scope: String(row['scope']),
  source: String(row['opt_out_method']),
  ...optional('word', row['word']),
  isAmbiguous: row['is_ambiguous'] === 1,
  ...optional('from', row['from_number']),
  ...optional('campaignId', row['campaign_id']),
  optedOutAt: isoOf(row['opted_out_at']),
  ...optionalTime('until', row['expires_at']),
  ...optionalTime('endedAt', row['ended_at']),
});

const cellsOf = (reach: BrandReach | undefined) => (reach ? { ...reachCells(reach), brands: reach.brands.join(',') } : {});

/** Of an opt-out from his brand, a number or a campaign that is not his is not told. */
const within = (reach: BrandReach | undefined, { from, campaignId, ...one }: ListedOptOut): ListedOptOut => ({
  ...one,
  ...(from === undefined || (reach && !reach.senders.has(from)) ? {} : { from }),
  ...(campaignId === undefined || (reach && !reach.campaigns.has(campaignId)) ? {} : { campaignId }),
});

/** Who wants no messages of a company, newest first. Throws ReadModelAway, and a Refusal `cursor_unknown`. */
export const listOptOuts = async (house: Pick<House, 'readModel'>, wanted: OptOutsWanted): Promise<OptOutPage> => {
  const { companyId, status = null, family = null, from, to, after, limit, reach } = wanted;
  const asked = {
    companyId,
    status,
    family,
    from: cellTime(from),
    to: cellTime(to),
    ...placeIn(after),
    limit: limit + 1,
    ...cellsOf(reach),
  };
  const { rows } = await house.readModel.report('opt-out-page', asked);
  const items = rows.slice(0, limit).map((row) => within(reach, listed(row)));
  return { items, hasMore: rows.length > limit };
};
