/**
 * What carriers of the United States let a brand send (10DLC), by the tier that its trust score gave it. Sources differ about boundaries and
 * change: where a provider tells the real values of a registration, these are said for the brand or the number themselves.
 */
export type Tier = Readonly<{
  /** segments, and the milliseconds in which so many may go by one number: all carriers together */
  pace: Readonly<{ segments: number; everyMs: number }>;
  /** segments a day by T-Mobile's count, over all providers, from midnight to midnight in Los Angeles */
  segmentsPerDay: number;
}>;

const perSecond = (segments: number): Tier['pace'] => ({ segments, everyMs: 1_000 });

export const tiers = {
  /** trust score of 75 to 100 */
  high: { pace: perSecond(225), segmentsPerDay: 200_000 },
  /** 50 to 74 */
  medium: { pace: perSecond(120), segmentsPerDay: 40_000 },
  /** 25 to 49, as much as there is without a second vetting */
  low: { pace: perSecond(12), segmentsPerDay: 10_000 },
  /** 1 to 24 */
  lowest: { pace: perSecond(12), segmentsPerDay: 2_000 },
  /** Low Volume, Standard or Mixed: 3.75 a second */
  low_volume: { pace: { segments: 15, everyMs: 4_000 }, segmentsPerDay: 2_000 },
  sole_proprietor: { pace: perSecond(1), segmentsPerDay: 1_000 },
  /** of the Russell 3000 */
  listed: { pace: perSecond(225), segmentsPerDay: 200_000 },
} as const satisfies Readonly<Record<string, Tier>>;

export type TierName = keyof typeof tiers;
export const tierNames = Object.keys(tiers) as readonly TierName[];

/** Where T-Mobile's day begins and ends. */
export const brandZone = 'America/Los_Angeles';
