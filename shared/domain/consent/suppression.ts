/**
 * What stands at a contact point of a company about a family of channels: the mark that stops messages, one document for all of the company's brands, so
 * that whoever sends looks at one path however many they are. `all`: no brand may send, but those in `besides`. `brands`: these may not, until then (null:
 * for ever). Neither: no brand may. Instants are UTC ISO.
 */
export type Suppression = Readonly<{
  channel?: string;
  since?: string;
  /** no opt-out, but an address that nobody has */
  gone?: true;
  all?: Readonly<{ until?: string; besides?: readonly string[] }>;
  brands?: Readonly<Record<string, string | null>>;
}>;

type Standing = Readonly<{ all?: NonNullable<Suppression['all']>; brands: Readonly<Record<string, string | null>> }>;

const standing = ({ all, brands }: Suppression, now: string): Standing => {
  const whole = all ?? (brands === undefined ? {} : undefined);
  const stands = whole !== undefined && !(whole.until !== undefined && whole.until <= now);
  const left = Object.fromEntries(Object.entries(brands ?? {}).filter(([, until]) => until === null || until > now));
  return { ...(stands ? { all: whole } : {}), brands: left };
};

/** Whether it stops a message of that brand; of a sender that has none, whatever stands does. */
export const isSuppressed = (suppression: Suppression, brandId: string | undefined, now: string): boolean => {
  const { all, brands } = standing(suppression, now);
  if (brandId === undefined) return all !== undefined || Object.keys(brands).length > 0;
  return Object.hasOwn(brands, brandId) || (all !== undefined && !all.besides?.includes(brandId));
};

/** What is said of a touch that such a mark stops. */
export const skipCodeOf = ({ gone }: Suppression): string => (gone ? 'address_gone' : 'opted_out');

const later = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? null : one > other ? one : other;

const withBrand = (brands: Standing['brands'], brandId: string, until: string | null): Standing['brands'] => ({
  ...brands,
  [brandId]: Object.hasOwn(brands, brandId) ? later(brands[brandId] ?? null, until) : until,
});

const suppressionOf = ({ all, brands }: Standing): Suppression | undefined => {
  const some = Object.keys(brands).length > 0;
  return all || some ? { ...(all ? { all } : {}), ...(some ? { brands } : {}) } : undefined;
};

type OptOut = Readonly<{ brandId?: string | undefined; until?: string | undefined }>;

/** What stands after one more opt-out: of a brand, or of all. */
export const withOptOut = (before: Suppression | undefined, { brandId, until }: OptOut, now: string): Suppression => {
  const { all, brands }: Standing = before ? standing(before, now) : { brands: {} };
  const end = until ?? null;
  const covered = brandId !== undefined && all !== undefined && all.until === undefined && !all.besides?.includes(brandId);
  if (covered) return suppressionOf({ all, brands }) ?? {};
  if (brandId !== undefined) return { ...(all ? { all } : {}), brands: withBrand(brands, brandId, end) };
  const { besides = [] } = all ?? {};
  // for those the opt-out is new, for all others it may stand longer already
  if (all && besides.length > 0) {
    const ends = besides.reduce((left, one) => withBrand(left, one, end), brands);
    return { all: { besides, ...longer(all.until, until) }, brands: ends };
  }
  const whole = all ? longer(all.until, until) : until === undefined ? {} : { until };
  return suppressionOf({ all: whole, brands }) ?? {};
};

const longer = (one: string | undefined, other: string | undefined): Readonly<{ until?: string }> => {
  const until = later(one ?? null, other ?? null);
  return until === null ? {} : { until };
};

/** What stands after an opt-in to a brand, or to all; undefined: nothing. */
export const withoutOptOut = (before: Suppression | undefined, brandId: string | undefined, now: string): Suppression | undefined => {
  if (before === undefined || brandId === undefined) return undefined;
  const { all, brands } = standing(before, now);
  const left = Object.fromEntries(Object.entries(brands).filter(([one]) => one !== brandId));
  return suppressionOf({ ...(all ? { all: { ...all, besides: [...new Set([...(all.besides ?? []), brandId])] } } : {}), brands: left });
};

/** When nothing of it stands any more; undefined: never. */
export const suppressedUntil = ({ all, brands }: Suppression): string | undefined => {
  const ends = [...(all || brands === undefined ? [all?.until ?? null] : []), ...Object.values(brands ?? {})];
  const last = ends.reduce(later, '');
  return last === null || last === '' ? undefined : last;
};

const textOf = ({ all, brands }: Suppression): string =>
  JSON.stringify([
    all === undefined ? null : [all.until, all.besides],
    Object.entries(brands ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);

/** Whether they stop the same; one that says nothing of brands stops as much as one of all brands, and is taken for another one. */
export const isSameMark = (one: Suppression, other: Suppression): boolean => textOf(one) === textOf(other);
