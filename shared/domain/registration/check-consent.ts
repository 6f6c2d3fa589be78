import { advice, lengthProblem, missing, type Missing } from './missing.ts';
import type { RegistrationFacts } from './registration-facts.ts';

/**
 * How people agree, say no and ask for help: what most registrations are refused for. What a flow and the three texts must say:
 * https://www.twilio.com/docs/api/errors/30909, /30924, /30886, /30887, /30888.
 */

type Rule = Readonly<{ code: string; says: RegExp; words: string }>;

const stop: Rule = { code: 'no_opt_out', says: /\bSTOP\b/i, words: 'it does not say how to opt out: "Reply STOP to opt out"' };
const help: Rule = { code: 'no_help', says: /\bHELP\b/i, words: 'it does not say how to get help: "Reply HELP for help"' };
const rates: Rule = {
  code: 'no_rates',
  says: /(?:message|msg)s?\.?\s*(?:and|&)\s*data\s+rates/i,
  words: 'it does not say "Message and data rates may apply"',
};
const frequency: Rule = {
  code: 'no_frequency',
  says: /\b(?:frequency|per\s+(?:day|week|month|appointment|visit|order)|(?:a|each|every)\s+(?:day|week|month|appointment|visit|order)|recurring|(?:msgs?|messages)\/(?:mo|month|week))\b/i,
  words: 'it does not say how often: "Message frequency varies", or how many a month',
};

