import { advice, lengthProblem, missing, type Missing } from './missing.ts';
import { checkConsent } from './check-consent.ts';
import { checkContent } from './check-content.ts';
import { isSameDomain, shorteners } from './own-domain.ts';
import type { RegistrationFacts } from './registration-facts.ts';
import { isMixture, isSpecial, isUseCase, useCaseNames, type UseCase } from './use-cases.ts';

/** What of the brand a registration is checked against. */
export type BrandSummary = Readonly<{ displayName?: string | undefined; entityType?: string | undefined; website?: string | undefined }>;

const link = /\bhttps?:\/\/\S+|\bwww\.\S+\.\S{2,}|\b[a-z0-9-]+\.(?:com|org|net|io|us|co|health|clinic|ly)(?:\/\S*)?(?=[\s.,;:!?)]|$)/i;
const phone = /(?:\+?1[-. ]?)?\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|\+\d{10,15}\b/;
const opensOut = /\bSTOP\b/i;
const word = /^[A-Z0-9]{1,20}$/i;
const fewestSamples = 2;
const mostSamples = 5;

const mixtureProblems = (useCase: UseCase, mixed: readonly string[]): readonly Missing[] => {
  if (!isMixture(useCase)) return mixed.length > 0 ? [missing('subUseCases', 'not_mixed', `${useCase} mixes nothing: leave this out`)] : [];
  const strange = mixed.find((one) => !isUseCase(one) || isMixture(one) || one === 'SOLE_PROPRIETOR');
  if (strange !== undefined) return [missing('subUseCases', 'not_known', `${strange} is no purpose that a mixture may have`)];
  if (new Set(mixed).size !== mixed.length) return [missing('subUseCases', 'twice', 'a purpose stands in it twice')];
  return mixed.length >= 2 && mixed.length <= 5 ? [] : [missing('subUseCases', 'count', 'name two to five purposes that it mixes')];
};

const checkUseCase = ({ useCase, subUseCases = [] }: RegistrationFacts, { entityType }: BrandSummary): readonly Missing[] => {
  if (useCase === undefined || !isUseCase(useCase))
    return [missing('useCase', 'not_known', `say what the messages are for: ${useCaseNames.join(', ')}`)];
  const alone = entityType === 'SOLE_PROPRIETOR';
  return [
    ...(alone === (useCase === 'SOLE_PROPRIETOR')
      ? []
      : [
          missing(
            'useCase',
            'not_the_brands',
            'a sole proprietor registers SOLE_PROPRIETOR and nothing else, and nobody else registers it',
          ),
        ]),
    ...mixtureProblems(useCase, subUseCases),
    ...(useCase === 'CHARITY' && entityType !== undefined && entityType !== 'NON_PROFIT'
      ? [missing('useCase', 'not_the_brands', 'CHARITY is for registered charities alone: the brand is no NON_PROFIT')]
      : []),
    ...(isSpecial(useCase)
      ? [advice('useCase', 'special', `carriers look at ${useCase} before they let it send, and take it from certain companies alone`)]
      : []),
  ];
};

