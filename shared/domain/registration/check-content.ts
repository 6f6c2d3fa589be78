import { advice, missing, type Missing } from './missing.ts';
import type { RegistrationFacts } from './registration-facts.ts';

/**
 * What carriers take none of, or only under rules of its own (sex, hate, alcohol, firearms, tobacco, and what they call high-risk finance):
 * https://www.twilio.com/docs/api/errors/30883, /30885, /30888, /30895, /30897. Words that mean something else in an honest text are advice.
 */
type Rule = Readonly<{ code: string; says: RegExp; blocks: boolean; words: (found: string) => string }>;

const never = (found: string): string => `carriers take no messages about "${found}": take it out, a fee would be lost`;
const seldom = (found: string): string => `carriers refuse most of what speaks of "${found}": ask your provider before you pay for it`;

const forbidden: readonly Rule[] = [
  {
    code: 'forbidden',
    blocks: true,
    words: never,
    says: /\b(?:cannabis|marijuana|kratom|thc|casinos?|sports?bet(?:s|ting)?|gambling|escorts?|porn(?:ography)?|adult content|payday loans?|debt (?:relief|consolidation|forgiveness)|credit repair|third[- ]party debt|third[- ]party leads?|get[- ]rich|work[- ]from[- ]home (?:job|offer)s?|pyramid scheme|white power|swastika)\b/i,
  },
  {
    code: 'delicate',
    blocks: false,
    words: seldom,
    says: /\b(?:cbd|cash advance|crypto(?:currency|currencies)?|bitcoin|stock alerts?|sweepstakes?|prescription(?: drug)?s? for sale|lead generation|affiliate marketing|buy now|winner)\b/i,
  },
];

const gated =
  /\b(?:alcohol(?:ic)?|beer|wine|liquor|spirits|brewery|tobacco|cigar(?:ette)?s?|vap(?:e|es|ing)|firearms?|ammunition|guns?)\b/i;
const lends = /\b(?:loans?|lending|lender|mortgages?|refinanc(?:e|ing))\b/i;

/** Of the whole of what is handed in; each kind once. */
export const checkContent = ({
  description = '',
  messageFlow = '',
  samples = [],
  ageGated,
  directLending,
}: RegistrationFacts): readonly Missing[] => {
  const fields = [
    ['description', description] as const,
    ...samples.map((sample, n) => [`samples[${n}]`, sample] as const),
    ['messageFlow', messageFlow] as const,
  ];
  const first = (says: RegExp): Readonly<{ at: string; found: string }> | undefined =>
    fields.flatMap(
      ([at, text]) =>
        says
          .exec(text)
          ?.slice(0, 1)
          .map((found) => ({ at, found })) ?? [],
    )[0];
  const [aged, lending] = [ageGated === true ? undefined : first(gated), directLending === true ? undefined : first(lends)];
  return [
    ...forbidden.flatMap(({ code, says, blocks, words }) => {
      const hit = first(says);
      if (!hit) return [];
      return [(blocks ? missing : advice)(hit.at, code, words(hit.found))];
    }),
    ...(aged
      ? [
          advice(
            'ageGated',
            'not_gated',
            `it speaks of "${aged.found}" (${aged.at}): where that is what you sell, say "ageGated": true, and ask people for their age`,
          ),
        ]
      : []),
    ...(lending
      ? [
          advice(
            'directLending',
            'not_declared',
            `it speaks of "${lending.found}" (${lending.at}): where you lend or arrange loans, say "directLending": true`,
          ),
        ]
      : []),
  ];
};
