import { createHash } from 'node:crypto';
import type { Language } from '#domain/kernel/opt-out-words.ts';

type Words = Readonly<{
  title: string;
  phone: string;
  agree: string;
  send: string;
  invalid: string;
  untick: string;
  done: string;
  ask: string;
  before: (from: string) => string;
  busy: string;
  over: string;
}>;

const languages: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Messages by text',
    phone: 'Your mobile number',
    agree: 'I agree',
    send: 'Send me messages',
    invalid: 'This is no mobile number that can get texts. Write it with its area code, like 208 555 0123.',
    untick: 'Tick the box if you agree; without it nothing is sent.',
    done: 'Thank you. A text confirms it.',
    ask: 'Thank you. Answer the text that you get now with YES.',
    before: (from) => `If you have stopped our messages before, text START to ${from} first.`,
    busy: 'Too many people are here at once. Please try again in a minute.',
    over: 'This page is no longer in use.',
  },
  es: {
    title: 'Mensajes de texto',
    phone: 'Su número de celular',
    agree: 'Acepto',
    send: 'Quiero recibir mensajes',
    invalid: 'Este no es un celular que reciba mensajes. Escríbalo con su código de área, como 208 555 0123.',
    untick: 'Marque la casilla si acepta; sin ella no se envía nada.',
    done: 'Gracias. Un mensaje lo confirma.',
    ask: 'Gracias. Responda SI al mensaje que recibe ahora.',
    before: (from) => `Si antes detuvo nuestros mensajes, envíe START al ${from} primero.`,
    busy: 'Hay demasiadas personas a la vez. Inténtelo en un minuto.',
    over: 'Esta página ya no está en uso.',
  },
  pt: {
    title: 'Mensagens de texto',
    phone: 'Seu número de celular',
    agree: 'Concordo',
    send: 'Quero receber mensagens',
    invalid: 'Este não é um celular que receba mensagens. Escreva-o com o código de área, como 208 555 0123.',
    untick: 'Marque a caixa se concorda; sem ela nada é enviado.',
    done: 'Obrigado. Uma mensagem confirma.',
    ask: 'Obrigado. Responda SIM à mensagem que recebe agora.',
    before: (from) => `Se antes parou nossas mensagens, envie START para ${from} primeiro.`,
    busy: 'Há muitas pessoas ao mesmo tempo. Tente em um minuto.',
    over: 'Esta página não está mais em uso.',
  },
  fr: {
    title: 'Messages par texto',
    phone: 'Votre numéro de mobile',
    agree: "J'accepte",
    send: 'Je veux recevoir les messages',
    invalid: "Ce n'est pas un mobile qui reçoit des messages. Écrivez-le avec son indicatif, comme 208 555 0123.",
    untick: "Cochez la case si vous acceptez ; sans elle rien n'est envoyé.",
    done: 'Merci. Un texto le confirme.',
    ask: 'Merci. Répondez OUI au texto que vous recevez maintenant.',
    before: (from) => `Si vous aviez arrêté nos messages, envoyez d'abord START au ${from}.`,
    busy: 'Trop de personnes à la fois. Réessayez dans une minute.',
    over: "Cette page n'est plus utilisée.",
  },
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign);

export type FormPage =
  | Readonly<{ kind: 'ask'; shown: string; problem?: 'invalid' | 'untick'; phone?: string }>
  | Readonly<{ kind: 'done'; isAsked: boolean; from: string }>
  | Readonly<{ kind: 'busy' | 'over' }>;

/** What stood on the page, for the ledger: the disclosure, and the box and button that were used. */
export const shownOnForm = (shown: string, language: Language): string =>
  `${shown}\n[x] ${languages[language].agree}\n[${languages[language].send}]`;

const asking = ({ shown, problem, phone = '' }: Extract<FormPage, { kind: 'ask' }>, words: Words): string => {
  const wrong = problem === undefined ? '' : `<p role="alert">${escaped(words[problem])}</p>`;
  const field = `<label for="phone">${words.phone}</label><input id="phone" name="phone" type="tel" autocomplete="tel" required maxlength="40" value="${escaped(phone)}">`;
  const box = `<label class="box"><input type="checkbox" name="agree" value="yes" required> ${escaped(words.agree)}</label>`;
  return `<h1>${words.title}</h1>${wrong}<form method="post">${field}<p>${escaped(shown)}</p>${box}<button>${words.send}</button></form>`;
};

const bodyOf = (page: FormPage, words: Words): string => {
  if (page.kind === 'ask') return asking(page, words);
  if (page.kind === 'done') return `<p>${page.isAsked ? words.ask : words.done}</p><p>${escaped(words.before(page.from))}</p>`;
  return `<p>${words[page.kind]}</p>`;
};

const style =
  'body{font:1.2rem/1.5 system-ui,sans-serif;max-width:30rem;margin:3rem auto;padding:0 1rem;color:#111;background:#fff}h1{font-size:1.4rem}' +
  'label{display:block;margin:.8rem 0 .3rem}input[type=tel],button{display:block;width:100%;box-sizing:border-box;padding:.9rem;font:inherit;border:2px solid #111;border-radius:.5rem;background:#fff;color:#111}' +
  'button{margin-top:1rem}[role=alert]{border-left:.3rem solid #b00;padding-left:.7rem}';

/** For the policy that lets a page have this style and nothing else. */
export const formStyleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** A whole page that needs no script. */
export const formHtml = (page: FormPage, language: Language): string => {
  const words = languages[language];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${words.title}</title><style>${style}</style></head><body>${bodyOf(page, words)}</body></html>`;
};
