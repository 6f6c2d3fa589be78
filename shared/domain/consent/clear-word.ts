import { optOutWords, type Language, type OptOutWord } from '../kernel/opt-out-words.ts';
import { squeezedLetters } from './core-words.ts';
import { misspelt } from './courtesy.ts';

type Named = Readonly<{ word: string; language: Language }>;

const known = new Map(optOutWords.flatMap((entry) => [[squeezedLetters(entry.word), entry] as const, [entry.word, entry] as const]));
/** A word of the law's or the providers', also with a letter twice. */
export const knownAs = (word: string): OptOutWord | undefined => known.get(word) ?? known.get(squeezedLetters(word));

const inLanguage = (language: Language, words: string): readonly (readonly [string, Language])[] =>
  words.split(' ').map((word) => [word, language] as const);

/** Beyond the words that providers know: these mean nothing but opting out where little else is said. */
const further = new Map<string, Language>([
  ...inLanguage(
    'en',
    'unsub optmeout block blockme blocked blocking donotcontact donotdisturb dnc dnd removeme stopit stopthis takemeoff exit goodbye halt desist unfollow unenroll disenroll deactivate mute spam donotcalllist donotcall nomoretexts',
  ),
  ...inLanguage(
    'es',
    'paren detenga detengan detener bajas darmedebaja dardebaja desuscribir desuscribirme nomas bloquear bloqueado bloqueada bloqueo fuera desafiliar desafiliarme desactivar desinscribir cesar parenle parele parale paralo parenlo parate detente detenlo borrenlo borrenme eliminenlo eliminenme quitenme nomolestar nocontactar',
  ),
  ...inLanguage(
    'pt',
    'parem descadastre descadastro descadastra remover remova desativar desativa desactivar desinscrever sumam naoperturbe naoperturbar naoincomodar chega basta',
  ),
  ...inLanguage(
    'fr',
    'arretez arrete stopper stoppez cessez cesser desabonnez desabonnement desinscription desinscrire desinscrivez resilier blacklister resiliation desactiver bloquer bloque quitter retirer supprimer',
  ),
]);
/** Alone they end it; in a sentence they are of other things. */
const aloneOnly = new Map<string, Language>([
  ...inLanguage('es', 'fin terminar'),
  ...inLanguage('pt', 'interromper encerrar'),
  ...inLanguage('fr', 'sortir'),
]);

/** A word that is nothing else where nothing else is said. */
export const alone = (word: string): Named | undefined => {
  const language = aloneOnly.get(word);
  return language && { word, language };
};

/** Signs that say it without a word. */
const signs: ReadonlySet<string> = new Set(['🛑', '⛔', '🖕']);
export const isSign = (word: string): boolean => signs.has(word);

/** Words that may stand in a sentence that asks for an end and says little else; END or CANCEL could ask for another one. */
export const clearWord = (word: string): Named | undefined => {
  const entry = knownAs(word);
  if (entry) return entry.ambiguous ? undefined : entry;
  const meant = misspelt.get(word);
  if (meant !== undefined) return { word: meant, language: 'en' };
  const language = further.get(word);
  return language && { word, language };
};
