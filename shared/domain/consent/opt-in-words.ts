import type { Language } from '../kernel/opt-out-words.ts';

/**
 * Words that take an opt-out back, and words that ask who this is, folded and without spaces. START, UNSTOP: default keywords of the US providers;
 * JOIN: mandatory for short codes; HELP, INFO: all of them; AIDE: the CWTA's; the others are their like. YES, which a provider takes for START too, is
 * an answer to a reminder here: only who is asked for his consent gives it by YES.
 */
const list = (texts: Readonly<Record<Language, string>>): ReadonlyMap<string, Language> =>
  new Map(
    (Object.entries(texts) as readonly (readonly [Language, string])[]).flatMap(([language, text]) =>
      text.split(' ').map((word) => [word, language] as const),
    ),
  );

/** With the language in which the person is answered. */
export const optInWords = list({
  en: 'start unstop subscribe subscribeme resubscribe optin optmein optbackin optmebackin join resume restart starttexts startmessages startreminders',
  es: 'iniciar inicio comenzar empezar alta suscribir suscribirme suscribirse reanudar activar',
  pt: 'comecar assinar inscrever reativar voltarareceber',
  fr: 'commencer debut demarrer abonner abonnement sabonner reprendre reabonner',
});

export const helpWords = list({
  en: 'help info information helpme',
  es: 'ayuda informacion ayudame',
  pt: 'ajuda informacao',
  fr: 'aide infos informations aidezmoi aidemoi',
});

export const optInPhrases: readonly Readonly<{ language: Language; pattern: RegExp }>[] = [
  {
    language: 'en',
    pattern:
      /^(?:please |pls |can you |i want to |id like to |yes |ok )*(?:opt me (?:back )?in|opt (?:back )?in|re ?subscribe(?: me)?|sign me (?:back )?up|(?:add|put) me back(?: on| in)?|start (?:sending|texting|messaging|the (?:texts|messages|reminders))|unblock me|undo (?:the )?stop)(?!\p{L})/u,
  },
  {
    language: 'es',
    pattern: /^(?:por favor |quiero |deseo )*(?:volver a recibir|suscribirme|reanudar|darme de alta|denme de alta)(?!\p{L})/u,
  },
  {
    language: 'pt',
    pattern: /^(?:por favor |quero |desejo )*(?:voltar a receber|me (?:inscrev|cadastr)\p{L}*|quero receber)(?!\p{L})/u,
  },
  {
    language: 'fr',
    pattern: /^(?:svp |je veux |je souhaite |je voudrais )*(?:me reabonner|m abonner|recevoir (?:a nouveau|les)|reprendre les)(?!\p{L})/u,
  },
];
