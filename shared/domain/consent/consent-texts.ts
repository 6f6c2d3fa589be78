import type { Language } from '../kernel/opt-out-words.ts';

/** What we say about consent, and nothing besides. `ask_now`: the question to somebody who has just written to us, or left his number. */
export type ConsentTextKind = 'stop' | 'start' | 'help' | 'ask' | 'ask_now' | 'welcome';

export type Sayer = Readonly<{
  /** who writes */ name: string;
  /** where people reach a person */ contact?: string | undefined;
  /** of keywords and forms: how often messages come */ frequency?: string | undefined;
  purpose?: 'transactional' | 'marketing' | undefined;
}>;

type Texts = Readonly<Record<Exclude<ConsentTextKind, 'ask_now'>, (sayer: Sayer) => string>>;

const english: Texts = {
  stop: ({ name }) => `${name}: You are unsubscribed and will get no more messages from this number. Reply START to get them again.`,
  start: ({ name }) => `${name}: You will get our messages again. Reply HELP for help, STOP to opt out. Msg & data rates may apply.`,
  help: ({ name, contact }) =>
    `${name}: ${contact === undefined ? 'Ask our office for help' : `For help: ${contact}`}. Msg frequency varies. Msg & data rates may apply. Reply STOP to opt out.`,
  ask: ({ name, purpose, frequency = 'Msg frequency varies' }) =>
    `${name}: Do you want our ${purpose === 'marketing' ? 'offers and news' : 'messages'} by text? ${frequency}. Msg & data rates may apply. Reply YES to agree, STOP to opt out, HELP for help.`,
  welcome: ({ name, purpose, frequency = 'Msg frequency varies' }) =>
    `${name}: You get our ${purpose === 'marketing' ? 'offers and news' : 'messages'} by text now. ${frequency}. Msg & data rates may apply. Reply HELP for help, STOP to opt out.`,
};
const spanish: Texts = {
  stop: ({ name }) => `${name}: Ya no recibirá mensajes de este número. Responda START para volver a recibirlos.`,
  start: ({ name }) =>
    `${name}: Volverá a recibir nuestros mensajes. Responda AYUDA para ayuda, STOP para no recibir más. Pueden aplicarse tarifas.`,
  help: ({ name, contact }) =>
    `${name}: ${contact === undefined ? 'Pida ayuda en nuestra oficina' : `Ayuda: ${contact}`}. La frecuencia varía. Pueden aplicarse tarifas. Responda STOP para no recibir más.`,
  ask: ({ name, purpose, frequency = 'La frecuencia varía' }) =>
    `${name}: ¿Desea recibir ${purpose === 'marketing' ? 'ofertas y noticias' : 'mensajes'} por texto? ${frequency}. Pueden aplicarse tarifas. Responda SI para aceptar, STOP para no recibir, AYUDA para ayuda.`,
  welcome: ({ name, purpose, frequency = 'La frecuencia varía' }) =>
    `${name}: Ahora recibe ${purpose === 'marketing' ? 'ofertas y noticias' : 'nuestros mensajes'} por texto. ${frequency}. Pueden aplicarse tarifas. Responda AYUDA para ayuda, STOP para no recibir más.`,
};
const portuguese: Texts = {
  stop: ({ name }) => `${name}: Você não receberá mais mensagens deste número. Responda START para voltar a receber.`,
  start: ({ name }) =>
    `${name}: Você voltará a receber nossas mensagens. Responda AJUDA para ajuda, STOP para parar. Podem ser cobradas tarifas.`,
  help: ({ name, contact }) =>
    `${name}: ${contact === undefined ? 'Peça ajuda em nosso escritório' : `Ajuda: ${contact}`}. A frequência varia. Podem ser cobradas tarifas. Responda STOP para parar.`,
  ask: ({ name, purpose, frequency = 'A frequência varia' }) =>
    `${name}: Deseja receber ${purpose === 'marketing' ? 'ofertas e novidades' : 'mensagens'} por texto? ${frequency}. Podem ser cobradas tarifas. Responda SIM para aceitar, STOP para não receber, AJUDA para ajuda.`,
  welcome: ({ name, purpose, frequency = 'A frequência varia' }) =>
    `${name}: Agora você recebe ${purpose === 'marketing' ? 'ofertas e novidades' : 'nossas mensagens'} por texto. ${frequency}. Podem ser cobradas tarifas. Responda AJUDA para ajuda, STOP para parar.`,
};
const french: Texts = {
  stop: ({ name }) => `${name}: Vous ne recevrez plus de messages de ce numéro. Répondez START pour en recevoir à nouveau.`,
  start: ({ name }) =>
    `${name}: Vous recevrez à nouveau nos messages. Répondez AIDE pour de l'aide, STOP pour arrêter. Des frais peuvent s'appliquer.`,
  help: ({ name, contact }) =>
    `${name}: ${contact === undefined ? "Demandez de l'aide à notre bureau" : `Aide : ${contact}`}. La fréquence varie. Des frais peuvent s'appliquer. Répondez STOP pour arrêter.`,
  ask: ({ name, purpose, frequency = 'La fréquence varie' }) =>
    `${name}: Voulez-vous recevoir ${purpose === 'marketing' ? 'nos offres et nouvelles' : 'nos messages'} par texto ? ${frequency}. Des frais peuvent s'appliquer. Répondez OUI pour accepter, STOP pour refuser, AIDE pour de l'aide.`,
  welcome: ({ name, purpose, frequency = 'La fréquence varie' }) =>
    `${name}: Vous recevez maintenant ${purpose === 'marketing' ? 'nos offres et nouvelles' : 'nos messages'} par texto. ${frequency}. Des frais peuvent s'appliquer. Répondez AIDE pour de l'aide, STOP pour arrêter.`,
};

const languages: Readonly<Record<Language, Texts>> = { en: english, es: spanish, pt: portuguese, fr: french };

/**
 * The text in the language in which the person wrote. What confirms an opt-out merely confirms it (47 CFR 64.1200(a)(12)); the others name who
 * writes, how often, what it may cost, HELP and STOP, as the carriers' rules for opting in ask.
 */
export const consentText = (kind: ConsentTextKind, language: Language, sayer: Sayer): string =>
  languages[language][kind === 'ask_now' ? 'ask' : kind](sayer);
