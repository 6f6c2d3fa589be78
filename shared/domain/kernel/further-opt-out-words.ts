import type { Language } from './opt-out-words.ts';

const inLanguage = (language: Language, words: string): readonly (readonly [string, Language])[] =>
  words.split(' ').map((word) => [word, language] as const);

/** Beyond the words that providers know: these mean nothing but opting out where little else is said. A campaign can't take them for an answer. */
export const furtherWords: ReadonlyMap<string, Language> = new Map<string, Language>([
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
export const aloneOnly: ReadonlyMap<string, Language> = new Map<string, Language>([
  ...inLanguage('es', 'fin terminar'),
  ...inLanguage('pt', 'interromper encerrar'),
  ...inLanguage('fr', 'sortir'),
]);
