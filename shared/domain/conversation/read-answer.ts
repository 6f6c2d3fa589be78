import { foldedClauses, foldedText } from '../kernel/folded-text.ts';
import { ownWords } from '../kernel/own-words.ts';
import type { Sign } from './answer-table.ts';
import type { Meaning } from './conversation.ts';
import { englishAnswers } from './english-answers.ts';
import { frenchAnswers } from './french-answers.ts';
import { portugueseAnswers } from './portuguese-answers.ts';
import { spanishAnswers } from './spanish-answers.ts';

/** What a reply says of its appointment. Below 0.7 it is a guess that a person should look at. `asks`: there is a question in it, whatever else it says. */
export type ReadAnswer = Readonly<{ meaning?: Meaning; /** 0 to 1 */ confidence: number; asks?: true }>;

/** The campaign's own words for each answer. */
export type AnswerWords = Readonly<Partial<Record<Meaning, readonly string[] | undefined>>>;

const tables = [englishAnswers, spanishAnswers, portugueseAnswers, frenchAnswers];
/** In this order: what is said in so many words hides the yes and no in it ("can't be there", "no problem"). */
const order: readonly Sign[] = ['reschedule', 'cancel', 'confirm', 'hold', 'no', 'yes', 'thanks'];

/** "Don't cancel", "no need to change it": the appointment stays. */
const kept =
  /(?<!\p{L})(?:(?:dont|do not|not|never|no need to|nothing to|wont|didnt|without|no reason to|no quiero|no necesito|no hace falta|nada que|no voy a|nao quero|nao preciso|nao precisa|nao vou|nada a|veux pas|pas besoin de?|rien a|n|ne)(?: (?:want to|need to|have to|going to|be|planning to|to|de))? (?:cancel\p{L}*|re ?sched\p{L}*|chang\p{L}*|cambi\p{L}*|move|mover|reprogram\p{L}*|remarc\p{L}*|mudar|desmarc\p{L}*|annul\p{L}*|deplac\p{L}*|report\p{L}*)|(?:no|nao) (?:cancel(?:e|en|es|em)|cambie[ns]?|desmarque[m]?|remarque[m]?|mude[m]?))(?: pas)?(?: (?:it|anything|nada|rien|la cita|mi cita|a consulta|mon rdv|my appointment|the appointment|l heure|el horario|o horario))?(?!\p{L})/gu;

type Found = Readonly<{ signs: ReadonlySet<Sign>; left: string }>;

/** The signs of a clause, each with its words taken out before the next is looked for. */
const signsIn = (clause: string): Found => {
  const stays = clause.replace(kept, ' ');
  let left = stays;
  const signs = new Set<Sign>(stays === clause ? [] : ['confirm']);
  for (const sign of order)
    for (const table of tables) {
      const rest = left.replace(table[sign], ' ');
      if (rest === left) continue;
      signs.add(sign);
      left = rest.replace(/ +/g, ' ');
    }
  return { signs, left: left.trim() };
};

const but = /(?<!\p{L})(?:but|pero|porem|however|except|unless|aunque|sauf|only if|si no|though)(?!\p{L})/u;
/** Words that say nothing of their own beside an answer. */
const filler =
  /(?<!\p{L})(?:please|pls|plz|sorry|sir|maam|mam|dear|disculpe|perdon|lo|siento|desculpe|desole|desolee|hi|hello|hey|good|morning|afternoon|evening|dr|doctor|por|favor|hola|buenos|buenas|dias|tardes|noches|senor|senora|ola|bom|boa|dia|tarde|noite|svp|bonjour|bonsoir|monsieur|madame|s|il|vous|plait|i|we|my|me|the|a|to|it|at|on|for|so|much|very|that|this|is|am|pm|de|la|el|las|los|a|que|mi|para|y|o|os|as|e|com|le|les|je|j|mon|ma|pour|et|tu|\p{N}+)(?!\p{L})/gu;

const wordsLeft = (text: string): number => text.replace(filler, ' ').split(' ').filter(Boolean).length;

/** Asked about, it is neither done nor wanted: "how do I cancel", "is my appointment confirmed?" */
const asksHow =
  /^(?:(?:hi|hello|hey|hola|oi|ola|bonjour|sorry|disculpe|desculpe|pardon) )*(?:how (?:do|can|would|should)|what (?:happens|if)|como (?:se )?(?:hago|puedo|cancelo|confirmo|cambio|faco|posso|desmarco|remarco)|comment)(?!\p{L})/u;
const asksWhether =
  /^(?:(?:hi|hello|hey|hola|oi|ola|bonjour|sorry|disculpe|desculpe|pardon|and|y|e|et) )*(?:how|what|why|when|where|which|who|is (?:there|it|my|the|this|our)|was|were|did|do (?:i|we|you)|does|have you|has|am i|are (?:we|you)|if|should|pourquoi|combien|est ce (?:que )?(?:mon|le|ma|c|qu)?|est il|mon (?:rdv|rendez vous) est|(?:le|mon) (?:rdv|rendez vous) (?:est|a)|cuant[oa]s?|cuando|por que|hay|esta|(?:mi|la) cita (?:esta|sigue|fue)|ya (?:esta|quedo)|se (?:cobra|cancelo)|qual|quanto|quando|(?:minha|a) consulta (?:esta|foi|ta)|ja esta|tem (?:taxa|multa|custo))(?!\p{L})/u;
