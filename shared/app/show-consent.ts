import type { RecordedEvent } from '#domain/catalogue.ts';
import type { ConsentEvent } from '#domain/consent/events.ts';
import type { Suppression } from '#domain/consent/suppression.ts';
import { isSuppressed } from '#domain/consent/suppression.ts';
import { channelOfFamily, familiesBeside, type Family } from '#domain/kernel/channel-facts.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import { contactStream } from '#domain/kernel/streams.ts';
import type { BrandReach } from './brand-reach.ts';
import type { House } from './house.ts';
import { consentPoint } from './record-consent.ts';
import { everywherePath, suppressionPath } from './suppression-path.ts';

/** One line of the ledger. `id` is the event's. */
export type LedgerLine = Readonly<{ id: string; at: string; event: ConsentEvent & RecordedEvent }>;

/** How it stands with one family of channels: `out` for brands that are named in `brands`, or for all. */
export type FamilyStanding = Readonly<{
  family: Family;
  isOut: boolean;
  /** somebody wants no messages of any company */ isOutEverywhere: boolean;
  /** what a mark that stands says of brands */ until?: string;
  brands?: readonly string[];
  besides?: readonly string[];
}>;

export type ShownConsent = Readonly<{ contactPoint: string; standing: readonly FamilyStanding[]; ledger: readonly LedgerLine[] }>;

const isConsent = (event: RecordedEvent): event is ConsentEvent & RecordedEvent =>
  event.type === 'ConsentWithdrawn' || event.type === 'ConsentGiven' || event.type === 'ConsentAsked';

type Marks = Readonly<{ mark: Suppression | undefined; wide: Suppression | undefined; reach: BrandReach | undefined }>;

const standingOf = (family: Family, { mark, wide, reach }: Marks, now: string): FamilyStanding => {
  const own = (brand: string): boolean => !reach || reach.brands.includes(brand);
  const asked = reach?.brands ?? [undefined];
  const isOut = mark !== undefined && asked.some((brand) => isSuppressed(mark, brand, now));
  const { all, brands } = isOut ? mark : {};
  const named = Object.keys(brands ?? {}).filter(own);
  const besides = all?.besides?.filter(own) ?? [];
  return {
    family,
    isOut,
    isOutEverywhere: wide !== undefined,
    ...(all?.until === undefined ? {} : { until: all.until }),
    ...(named.length === 0 ? {} : { brands: named }),
    ...(besides.length > 0 ? { besides } : {}),
  };
};

type Line = Readonly<{ brandId?: string | undefined; from?: string | undefined; campaignId?: string | undefined }>;

/** What was said to his brand; and what was said to all, where it came to a number or a campaign of his. */
const isSeen = ({ brands, senders, campaigns }: BrandReach, { brandId, from, campaignId }: Line): boolean =>
  brandId === undefined
    ? (from !== undefined && senders.has(from)) || (campaignId !== undefined && campaigns.has(campaignId))
    : brands.includes(brandId);

export type ConsentWanted = Readonly<{
  companyId: string;
  channel: Channel;
  to: string;
  /** somebody sees what was said to these alone */
  reach?: BrandReach | undefined;
}>;

/** What a contact point said about the company's messages, newest first, and what stops them now: from the log itself. */
export const showConsent = async (house: House, { companyId, channel, to, reach }: ConsentWanted): Promise<ShownConsent> => {
  const contactPoint = consentPoint(channel, to);
  const families = familiesBeside(channel);
  const reached = families.map((family) => ({ channel: channelOfFamily(family), to: contactPoint }));
  const marks = await house.documents.getMany<Suppression>(reached.map((one) => suppressionPath(house, companyId, one)));
  const wide = await house.documents.getMany<Suppression>(reached.map((one) => everywherePath(house, one)));
  const { events } = await house.store.read(contactStream(companyId, house.vault.fingerprint(companyId, contactPoint)));
  const now = house.clock.now();
  return {
    contactPoint,
    standing: families.map((family, n) => standingOf(family, { mark: marks[n]?.data, wide: wide[n]?.data, reach }, now)),
    ledger: events
      .filter(isConsent)
      .filter(({ data }) => !reach || isSeen(reach, data))
      .toReversed()
      .map((event) => ({ id: event.id, at: event.occurredAt, event })),
  };
};
