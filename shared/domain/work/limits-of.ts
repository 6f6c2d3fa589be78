import type { Definition } from '../campaign/definition.ts';
import { brandZone, tiers, type TierName } from './carrier-tiers.ts';
import type { Limit } from './limit.ts';

/** A sender of the company's, as far as pace goes. */
export type SenderNumber = Readonly<{
  companyId: string;
  /** the registration's brand, whose tier says what carriers let through */
  brandId?: string;
  /** segments a second; less than one: 0.25 is one in four seconds. Left out: as its registration has it, else its brand's tier */
  perSecond?: number;
  /** what it is registered for */
  registrationId?: string;
  /** what its registration lets it send, whatever its brand's tier is */
  rated?: RegisteredPace;
}>;

/** Of a registration: what the provider says that carriers let through, or what the purpose decides. */
export type RegisteredPace = Readonly<{ perSecond?: number; tier?: TierName }>;

export type Brand = Readonly<{ companyId: string; tier?: TierName; /** segments; left out: the tier's */ perDay?: number }>;

/** What a company may send in all, in messages, in a day of its zone. */
export type CompanyPace = Readonly<{ perDay?: number; timezone: string }>;

const minuteMs = 60_000;

/** So many in a second as whole tokens of a window: 0.25 is one in four seconds, 3.75 fifteen in four. */
const paceOf = (perSecond: number): Readonly<{ segments: number; everyMs: number }> => {
  if (perSecond >= 1 && Number.isInteger(perSecond)) return { segments: perSecond, everyMs: 1_000 };
  if (perSecond < 1) return { segments: 1, everyMs: Math.ceil(1_000 / perSecond) };
  return { segments: Math.floor(perSecond * 4), everyMs: 4_000 };
};

/** A number with what its registration says, whose brand's day it uses whatever people have said; their pace of it stands. */
export const ratedNumber = (
  known: SenderNumber,
  registration: (RegisteredPace & Readonly<{ companyId: string; brandId: string }>) | undefined,
): SenderNumber => (registration?.companyId === known.companyId ? { ...known, brandId: registration.brandId, rated: registration } : known);

const dayOf = (key: string, most: number): Limit => ({
  kind: 'brand_day',
  key: `brand.${key}`,
  most,
  counts: 'segments',
  every: { calendar: 'day', zone: brandZone },
});

/** Of the brand, and of a registration that has less of a day than its brand's score would give (LOW_VOLUME): all its numbers together. */
const dayLimits = ({ brandId, registrationId, rated }: SenderNumber, perDay: number | undefined): readonly Limit[] => {
  const own = rated?.tier === undefined ? undefined : tiers[rated.tier].segmentsPerDay;
  return [
    ...(brandId !== undefined && perDay !== undefined ? [dayOf(brandId, perDay)] : []),
    ...(registrationId !== undefined && own !== undefined && own < (perDay ?? Infinity) ? [dayOf(registrationId, own)] : []),
  ];
};

/** Of a number and its brand; none where nobody said anything about it. */
export const numberLimits = (number: string, known: SenderNumber | undefined, brand: Brand | undefined): readonly Limit[] => {
  const tier = brand?.tier === undefined ? undefined : tiers[brand.tier];
  const { perSecond = known?.rated?.perSecond } = known ?? {};
  const rated = known?.rated?.tier === undefined ? tier : tiers[known.rated.tier];
  const pace = perSecond === undefined ? rated?.pace : paceOf(perSecond);
  const about = { kind: 'number_second', key: `number.${number}`, counts: 'segments' } as const;
  return [
    ...(pace ? [{ ...about, most: pace.segments, every: { ms: pace.everyMs } }] : []),
    ...(known ? dayLimits(known, brand?.perDay ?? tier?.segmentsPerDay) : []),
  ];
};

export const campaignLimits = (
  campaignId: string,
  { limits = {}, timezone: zone }: Pick<Definition, 'limits' | 'timezone'>,
): readonly Limit[] => {
  const { perMinute, perDay, perMonth } = limits;
  const about = { counts: 'messages' } as const;
  return [
    ...(perMinute === undefined
      ? []
      : [{ ...about, kind: 'campaign_minute', key: `${campaignId}.minute`, most: perMinute, every: { ms: minuteMs } } as const]),
    ...(perDay === undefined
      ? []
      : [{ ...about, kind: 'campaign_day', key: `${campaignId}.day`, most: perDay, every: { calendar: 'day', zone } } as const]),
    ...(perMonth === undefined
      ? []
      : [{ ...about, kind: 'campaign_month', key: `${campaignId}.month`, most: perMonth, every: { calendar: 'month', zone } } as const]),
  ];
};

export const companyLimits = (companyId: string, pace: CompanyPace | undefined): readonly Limit[] =>
  pace?.perDay === undefined
    ? []
    : [
        {
          kind: 'company_day',
          key: `${companyId}.day`,
          most: pace.perDay,
          counts: 'messages',
          every: { calendar: 'day', zone: pace.timezone },
        },
      ];
