import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { entityTypes, verticals, type BrandFacts } from './brand-facts.ts';
import { isSameDomain, shorteners } from './own-domain.ts';
import { advice, lengthProblem, missing, type Missing } from './missing.ts';

/** What carriers would refuse a brand for, before it is submitted. Lengths: The Campaign Registry's. */

type Said = keyof BrandFacts;

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const webShape = /^https?:\/\/[^\s/]+\.[^\s]{2,}$/i;
/** Mail of anybody: carriers take it for a sign that nobody of the company registers it. */
const freeMail = /@(?:gmail|yahoo|hotmail|outlook|live|aol|icloud|msn|proton(?:mail)?|gmx)\./i;
/** What people write when they have none at hand. */
const dummyEin = /^(\d)\1{8}$|^123456789$|^987654321$/;

/** No office of the tax authority gives numbers that begin so. https://www.irs.gov/businesses/small-businesses-self-employed/how-eins-are-assigned-and-valid-ein-prefixes */
const noCampus: ReadonlySet<string> = new Set('00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97'.split(' '));

const lengths: Readonly<Partial<Record<Said, Readonly<{ most: number; label: string }>>>> = {
  displayName: { most: 255, label: 'the name that people know' },
  email: { most: 100, label: 'an e-mail address of the company' },
  phone: { most: 20, label: "the company's phone number" },
  street: { most: 100, label: 'the street and number' },
  city: { most: 100, label: 'the city' },
  state: { most: 20, label: 'the state' },
  postalCode: { most: 10, label: 'the postal code' },
  country: { most: 2, label: 'the country, two letters like US' },
};

const legalLengths: typeof lengths = {
  companyName: { most: 255, label: 'the legal name, as the tax office has it' },
  website: { most: 100, label: 'the website' },
};

const personLengths: typeof lengths = {
  firstName: { most: 100, label: 'the first name of whoever may speak for the company' },
  lastName: { most: 100, label: 'the last name of whoever may speak for the company' },
};

const checkLengths = (facts: BrandFacts, of: typeof lengths): readonly Missing[] =>
  Object.entries(of).flatMap(([at, { most, label }]) => lengthProblem(at, facts[at as Said], { least: 1, most, label }));

const checkWords = ({ entityType, vertical }: BrandFacts): readonly Missing[] => [
  ...((entityTypes as readonly unknown[]).includes(entityType)
    ? []
    : [missing('entityType', 'not_known', `say what kind of company it is: ${entityTypes.join(', ')}`)]),
  ...(vertical !== undefined && verticals.includes(vertical)
    ? []
    : [missing('vertical', 'not_known', `say what line of business it is in: ${verticals.join(', ')}`)]),
];

const isPhone = (phone: string): boolean => phone.startsWith('+') && parsePhoneNumberFromString(phone)?.isPossible() === true;

const shapes: readonly (readonly [at: Said, isRight: (text: string) => boolean, words: string])[] = [
  ['email', (text) => emailShape.test(text), 'is no e-mail address'],
  ['businessContactEmail', (text) => emailShape.test(text), 'is no e-mail address'],
  ['phone', isPhone, 'is no phone number: write it like +12085550123'],
  ['mobilePhone', isPhone, 'is no phone number: write it like +12085550123'],
  ['website', (text) => webShape.test(text), 'is no address: write it like https://example.com'],
  ['country', (text) => /^[A-Z]{2}$/.test(text), 'must be two capital letters like US'],
];

const checkShapes = (facts: BrandFacts): readonly Missing[] =>
  shapes.flatMap(([at, isRight, words]) => {
    const given = facts[at];
    return given === undefined || given === '' || isRight(given) ? [] : [missing(at, 'malformed', words)];
  });

