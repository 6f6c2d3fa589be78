/** Why carriers, the registry or a provider said no, in our words. A provider's own codes stop in its adapter. */
export const reasonCodes = {
  identity_unverified: 'the registry could not match name and tax number: write both exactly as the tax office has them',
  company_name: 'the legal name is not the one that the tax office has',
  tax_number: 'the tax number is not valid, or not that of this company',
  address: 'the address could not be verified',
  website: 'the website does not answer, or does not belong to the company',
  email: 'the e-mail address is not valid, or not of the company',
  phone: 'the phone number is not valid',
  stock: 'the stock symbol or exchange is not that of the company',
  entity_type: 'the kind of company is not the one that is on record',
  vertical: 'the line of business does not fit the company',
  duplicate: 'this is registered already: ask your provider for it instead of registering it again',
  use_case: 'what the messages are for does not fit the description or the samples, or the company may not have it',
  description: 'the description does not say enough: who sends what to whom, and why',
  samples: 'the samples do not fit the purpose, or do not say who writes or how to opt out',
  opt_in: 'how people agree could not be verified: show each place where they do, with the words that they see',
  opt_out: 'how people opt out is missing or unclear',
  help: 'how people get help is missing or unclear',
  privacy_policy: 'the privacy policy is missing, does not open, or lets phone numbers be shared',
  terms: 'the terms are missing or do not open',
  link: 'a link does not open, hides where it leads, or was not declared',
  forbidden_content: 'carriers take no messages of this kind, and look at it no second time: where that is wrong, write to your provider',
  spam: 'it was taken for spam, phishing or high risk, and is looked at no second time: where that is wrong, write to your provider',
  attributes: 'what was said of links, phone numbers, age or lending is not what the samples show: make both say the same',
  brand_mismatch: 'it does not fit the brand that it is under: name, website and messages must be of one company',
  temporary: 'the registry could not work on it: submit it again later, nothing has to be changed',
  too_many: 'there are too many registrations, or numbers in one of them',
  payment: 'the fee could not be charged: look at your account with the provider',
  incomplete: 'something is missing: look at what the provider says',
  carrier: 'a carrier refused it without saying more',
  suspended_by_carrier: 'a carrier stopped it: write to your provider',
  not_found: 'the provider does not know it any more',
  not_eligible: 'the company or the number may not be registered for this',
  number_taken: 'the number is not to be had any more: search again',
  under_review: 'it is being looked at: wait for the answer',
  number_failed: 'the number could not be put under the registration: try it again, or ask your provider',
  auth_failed: "the provider does not take this account's key",
  setup_missing: 'the account is not set up for this: look at docs/REGISTRATION.md',
  rate_limited: 'the provider takes no more requests right now: try again in a minute',
  unreachable: 'the provider could not be reached, and nothing was asked of it: try again',
  other: 'it was refused for a reason that only the provider knows: look at what it says',
} as const satisfies Readonly<Record<string, string>>;

export type ReasonCode = keyof typeof reasonCodes;
export const reasonCodeNames = Object.keys(reasonCodes) as readonly ReasonCode[];

/** `about`: the field of ours that it is about */
export type Reason = Readonly<{ code: ReasonCode; providerCode?: string | undefined; about?: string | undefined }>;

/** Whoever hands in something again after these loses the fee; a reason that was only read out of words is none of them. https://www.twilio.com/docs/api/errors/30884, /30885, /30897 */
const finals: ReadonlySet<ReasonCode> = new Set(['forbidden_content', 'spam']);
export const isFinal = (reasons: readonly Reason[]): boolean =>
  reasons.some(({ code, providerCode }) => providerCode !== undefined && finals.has(code));

export const reasonWords = ({ code, providerCode, about }: Reason): string =>
  `${about === undefined ? '' : `${about}: `}${reasonCodes[code]}${providerCode === undefined ? '' : ` (${providerCode})`}`;
