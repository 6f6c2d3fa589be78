import { purposesOf, type Purpose } from './use-cases.ts';
import type { NumberKind } from './number-events.ts';

/** What stands in the way of a number that would send to the United States, and what to do about it. */
export const hindrances = {
  undeclared: 'nobody has said what it is registered for: "carillon numbers buy" or "numbers add", then "numbers assign"',
  not_assigned: 'it is under no registration: "carillon numbers assign" puts it under one that is approved',
  assigning: 'carriers have not taken it under its registration yet: they need up to some days ("carillon numbers look")',
  suspended: 'somebody has suspended it: "carillon numbers resume" lets it send again',
  given_back: 'it is being given back, or was',
  registration_not_approved: 'its registration is not approved: "carillon registrations list" says how it stands',
  brand_stopped: 'its brand is refused or suspended: "carillon brands list" says why',
  not_verified: 'a toll-free number sends nothing there before it is verified: "carillon numbers look" asks how far that is',
  foreign: 'carriers there take no texts from numbers of other countries: send by a number of +1',
  other_registration: 'it is under another registration than the campaign names',
  other_purpose: 'its registration is not for what the campaign is for',
} as const satisfies Readonly<Record<string, string>>;
export type Hindrance = keyof typeof hindrances;

/** `registration`: of ours, or the registry's id of one that was made elsewhere. */
export type SendingRights =
  Readonly<{ may: false; why: Hindrance }> | Readonly<{ may: true; registration?: string; purposes?: readonly Purpose[] }>;

/** What is known of a number, its registration and its brand; only what is the company's. */
export type KnownSender = Readonly<{
  number?:
    | Readonly<{
        kind: NumberKind;
        status: string;
        suspended?: unknown;
        registeredAs?: string;
        verification?: string;
        registrationId?: string | undefined;
      }>
    | undefined;
  registration?: Readonly<{ status: string; useCase?: string | undefined; subUseCases?: readonly string[] | undefined }> | undefined;
  brand?: Readonly<{ status: string }> | undefined;
}>;

const not = (why: Hindrance): SendingRights => ({ may: false, why });

const stopped: ReadonlySet<string> = new Set(['rejected', 'suspended']);

const underRegistration = ({ number, registration, brand }: KnownSender): SendingRights => {
  if (number?.status === 'assigning') return not('assigning');
  if (number?.status !== 'assigned' || number.registrationId === undefined) return not('not_assigned');
  if (registration?.status !== 'approved') return not('registration_not_approved');
  // carriers take nothing of a brand that they have stopped, whatever they have said of its registrations
  if (!brand || stopped.has(brand.status)) return not('brand_stopped');
  const { useCase, subUseCases } = registration;
  return { may: true, registration: number.registrationId, purposes: purposesOf(useCase, subUseCases) };
};

/** Whether a number may text to the United States, and for what. `mustBeRegistered`: also one that nobody has said anything about. */
export const sendingRights = (known: KnownSender, mustBeRegistered: boolean): SendingRights => {
  const { number } = known;
  if (!number) return mustBeRegistered ? not('undeclared') : { may: true };
  if (number.suspended !== undefined) return not('suspended');
  if (number.status === 'releasing' || number.status === 'released') return not('given_back');
  if (number.status === 'buying') return not('not_assigned');
  if (number.registeredAs !== undefined) return { may: true, registration: number.registeredAs };
  if (number.kind === 'toll_free') return number.verification === 'verified' ? { may: true } : not('not_verified');
  return number.kind === 'abroad' ? not('foreign') : underRegistration(known);
};

/** What a campaign says of its texts. */
export type SaidOfCampaign = Readonly<{ registration?: string | undefined; purpose?: Purpose | undefined }>;

/** Why this campaign may not send by a number; undefined: it may. */
export const hindranceOf = (rights: SendingRights, { registration, purpose = 'transactional' }: SaidOfCampaign): Hindrance | undefined => {
  if (!rights.may) return rights.why;
  const { registration: own, purposes } = rights;
  if (registration !== undefined && own !== undefined && own !== registration) return 'other_registration';
  return purposes !== undefined && !purposes.includes(purpose) ? 'other_purpose' : undefined;
};
