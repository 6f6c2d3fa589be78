import { foldedClauses, foldedText } from '../kernel/folded-text.ts';
import type { Language } from '../kernel/opt-out-words.ts';
import { ownWords } from '../kernel/own-words.ts';
import { alone, clearWord, isSign, knownAs } from './clear-word.ts';
import { withCoreWords } from './core-words.ts';
import { isCourtesy, requests } from './courtesy.ts';
import { edgeLanguage } from './edge-words.ts';
import { englishPhrases } from './english-phrases.ts';
import { frenchPhrases } from './french-phrases.ts';
import { helpWords, optInPhrases, optInWords } from './opt-in-words.ts';
import { isSomebodyElse } from './other-person.ts';
import { portuguesePhrases } from './portuguese-phrases.ts';
import { spanishPhrases } from './spanish-phrases.ts';
import { withTypedWords } from './typed-words.ts';

/**
 * What a reply says about consent. `by`: the word alone, the word with courtesies around it, or a sentence. `word`: of our table, never what was typed.
 * `ambiguous`: it could be about the appointment, so a person is to look at it too. `misdirected`: somebody else was meant to get the messages.
 * `wide`: he wants nothing at all from this company any more.
 */
export type ConsentReading =
  | Readonly<{
      kind: 'stop';
      by: 'word' | 'request' | 'phrase';
      language: Language;
      word?: string;
      ambiguous?: true;
      misdirected?: true;
      wide?: true;
    }>
  | Readonly<{ kind: 'start' | 'help'; word: string; language: Language }>;

type Stop = Extract<ConsentReading, { kind: 'stop' }>;

const phrases = [...englishPhrases, ...spanishPhrases, ...portuguesePhrases, ...frenchPhrases];
const companyWide =
  /(?<!\p{L})(?:stop ?all|all (?:communications?|contact|texts? and (?:calls|emails)|calls and texts|future contact)|everything|todo|tout|tudo|(?:stop|never|not|dont|no) (?:ever )?contact\p{L}*)(?!\p{L})/u;
const wideness = (folded: string): Pick<Stop, 'wide'> => (companyWide.test(folded) ? { wide: true } : {});

/** The whole reply is the word. */
const bareWord = (folded: string): Stop | undefined => {
  const words = folded.split(' ');
  if (words.some((word) => isSign(word)) && words.every((word) => isSign(word) || isCourtesy(word)))
    return { kind: 'stop', by: 'word', language: 'en' };
  const squeezed = folded.replaceAll(' ', '');
  const entry = knownAs(squeezed);
  const found = entry ?? alone(squeezed) ?? clearWord(squeezed);
  if (!found) return undefined;
  const { word, language } = found;
  return { kind: 'stop', by: 'word', language, word, ...(entry?.ambiguous ? { ambiguous: true } : {}), ...wideness(folded) };
};

/** It goes with a request, and alone is none. */
const uninterested =
  /(?<!\p{L})(?:(?:i am |im |were |we are )?(?:not|no longer) interested|(?:je (?:ne )?suis )?pas interessee?|c est bon)(?!\p{L})/u;
/** "I want to quit" may be about something else than messages. */
const shy: ReadonlySet<string> = new Set([
  'quit',
  'remove',
  'td',
  'exit',
  'block',
  'blocked',
  'blocking',
  'mute',
  'spam',
  'fuera',
  'quitter',
  'retirer',
  'basta',
]);

const isOneWord = (words: readonly string[]): boolean => words.length > 0 && words.every((word) => word === words[0]);
/** "Stop/end", "unsubscribe stop quit". */
const areAllWords = (words: readonly string[]): boolean => words.length > 1 && words.every((word) => knownAs(word) || clearWord(word));

/** Words with nothing beside them but courtesies, and for the clearest of them the rest of a sentence that asks for them. */
const requestIn = (clause: string): Stop | undefined => {
  const said = clause.replace(uninterested, '').split(' ');
  const rest = said.filter((word) => !isCourtesy(word));
  const found = clearWord(rest.join('')) ?? (isOneWord(rest) ? clearWord(rest[0]!) : undefined);
  if (found) return { kind: 'stop', by: 'request', word: found.word, language: found.language };
  if (areAllWords(rest) && rest.some((word) => clearWord(word)))
    return { kind: 'stop', by: 'request', word: rest.find(clearWord)!, language: 'en' };
  const core = rest.filter((word) => !requests.has(word));
  const asked = isOneWord(core) ? clearWord(core[0]!) : undefined;
  return asked && !shy.has(asked.word) ? { kind: 'stop', by: 'request', word: asked.word, language: asked.language } : undefined;
};

