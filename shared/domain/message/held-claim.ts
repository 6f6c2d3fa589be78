/** The message that has a claim, as another one finds it that wants the same. What a claim of before this was noted leaves out is unknown. */
export type HeldClaim = Readonly<{
  owner: string;
  campaignId?: string;
  /** how new the owner's packet is */
  order?: number;
  /** fingerprint of what its row says, by `factsText` */
  facts?: string;
  /** the same of rows of its packet that wanted the claim as well */
  others?: readonly string[];
  /** fingerprint of the appointment that it is about, where the campaign knows appointments by an id */
  appointment?: string;
  /** the owner can still be held back */
  waits: boolean;
  /** and will be: newer packets say something else of its appointment, or have it no more */
  overtaken?: boolean;
  /** its intent is stored, and whoever calls the provider for it has not come back yet */
  inFlight?: boolean;
  /** the message that was sent before, where the owner is a correction */
  corrects?: string;
}>;

/** Who wants it. */
export type Claimant = Readonly<{
  campaignId: string;
  order: number;
  facts: string;
  appointment?: string | undefined;
  /** the campaign wants corrections */ corrections: boolean;
}>;

export type Verdict = 'duplicate' | 'replaces' | 'corrects';

/** Facts are `{names}.{values}`: they can be compared where the same names were looked at. */
const namesIn = (facts: string): string => facts.slice(0, facts.indexOf('.'));

/**
 * What a message is to the one that came first: the same again; what takes its place, as a newer packet says otherwise and nothing was sent;
 * or what corrects it.
 */
export const verdictOn = (held: HeldClaim, { campaignId, order, facts, appointment, corrections }: Claimant): Verdict => {
  // whoever counts as its duplicate would be told by nobody
  if (held.waits && held.overtaken === true) return 'replaces';
  const isNewer = held.campaignId === campaignId && order > (held.order ?? order);
  // a second appointment of the day is no news of the first
  if (held.appointment !== undefined && appointment !== undefined && held.appointment !== appointment) return 'duplicate';
  if (!isNewer || held.facts === undefined || held.facts === facts || held.others?.includes(facts)) return 'duplicate';
  if (held.waits) return 'replaces';
  return corrections && namesIn(held.facts) === namesIn(facts) ? 'corrects' : 'duplicate';
};

/**
 * Whether it depends on the provider's answer what becomes of the message: a provider that turns the owner away for now leaves it waiting, with
 * what its row said then, and it is replaced; else it was sent.
 */
export const mustWait = (held: HeldClaim, claimant: Claimant): boolean =>
  held.inFlight === true && verdictOn({ ...held, waits: true }, claimant) === 'replaces';