const flowRules: readonly Rule[] = [
  {
    code: 'no_way_in',
    says: /\b(?:web\s?site|web\s?form|online|form|check\s?box|sign\s?up|paper|in[- ]person|front desk|verbal(?:ly)?|by phone|kiosk|portal|app|text(?:s|ing)?\s+(?:the\s+)?(?:word\s+)?["']?[A-Z]{2,}|https?:\/\/\S+)/i,
    words: 'it does not say where people agree: on a website, on paper, at the desk, by texting a word',
  },
  {
    code: 'no_agreement',
    says: /\b(?:agree|consent|opt[- ]?(?:ed|s)?[- ]?in|opt(?:ing)?-in|subscribe|permission|check(?:s|ing)? (?:the|a) box)/i,
    words: 'it does not say that people agree to get messages',
  },
  stop,
  rates,
  frequency,
];

const online = /\b(?:web\s?sites?|web\s?form|online|portal|landing page)\b/i;
const page = /https?:\/\/\S+|\bwww\.\S+|\b[a-z0-9-]+\.(?:com|org|net|io|us|co|health|clinic|example)\b/i;
/** https://www.twilio.com/docs/api/errors/30925 */
const prechecked =
  /\b(?:pre-?(?:checked|selected|ticked)|(?:checked|selected|ticked|enrolled|subscribed|opted[- ]in) (?:by default|automatically)|automatically (?:enrolled|subscribed|opted[- ]in|added))\b/i;
/** https://www.twilio.com/docs/api/errors/30884: nobody agreed with this company */
const bought = /\b(?:bought|purchased|rented|scraped|third[- ]party) (?:lists?|leads?|numbers|contacts|data)\b/i;

const forced = /\b(?:condition of (?:purchase|treatment|service)|must (?:agree|consent) to (?:receive )?(?:texts?|messages|sms))\b/i;
const denies = /\bnot (?:a |required as a )?condition of\b/i;
const shares = /\b(?:share|sell|sold|provide)\w*\b[^.]{0,60}\b(?:third part(?:y|ies)|affiliates|partners)\b/i;
const deniesSharing = /\b(?:not|never|no)\b[^.]{0,40}\b(?:share|sell|sold|provide)\w*/i;

const said = (at: string, text: string | undefined, rules: readonly Rule[]): readonly Missing[] =>
  text === undefined || text === '' ? [] : rules.flatMap(({ code, says, words }) => (says.test(text) ? [] : [missing(at, code, words)]));

const naming = (at: string, text: string | undefined, name: string | undefined): readonly Missing[] =>
  text === undefined || text === '' || name === undefined || name === '' || text.toLowerCase().includes(name.toLowerCase())
    ? []
    : [missing(at, 'no_brand', `it does not say who writes: name ${name}`)];

const checkFlow = ({ messageFlow: flow }: RegistrationFacts): readonly Missing[] => [
  ...lengthProblem('messageFlow', flow, { least: 40, most: 2_048, label: 'how people agree' }),
  ...said('messageFlow', flow, flowRules),
  ...(flow !== undefined && forced.test(flow) && !denies.test(flow)
    ? [missing('messageFlow', 'forced', 'nobody may have to agree in order to buy or be treated: say that it is no condition')]
    : []),
  ...(flow !== undefined && online.test(flow) && !page.test(flow)
    ? [
        missing(
          'messageFlow',
          'no_page',
          'people agree on a page that reviewers can not find: write its address, like https://example.com/texts',
        ),
      ]
    : []),
  ...(flow !== undefined && prechecked.test(flow) && !/\b(?:not|never|un)[- ]?(?:pre|checked|automatically)/i.test(flow)
    ? [
        missing(
          'messageFlow',
          'prechecked',
          'nobody may be signed up without doing something: let the box be empty until a person checks it',
        ),
      ]
    : []),
  ...(flow !== undefined && bought.test(flow) && !/\b(?:no|not|never)\b[^.]{0,40}(?:list|lead|third)/i.test(flow)
    ? [missing('messageFlow', 'not_theirs', 'only who has agreed with the company itself may be texted: no lists or leads of others')]
    : []),
  ...(flow !== undefined && shares.test(flow) && !deniesSharing.test(flow)
    ? [missing('messageFlow', 'shares', 'numbers and consent may not be given to others: take it out, or say that they are not')]
    : []),
];

const short = { least: 20, most: 320 } as const;

const checkTexts = ({ optInMessage, optOutMessage, helpMessage }: RegistrationFacts, name: string | undefined): readonly Missing[] => [
  ...lengthProblem('optInMessage', optInMessage, { ...short, label: 'what people read who have agreed' }),
  ...naming('optInMessage', optInMessage, name),
  ...said('optInMessage', optInMessage, [stop, help, rates, frequency]),
  ...lengthProblem('optOutMessage', optOutMessage, { ...short, label: 'what people read who have opted out' }),
  ...naming('optOutMessage', optOutMessage, name),
  ...said('optOutMessage', optOutMessage, [
    {
      code: 'no_end',
      says: /\b(?:no (?:more|further)|unsubscribed|opted out|not (?:receive|get)|won't (?:receive|get)|removed)\b/i,
      words: 'it does not say that no more messages come',
    },
  ]),
  ...lengthProblem('helpMessage', helpMessage, { ...short, label: 'what people read who ask for help' }),
  ...naming('helpMessage', helpMessage, name),
  ...said('helpMessage', helpMessage, [
    {
      code: 'no_contact',
      says: /\d{3}[^\d]{0,2}\d{3}[^\d]?\d{4}|[^\s@]+@[^\s@]+\.[a-z]{2,}|https?:\/\/\S+|\bwww\.\S+|\b[a-z0-9-]+\.(?:com|org|net|health|clinic)\b/i,
      words: 'it does not say where help is: a phone number, an e-mail address or a page',
    },
  ]),
];

const webShape = /^https?:\/\/[^\s/]+\.[^\s]{2,}$/i;

const checkPages = ({ privacyPolicyUrl, termsUrl }: RegistrationFacts): readonly Missing[] =>
  (
    [
      ['privacyPolicyUrl', privacyPolicyUrl, 'the privacy policy'],
      ['termsUrl', termsUrl, 'the terms'],
    ] as const
  ).flatMap(([at, url, label]) => {
    if (url === undefined || url === '') return [missing(at, 'missing', `the address of ${label} is missing: reviewers read it`)];
    if (!webShape.test(url))
      return [missing(at, 'malformed', `is no address: write it like https://example.com/${at === 'termsUrl' ? 'terms' : 'privacy'}`)];
    return url.startsWith('https://') ? [] : [advice(at, 'not_secure', 'reviewers look at it: let it answer on https')];
  });

export const checkConsent = (facts: RegistrationFacts, brandName: string | undefined): readonly Missing[] => [
  ...checkFlow(facts),
  ...checkTexts(facts, brandName),
  ...checkPages(facts),
];
