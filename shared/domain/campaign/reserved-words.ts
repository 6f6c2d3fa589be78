import { aloneOnly, furtherWords } from '../kernel/further-opt-out-words.ts';
import { optOutWords, type OptOutWord } from '../kernel/opt-out-words.ts';
import { fillers, joiners, messages, optOuts, optOutsBefore, purposeWords, surePurposeWords, verbs, visits } from './opt-out-language.ts';

/**
 * Words that unsubscribe whoever answers them, at every provider in the United States, whatever the message says:
 * "Reply CANCEL to cancel your visit" ends the reminders instead of the visit. Their like in Spanish, Portuguese and French unsubscribe wherever a
 * number is set up in its language.
 */
const wordsOf = (isWanted: (entry: OptOutWord) => boolean | undefined): readonly string[] =>
  optOutWords.filter(isWanted).map(({ word }) => word.toUpperCase());
export const reservedWords: readonly string[] = wordsOf(() => true);
const english = wordsOf(({ language }) => language === 'en');
const others = wordsOf(({ language }) => language !== 'en');

/** These could be about the appointment where a text does not say what they are for; the others mean nothing but opting out. */
const ambiguous: ReadonlySet<string> = new Set(wordsOf((entry) => entry.ambiguous));

const squeezed = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[\s\-'"“”‘’.!]/g, '');

/** The reserved word that an answer is taken for, if it is. */
export const reservedWordOf = (answer: string): string | undefined => {
  const word = squeezed(answer);
  const small = word.toLowerCase();
  return reservedWords.includes(word) || furtherWords.has(small) || aloneOnly.has(small) ? word : undefined;
};

const isEnglish = (found: string): boolean => english.includes(squeezed(found));

const quote = `["'“”‘’«»*(\\[]`;
const names = `STOP ?ALL|OPT[ -]?OUT|STOP|${english.filter((one) => !/^(?:STOP|STOPALL|OPTOUT)$/.test(one)).join('|')}|ARR[EÊ]T(?:ER)?|D[EÉ]SABONNER|${others.filter((one) => !/^(?:ARRET|ARRETER|DESABONNER)$/.test(one)).join('|')}`;
const word = new RegExp(`(?<![\\p{L}\\p{N}])(${names})(?![\\p{L}\\p{N}])`, 'giu');

const whole = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'iu');

/** A request for an answer, from its verb to the reserved word: "reply", "text back with YES or", "reply C to confirm or". */
const asks = whole(verbs);
const asksDirectly = new RegExp(
  `(?<!\\p{L})${verbs}(?: ${fillers})*:? ?(?:${quote}?[\\p{L}\\p{N}]+${quote}?(?:, ${joiners}|,| ${joiners}| ?/) ?)*${quote}?$`,
  'iu',
);

const joined = new RegExp(`(?:,|(?<!\\p{L})${joiners}|/)\\s*$`, 'iu');
const isShouted = (found: string): boolean => found === found.toUpperCase();
const isQuoted = (before: string, after: string): boolean => /["“‘«*([]$|(?:^|\s)'$/.test(before) && /^["”’»*)\]']/.test(after);

const purposeFrom = (intro: string): RegExp => new RegExp(`^["'“”‘’«»*)\\]]*\\s*${intro}\\s+?([^.!?;\\n]*)`, 'iu');
const purposePattern = purposeFrom(purposeWords);
const surePurpose = purposeFrom(surePurposeWords);

/** What a word is for, as the text after it says: "to confirm", "for help", "= no"; undefined when it says nothing. */
const purposeAfter = (after: string): string | undefined => purposePattern.exec(after)?.[1];

const optOut = new RegExp(`^${optOuts}`, 'iu');
const aboutVisit = whole(visits);
const aboutMessages = whole(messages);
const optOutBefore = whole(optOutsBefore);

const meansOptOut = (purpose: string): boolean => optOut.test(purpose.trim()) && (!aboutVisit.test(purpose) || aboutMessages.test(purpose));

type Found = Readonly<{ found: string; before: string; after: string }>;

/** Whether the text asks people to answer the word, rather than using it as a verb of its own. */
const isAskedFor = ({ found, before, after }: Found): boolean => {
  if (asksDirectly.test(before)) return true;
  const purpose = purposeAfter(after);
  if (isShouted(found) || isQuoted(before, after)) {
    // other languages have these words in their addresses: PLANTA BAJA - 3
    return asks.test(before) || (isEnglish(found) ? purpose !== undefined : surePurpose.test(after) && /\p{Ll}/u.test(before + after));
  }
  return purpose !== undefined && asks.test(before) && joined.test(before);
};

const isMisused = (use: Found): boolean => {
  if (!isAskedFor(use)) return false;
  const purpose = purposeAfter(use.after);
  if (purpose !== undefined) return !meansOptOut(purpose);
  return ambiguous.has(squeezed(use.found)) && !optOutBefore.test(use.before);
};

/** The text in pieces that no request reaches across. What templates put in is a word without meaning here. */
const sentencesOf = (template: string): readonly string[] =>
  template
    .replace(/\{%[\s\S]*?%\}/g, ' ')
    .replace(/\{\{[\s\S]*?\}\}/g, 'x')
    .replace(/[^\S\n]+/g, ' ')
    .split(/(?<=[.!?;])\s|\n/u);

/** UTF-16 units before and after a word that are looked at: further away nobody speaks of it, and a long text would take long. */
const reach = 300;

const usesIn = (sentence: string): readonly Found[] =>
  Array.from(sentence.matchAll(word), (match) => ({
    found: match[0],
    before: sentence.slice(Math.max(0, match.index - reach), match.index),
    after: sentence.slice(match.index + match[0].length, match.index + match[0].length + reach),
  }));

/** The reserved words that a template asks people to answer for anything but opting out. */
export const misusedWords = (template: string): readonly string[] => {
  const misused = sentencesOf(template).flatMap(usesIn).filter(isMisused);
  return [...new Set(misused.map(({ found }) => squeezed(found)))];
};
