/**
 * Words that unsubscribe whoever answers them, at every provider in the United States, whatever the message says:
 * "Reply CANCEL to cancel your visit" ends the reminders instead of the visit.
 */
export const reservedWords = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'CANCEL'] as const;
export type ReservedWord = (typeof reservedWords)[number];

/** These mean nothing but opting out, also where a text does not say what they are for; END and CANCEL could be about the appointment. */
const plain: ReadonlySet<string> = new Set<ReservedWord>(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'QUIT', 'REVOKE', 'OPTOUT']);

const squeezed = (word: string): string => word.toUpperCase().replace(/[\s\-'"“”‘’.!]/g, '');

/** The reserved word that an answer is taken for, if it is. */
export const reservedWordOf = (answer: string): ReservedWord | undefined => reservedWords.find((word) => word === squeezed(answer));

const quote = `["'“”‘’«»*(\\[]`;
const names = 'STOP ?ALL|OPT[ -]?OUT|STOP|UNSUBSCRIBE|END|QUIT|REVOKE|CANCEL';
const word = new RegExp(`(?<![\\p{L}\\p{N}])(${names})(?![\\p{L}\\p{N}])`, 'giu');

/** A request for an answer, from its verb to the reserved word: "reply", "text back with YES or", "reply C to confirm or". */
const asks = /(?<!\p{L})(?:reply|respond|answer|text|txt|send|type|write|enter|press|return|sms)\b/iu;
const asksDirectly = new RegExp(
  `(?<!\\p{L})(?:reply|respond|answer|text|txt|send|type|write|enter|press|return|sms)(?: (?:us|me|back|to us|with|by|the word|only|just|either))*:? ?(?:${quote}?[\\p{L}\\p{N}]+${quote}?(?:, or|, and|,| or| and| ?/) ?)*${quote}?$`,
  'iu',
);

const isShouted = (found: string): boolean => found === found.toUpperCase();
const isQuoted = (before: string, after: string): boolean => /["“‘«*([]$|(?:^|\s)'$/.test(before) && /^["”’»*)\]']/.test(after);

/** What a word is for, as the text after it says: "to confirm", "for help", "= no"; undefined when it says nothing. */
const purposeAfter = (after: string): string | undefined =>
  /^["'“”‘’«»*)\]]*\s*(?:(?:in order )?to|for|if|when|2|=|:|-|–|—|and we)\s+?([^.!?;\n]*)/iu.exec(after)?.[1];

const theirs = `(?:your |the |all |these |this |our |any |further |future |receiving |getting )*`;
const kinds = `(?:texts?|sms|msgs?|messages?|messaging|reminders?|alerts?|subscriptions?|notifications?|service|appointment reminders?)`;
const optOut = new RegExp(
  `^(?:(?:be |get )?(?:opt(?:ed)?[ -]?out|unsubscribed?|removed?)|no (?:more|longer)|not (?:receive|get)|` +
    `(?:stop|quit|end|revoke)(?:\\s*$|\\s*[,)]| (?:or|and|at any ?time|any ?time|receiving|getting|consent)\\b| ${theirs}${kinds})|` +
    `(?:don['’]t|do not|you no longer) (?:want|wish)|cancel ${theirs}${kinds})`,
  'iu',
);
const aboutVisit = /\b(?:appointments?|appts?|visits?|bookings?|reservations?|sessions?|slots?|resched\w*|confirm\w*)\b/iu;
const messages = /\b(?:texts?|sms|messages?|messaging|reminders?|alerts?|notifications?|communications?|e-?mails?|subscriptions?)\b/iu;
const optOutBefore = /\b(?:opt[ -]?out|unsubscribe|stop (?:these |receiving |getting |all |our )*(?:texts?|messages?|reminders?))\b/iu;

const meansOptOut = (purpose: string): boolean => optOut.test(purpose.trim()) && (!aboutVisit.test(purpose) || messages.test(purpose));

type Found = Readonly<{ found: string; before: string; after: string }>;

/** Whether the text asks people to answer the word, rather than using it as a verb of its own. */
const isAskedFor = ({ found, before, after }: Found): boolean => {
  if (asksDirectly.test(before)) return true;
  const purpose = purposeAfter(after);
  if (isShouted(found) || isQuoted(before, after)) return purpose !== undefined || asks.test(before);
  return purpose !== undefined && asks.test(before) && /(?:,|\bor|\band|\/)\s*$/iu.test(before);
};

const isMisused = (use: Found): boolean => {
  if (!isAskedFor(use)) return false;
  const purpose = purposeAfter(use.after);
  if (purpose !== undefined) return !meansOptOut(purpose);
  return !plain.has(squeezed(use.found)) && !optOutBefore.test(use.before);
};

/** The text in pieces that no request reaches across. What templates put in is a word without meaning here. */
const sentencesOf = (template: string): readonly string[] =>
  template
    .replace(/\{%[\s\S]*?%\}/g, ' ')
    .replace(/\{\{[\s\S]*?\}\}/g, 'x')
    .replace(/[^\S\n]+/g, ' ')
    .split(/(?<=[.!?;])\s|\n/u);

const usesIn = (sentence: string): readonly Found[] =>
  Array.from(sentence.matchAll(word), (match) => ({
    found: match[0],
    before: sentence.slice(0, match.index),
    after: sentence.slice(match.index + match[0].length),
  }));

/** The reserved words that a template asks people to answer for anything but opting out. */
export const misusedWords = (template: string): readonly string[] => {
  const misused = sentencesOf(template).flatMap(usesIn).filter(isMisused);
  return [...new Set(misused.map(({ found }) => squeezed(found)))];
};