const checkSample = (sample: string, at: string, { hasLinks, hasPhones }: RegistrationFacts): readonly Missing[] => [
  ...lengthProblem(at, sample, { least: 20, most: 1_024, label: 'the sample' }),
  ...(shorteners.test(sample) ? [missing(at, 'public_shortener', 'it has a link of a public shortener: use one of your own domain')] : []),
  ...(link.test(sample) && hasLinks !== true ? [missing(at, 'link_not_declared', 'it has a link: say "hasLinks": true')] : []),
  ...(/\{\{|\{%/.test(sample)
    ? [missing(at, 'template', 'it is a template: write it as people read it, and what varies in brackets like [name]')]
    : []),
  ...(phone.test(sample) && hasPhones !== true ? [missing(at, 'phone_not_declared', 'it has a phone number: say "hasPhones": true')] : []),
];

const checkSamples = (facts: RegistrationFacts, { displayName }: BrandSummary): readonly Missing[] => {
  const { samples = [], hasLinks, hasPhones } = facts;
  const all = samples.join('\n');
  const names = displayName === undefined || displayName === '' || all.toLowerCase().includes(displayName.toLowerCase());
  const problems = samples.flatMap((sample, n) => checkSample(sample, `samples[${n}]`, facts));
  if (samples.length < fewestSamples || samples.length > mostSamples)
    return [...problems, missing('samples', 'count', `there are ${samples.length}; write two to five messages as people will get them`)];
  return [
    ...problems,
    ...(new Set(samples).size === samples.length ? [] : [missing('samples', 'twice', 'two of them are the same: show different messages')]),
    ...(opensOut.test(all)
      ? []
      : [missing('samples', 'no_opt_out', 'none of them says how to opt out: end one with "Reply STOP to opt out"')]),
    ...(names ? [] : [missing('samples', 'no_brand', `none of them says who writes: name ${displayName}`)]),
    ...(hasLinks === true && !link.test(all)
      ? [missing('samples', 'no_link', 'you say that messages have links, and no sample shows one')]
      : []),
    ...(hasPhones === true && !phone.test(all)
      ? [missing('samples', 'no_phone', 'you say that messages have phone numbers, and no sample shows one')]
      : []),
  ];
};

/** Words people write: letters and digits alone; of opt-out and help the one that everybody knows among them. */
const checkKeywords = (at: 'optInKeywords' | 'optOutKeywords' | 'helpKeywords', given: readonly string[] = []): readonly Missing[] => {
  const needed = { optInKeywords: undefined, optOutKeywords: 'STOP', helpKeywords: 'HELP' }[at];
  const odd = given.find((one) => !word.test(one));
  const has = needed === undefined || given.some((one) => one.toUpperCase() === needed);
  return [
    ...(odd === undefined ? [] : [missing(at, 'malformed', `"${odd}" is no keyword: letters and digits alone, 20 at most`)]),
    ...(has ? [] : [missing(at, 'missing', `${needed} must be among them`)]),
    ...(given.join(',').length > 255 ? [missing(at, 'too_long', 'together they may have 255 characters')] : []),
  ];
};

/** What a reviewer would have to take for somebody else's. */
const checkOwnPages = (
  { privacyPolicyUrl = '', termsUrl = '', samples = [] }: RegistrationFacts,
  { website = '' }: BrandSummary,
): readonly Missing[] => {
  const pages = [['privacyPolicyUrl', privacyPolicyUrl] as const, ['termsUrl', termsUrl] as const].filter(([, url]) => url !== '');
  const shown = samples.flatMap((sample, n) => [...sample.matchAll(/https?:\/\/\S+/gi)].map(([url]) => [`samples[${n}]`, url] as const));
  const strange = website === '' ? [] : [...pages, ...shown].filter(([, url]) => !isSameDomain(url, website));
  return [
    ...pages
      .filter(([, url]) => shorteners.test(url))
      .map(([at]) => missing(at, 'public_shortener', 'is a link of a public shortener: write the address itself')),
    ...strange.map(([at]) =>
      advice(at, 'other_domain', `it leads elsewhere than ${website}: reviewers refuse what they can't match with the company`),
    ),
    ...(privacyPolicyUrl !== '' && privacyPolicyUrl === termsUrl
      ? [advice('termsUrl', 'same_page', 'reviewers look for terms of the messages on a page of their own, or a part of it')]
      : []),
  ];
};

/** Everything that is missing or wrong in a registration. Nothing that blocks: it may be submitted. */
export const checkRegistration = (facts: RegistrationFacts, brand: BrandSummary): readonly Missing[] => [
  ...checkUseCase(facts, brand),
  ...lengthProblem('description', facts.description, { least: 40, most: 4_096, label: 'the description of what you send, and to whom,' }),
  ...checkSamples(facts, brand),
  ...checkConsent(facts, brand.displayName),
  ...checkKeywords('optInKeywords', facts.optInKeywords),
  ...checkKeywords('optOutKeywords', facts.optOutKeywords),
  ...checkKeywords('helpKeywords', facts.helpKeywords),
  ...checkContent(facts),
  ...checkOwnPages(facts, brand),
];
