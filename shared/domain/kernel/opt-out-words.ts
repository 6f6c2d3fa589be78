export type Language = 'en' | 'es' | 'pt' | 'fr';

export type OptOutWord = Readonly<{
  word: string;
  language: Language;
  /** could be about the appointment: alone it unsubscribes, in a sentence it says something else */
  ambiguous?: true;
}>;

const wordsOf = (language: Language, words: string, ambiguous = ''): readonly OptOutWord[] => [
  ...words.split(' ').map((word) => ({ word, language })),
  ...ambiguous.split(' ').flatMap((word) => (word === '' ? [] : [{ word, language, ambiguous: true as const }])),
];

/**
 * Words that unsubscribe whoever answers them alone, folded: the union of what the law and the providers name, and their like in the other
 * languages. Templates may not ask for them for anything else, and replies are held against them.
 *
 * English: 47 CFR 64.1200(a)(10) (stop, quit, end, revoke, opt out, cancel, unsubscribe) and what the providers' documentation calls their
 * default keywords (stopall, optout; AWS also remove and td). Spanish: salir and cancelar of Colombia's CRC, baja and cancelar of the MMA's
 * guidelines. Portuguese: sair of Brazil's Anatel. French: arret of the CWTA's short code guidelines. The others are what a reader takes for STOP.
 * `test/domain/consent/provider-words.ts` has the lists one by one.
 */
export const optOutWords: readonly OptOutWord[] = [
  ...wordsOf('en', 'stop stopall unsubscribe quit revoke optout remove td', 'end cancel'),
  ...wordsOf('es', 'alto baja parar pare detener salir', 'cancelar'),
  ...wordsOf('pt', 'sair descadastrar'),
  ...wordsOf('fr', 'arret arreter desabonner', 'annuler'),
];
