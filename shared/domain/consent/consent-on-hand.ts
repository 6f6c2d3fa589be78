import type { Purpose } from './events.ts';

/** What a contact point has agreed to and not taken back: for what, and of which brand; left out: of all that the company has. */
export type ConsentOnHand = Readonly<{ given: readonly Readonly<{ purpose: Purpose; brandId?: string | undefined }>[] }>;

/**
 * Whether it is enough for a message of that purpose, by whichever of the brands it goes in the end. Who agreed to marketing agreed to be reminded; the
 * other way round it is not so (47 CFR 64.1200(f)(9)).
 */
export const isAgreed = (
  { given }: ConsentOnHand,
  { purpose, brands }: Readonly<{ purpose: Purpose; brands: readonly (string | undefined)[] }>,
): boolean =>
  brands.every((brand) =>
    given.some((one) => (one.purpose === 'marketing' || purpose === 'transactional') && [undefined, brand].includes(one.brandId)),
  );