/** Nine digits, with or without the hyphen behind the first two. */
const checkEin = ({ ein, country }: BrandFacts): readonly Missing[] => {
  if (ein === undefined || ein === '') return [missing('ein', 'missing', 'the tax number (EIN) is missing')];
  if (ein.length > 21) return [missing('ein', 'too_long', `the tax number has ${ein.length} characters; it may have 21`)];
  if (country !== 'US') return [];
  // what a person has, and what nobody ought to write down for a company: https://www.twilio.com/docs/api/errors/30799
  if (/^\d{3}-\d{2}-\d{4}$/.test(ein))
    return [
      missing('ein', 'personal', 'this is the form of a social security number: write the tax number of the company, like 12-3456780'),
    ];
  const digits = ein.replace(/^(\d{2})-/, '$1');
  if (!/^\d{9}$/.test(digits)) return [missing('ein', 'malformed', 'a tax number of the United States has nine digits, like 12-3456780')];
  return dummyEin.test(digits) || noCampus.has(digits.slice(0, 2))
    ? [missing('ein', 'not_real', 'no company has this tax number: write the real one')]
    : [];
};

/** https://www.twilio.com/docs/api/errors/30701: what else of an address is looked at where it is in the United States. */
const checkPlace = ({ country, state = '', postalCode = '' }: BrandFacts): readonly Missing[] => {
  if (country !== 'US') return [];
  return [
    ...(state === '' || state.length > 20 || /^[A-Z]{2}$/.test(state)
      ? []
      : [missing('state', 'malformed', 'must be two capital letters like ID')]),
    ...(postalCode === '' || postalCode.length > 10 || /^\d{5}(?:-\d{4})?$/.test(postalCode)
      ? []
      : [missing('postalCode', 'malformed', 'must have five digits like 83702, or nine like 83702-1234')]),
  ];
};

/** A code goes there, and only addresses of the company's own get one. */
const checkContact = ({ businessContactEmail: address = '', website = '' }: BrandFacts): readonly Missing[] => {
  if (address === '' || website === '' || (!freeMail.test(address) && isSameDomain(address, website))) return [];
  return [missing('businessContactEmail', 'other_domain', `must be an address at the company's own domain, that of ${website}`)];
};

const checkListed = ({ stockSymbol, stockExchange, businessContactEmail, website }: BrandFacts): readonly Missing[] => [
  ...lengthProblem('stockSymbol', stockSymbol, { least: 1, most: 10, label: "the stock's symbol" }),
  ...lengthProblem('stockExchange', stockExchange, { least: 1, most: 20, label: 'the exchange, like NASDAQ' }),
  ...lengthProblem('businessContactEmail', businessContactEmail, {
    least: 1,
    most: 100,
    label: 'an address of the company that a code can be mailed to (it must be of the company’s own domain)',
  }),
  ...checkContact({ businessContactEmail, website }),
];

const adviceFor = ({ email = '', website = '', entityType }: BrandFacts): readonly Missing[] => {
  const alone = entityType === 'SOLE_PROPRIETOR';
  const free = !alone && freeMail.test(email);
  const other = !alone && !free && emailShape.test(email) && webShape.test(website) && !isSameDomain(email, website);
  const plain = website.startsWith('http://');
  return [
    ...(free ? [advice('email', 'free_mail', "brands are often refused for a free address: use one of the company's own domain")] : []),
    ...(other
      ? [
          advice(
            'email',
            'other_domain',
            `registrations are often refused for an address that is not of the website's domain: use one at ${website}`,
          ),
        ]
      : []),
    ...(plain ? [advice('website', 'not_secure', 'reviewers look at the website: let it answer on https')] : []),
  ];
};

/** Everything that is missing or wrong in a brand, the same for the same facts. Nothing that blocks: it may be submitted. */
export const checkBrand = (facts: BrandFacts): readonly Missing[] => {
  const alone = facts.entityType === 'SOLE_PROPRIETOR';
  return [
    ...checkLengths(facts, lengths),
    ...(alone ? [] : [...checkLengths(facts, legalLengths), ...checkEin(facts)]),
    ...checkLengths(facts, personLengths),
    ...(alone ? lengthProblem('mobilePhone', facts.mobilePhone, { least: 1, most: 20, label: 'a mobile number that gets a code' }) : []),
    ...(facts.entityType === 'PUBLIC_PROFIT' ? checkListed(facts) : []),
    ...checkWords(facts),
    ...checkShapes(facts),
    ...checkPlace(facts),
    ...(shorteners.test(facts.website ?? '')
      ? [missing('website', 'public_shortener', 'is a link of a public shortener: write the address itself')]
      : []),
    ...adviceFor(facts),
  ];
};