/** "Don't stop the reminders": said of an opt-out, the sentence asks for the contrary. Of "if you don't stop" it does not. */
const negated =
  /(?<!(?<!\p{L})(?:you|u|yall|they|usted|ustedes|vous) )(?<!\p{L})(?:dont|do not|didnt|did not|doesnt|not|never|wont|shouldnt|no quiero|no quise|nao quero|nao quis|ne veux pas|pas|sin|sem|without|instead of|did (?:you|u|i|it)|why did (?:you|u|it)|why did)(?: (?:mean|meant|want|wanted|wish|please|try|trying|ever|to|the|de|que|a|i|you|all|just|take|get|remove|delete|me|my|name|number|have)){0,6} $/u;
/** "No dejen de avisarme", "n'arrêtez pas": where what is asked for is no denial itself. */
const denied = /(?<!(?:^|\s)ya )(?:^|\s)(?:no|nao|n|ne|nunca|jamais) (?:me |nos |se |m |te )?$/u;
const denies =
  /^(?:no|nao|ne|n|nunca|jamas|jamais|ya|plus|pas|not|dont|do|never|sin|sem|numero|telefono|telefone|wrong|mauvais|faux)(?!\p{L})/u;
const isNegated = (before: string, found: string): boolean => negated.test(before) || (denied.test(before) && !denies.test(found));

const phraseIn = (clause: string): Stop | undefined => {
  for (const { pattern, language, wrong } of phrases) {
    const match = pattern.exec(clause);
    if (!match || isNegated(clause.slice(0, match.index), match[0])) continue;
    return { kind: 'stop', by: 'phrase', language, ...(wrong ? { misdirected: true } : wideness(clause)) };
  }
  return undefined;
};

/** "STOP I moved away": shouted at the beginning, whatever comes after it, unless that is where to stop. */
const shouted = /^\P{L}*STOP(?!\p{L}|['’])(?!\s+(?:by|at|in|on|for|and|taking|the|to|using|over)(?!\p{L}))(?=[\s\S]*\p{Ll})/u;

/** "Don't call me, text me" is about the channel, and a person's business. */
const otherwise =
  /^(?:just |only |please |pls |but |instead |rather |you can |u can |better to |mejor |por favor |solo |so |plutot |merci de |me )*(?:(?:text|email|e mail|call|message|txt|write) (?:me|us|my|instead|only)|(?:mande|manden|mandeme|mandenme|envie|envieme|envienme|escriba|escribame|escribanme|envia|manda|mandem|envoyez|ecrivez|textez|texteenme|texteeme)(?: moi| me)?(?: un| uma?)? ?(?:mensajes?|textos?|textes?|sms|mensagens?|mensagem|msg|messages?|courriel|correo|email|zap|whatsapp|$))(?!\p{L})/u;

/** "It's not me, it's my son's": he was meant all the same. */
const forHis =
  /(?:^|[,.;!]\s*|\b(?:but|sino|mas|mais)\s+)(?:it['’]?s|es|[eé]|c['’]est)\s+(?:(?:para|pour|for|com|con|o|a|el|la)\s+)?(?:mi|meu|minha|mon|ma|my)\b/iu;

/** It happened to him, or he undoes it. */
const mistaken =
  /(?<!\p{L})(?:accident|accidentally|by mistake|by accident|why (?:did|was|am) i|did i|par erreur|por error|por equivocacion|sin querer|sem querer|por engano)(?!\p{L})/u;
const edgeIn = (clause: string): Stop | undefined => {
  const language = edgeLanguage(clause);
  return language && { kind: 'stop', by: 'phrase', language };
};

const inOrOut = (folded: string): ConsentReading | undefined => {
  const words = folded.split(' ').filter((word) => !isCourtesy(word));
  const word = words.join('');
  const wanted = optInWords.get(word);
  if (wanted) return { kind: 'start', word, language: wanted };
  const asked = optInPhrases.find(({ pattern }) => pattern.test(folded));
  if (asked) return { kind: 'start', word: 'start', language: asked.language };
  const helped = helpWords.get(word);
  return helped && { kind: 'help', word, language: helped };
};

/** What a reply says about consent; undefined where it says nothing of the kind. Only what its sender wrote himself is read. */
export const readConsent = (reply: string): ConsentReading | undefined => {
  const own = ownWords(reply);
  const folded = foldedText(own);
  if (folded === '') return undefined;
  const bare = bareWord(folded) ?? inOrOut(folded);
  if (bare) return bare;
  if (mistaken.test(folded)) return undefined;
  const isForHis = forHis.test(own);
  if (isSomebodyElse(own) && !isForHis) return { kind: 'stop', by: 'phrase', language: 'en', misdirected: true };
  const clauses = foldedClauses(own).map((clause) => withCoreWords(withTypedWords(clause)));
  for (const clause of clauses) {
    const found = requestIn(clause) ?? phraseIn(clause) ?? edgeIn(clause);
    if (found && !(isForHis && 'misdirected' in found) && !clauses.some((other) => other !== clause && otherwise.test(other)))
      return { ...found, ...wideness(folded) };
  }
  return shouted.test(own) ? { kind: 'stop', by: 'phrase', language: 'en', word: 'stop' } : undefined;
};
