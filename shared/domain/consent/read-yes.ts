import { foldedText } from '../kernel/folded-text.ts';
import type { Language } from '../kernel/opt-out-words.ts';
import { ownWords } from '../kernel/own-words.ts';
import { isCourtesy } from './courtesy.ts';

/**
 * Whether somebody who was asked for his consent gives it. Proof needs a clear word: YES and its kin in four languages, with courtesies around it;
 * "ok", a thumb or a sentence is no consent, and a person reads it.
 */
export type YesReading = Readonly<{ says: 'yes' | 'no'; language: Language }>;

const words = (says: 'yes' | 'no', language: Language, list: string): readonly (readonly [string, YesReading])[] =>
  list.split(' ').map((word) => [word, { says, language }] as const);

const known = new Map<string, YesReading>([
  ...words('yes', 'en', 'yes y yep yeah yup yess yesyes agree iagree accept iaccept yesiagree'),
  ...words('yes', 'es', 'si sip claro claroquesi acepto siacepto deacuerdo'),
  ...words('yes', 'pt', 'sim aceito simaceito concordo'),
  ...words('yes', 'fr', 'oui ouais accepte jaccepte ouijaccepte daccord'),
  ...words('no', 'en', 'no n nope nah nothanks nothankyou'),
  ...words('no', 'pt', 'nao naoobrigado naoobrigada'),
  ...words('no', 'fr', 'non nonmerci'),
]);

/** Undefined: neither. */
export const readYes = (reply: string): YesReading | undefined => {
  const folded = foldedText(ownWords(reply));
  const rest = folded.split(' ').filter((word) => !isCourtesy(word));
  return known.get(rest.join('')) ?? known.get(folded.replaceAll(' ', ''));
};