/** "I thought I cancelled": it is believed to be done, and somebody has to look whether it is. */
const believedDone =
  /(?<!\p{L})(?:(?:i|we) (?:already |had |have |thought (?:i|we) (?:had )?|just )*(?:cancell?ed|confirmed|rescheduled)|thought (?:it|this|that) was (?:cancell?ed|confirmed)|already (?:cancell?ed|rescheduled)|was (?:already )?cancell?ed|ya (?:habia |la |lo |he )*(?:cancelado|cancele|cambie|habia cambiado)|habia cancelado|ja (?:tinha |havia )*(?:cancelei|cancelado|desmarquei|remarquei)|tinha (?:cancelado|desmarcado)|(?:j ai|j avais|avais|avait|a ete) (?:deja )?(?:annule|reporte|decommande))(?!\p{L})/u;

const isQuestion = (own: string): boolean => /[?¿]/.test(own);

type Reading = Readonly<{
  signs: ReadonlySet<Sign>;
  left: string;
  asks: boolean;
  /** it is asked about or believed to be done */ isOpen: boolean;
  /** the word for it is there: "can't come" with a question may want another time */ isNamed: boolean;
}>;

const explicit = ({ signs, left, asks, isOpen, isNamed }: Reading): ReadAnswer | undefined => {
  const [moves, drops, keeps] = [signs.has('reschedule'), signs.has('cancel'), signs.has('confirm')];
  if (moves)
    return keeps && !but.test(left) && !asks ? { meaning: 'reschedule', confidence: 0.5 } : { meaning: 'reschedule', confidence: 0.9 };
  if (drops) return { meaning: 'cancel', confidence: isOpen ? 0.4 : keeps || (asks && !isNamed) ? 0.5 : 0.9 };
  if (keeps && isOpen) return { meaning: 'confirm', confidence: 0.4 };
  if (keeps && signs.has('hold')) return { meaning: 'confirm', confidence: 0.5 };
  return keeps ? { meaning: 'confirm', confidence: asks || but.test(left) ? 0.75 : 0.9 } : undefined;
};

/** Yes, no or thanks, and how much else there is beside it. */
const bare = ({ signs, left, asks }: Reading): ReadAnswer => {
  const [yes, no] = [signs.has('yes'), signs.has('no')];
  const much = wordsLeft(left);
  if (signs.has('hold') || (yes && no)) return { ...(yes && !no ? { meaning: 'confirm' as const } : {}), confidence: 0.4 };
  const doubt = asks || but.test(left);
  if (no) return { meaning: 'cancel', confidence: doubt || much > 0 ? 0.5 : 0.85 };
  if (yes) return { meaning: 'confirm', confidence: doubt ? 0.5 : much > 6 ? 0.6 : much > 2 ? 0.75 : 0.9 };
  if (signs.has('thanks')) return { meaning: 'confirm', confidence: doubt || much > 1 ? 0.4 : 0.7 };
  return { confidence: 0 };
};

const meanings: readonly Meaning[] = ['confirm', 'cancel', 'reschedule'];
const courtesy =
  /(?<!\p{L})(?:please|pls|plz|thanks|thank you|thx|ty|gracias|por favor|porfa|obrigad[oa]|svp|s il vous plait|merci|🙏|😊)(?!\p{L})/gu;

/** The campaign's words, alone or with a courtesy. */
const byWords = (folded: string, words: AnswerWords): ReadAnswer | undefined => {
  const polite = folded.replace(courtesy, ' ').replace(/ +/g, ' ').trim();
  const said = (text: string): Meaning | undefined => meanings.find((one) => (words[one] ?? []).some((word) => foldedText(word) === text));
  const exact = said(folded);
  if (exact) return { meaning: exact, confidence: 1 };
  const meaning = polite === '' ? undefined : said(polite);
  return meaning && { meaning, confidence: 0.95 };
};

/**
 * What a reply says of its appointment: by the campaign's words, then by how people say yes, no and another time in English, Spanish, Portuguese and
 * French. Consent is read before.
 */
export const readAnswer = (reply: string, words: AnswerWords = {}): ReadAnswer => {
  const own = ownWords(reply);
  const folded = foldedText(own);
  if (folded === '') return { confidence: 0 };
  const named = byWords(folded, words);
  if (named) return named;
  const clauses = foldedClauses(own).map(signsIn);
  const reading: Reading = {
    signs: new Set(clauses.flatMap(({ signs }) => [...signs])),
    left: clauses.map(({ left }) => left).join(' '),
    asks: isQuestion(own),
    isNamed: /(?<!\p{L})(?:can?c|cxl|cncl|annul|anul|desmarc|decommand)/u.test(folded),
    isOpen: asksHow.test(folded) || believedDone.test(folded) || (isQuestion(own) && asksWhether.test(folded)),
  };
  const answer = explicit(reading) ?? bare(reading);
  return reading.asks && answer.meaning !== 'reschedule' ? { ...answer, asks: true } : answer;
};
