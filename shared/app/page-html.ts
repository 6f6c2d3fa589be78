import type { Meaning } from '#domain/conversation/conversation.ts';

type Words = Readonly<{
  ask: string;
  confirm: string;
  cancel: string;
  reschedule: string;
  unsubscribeAsk: string;
  unsubscribe: string;
  done: Readonly<Record<Meaning | 'unsubscribe', string>>;
  over: string;
}>;

const english: Words = {
  ask: 'Your appointment',
  confirm: 'I will come',
  cancel: 'I cannot come',
  reschedule: 'I need another time',
  unsubscribeAsk: 'Do you want no more of these messages?',
  unsubscribe: 'Stop these messages',
  done: {
    confirm: 'Thank you. Your appointment is confirmed.',
    cancel: 'Thank you. We know that you cannot come.',
    reschedule: 'Thank you. We will get in touch about another time.',
    unsubscribe: 'You get no more of these messages.',
  },
  over: 'This link is no longer valid. Please call us.',
};
const spanish: Words = {
  ask: 'Su cita',
  confirm: 'Asistiré',
  cancel: 'No puedo asistir',
  reschedule: 'Necesito otra hora',
  unsubscribeAsk: '¿Ya no desea recibir estos mensajes?',
  unsubscribe: 'No enviar más mensajes',
  done: {
    confirm: 'Gracias. Su cita está confirmada.',
    cancel: 'Gracias. Sabemos que no puede asistir.',
    reschedule: 'Gracias. Le contactaremos para buscar otra hora.',
    unsubscribe: 'Ya no recibirá estos mensajes.',
  },
  over: 'Este enlace ya no es válido. Por favor, llámenos.',
};
const portuguese: Words = {
  ask: 'Sua consulta',
  confirm: 'Vou comparecer',
  cancel: 'Não posso comparecer',
  reschedule: 'Preciso de outro horário',
  unsubscribeAsk: 'Não quer mais receber estas mensagens?',
  unsubscribe: 'Parar as mensagens',
  done: {
    confirm: 'Obrigado. Sua consulta está confirmada.',
    cancel: 'Obrigado. Sabemos que não pode comparecer.',
    reschedule: 'Obrigado. Entraremos em contato para outro horário.',
    unsubscribe: 'Você não receberá mais estas mensagens.',
  },
  over: 'Este link não é mais válido. Por favor, ligue para nós.',
};
const french: Words = {
  ask: 'Votre rendez-vous',
  confirm: 'Je viendrai',
  cancel: 'Je ne peux pas venir',
  reschedule: 'Il me faut une autre heure',
  unsubscribeAsk: 'Ne plus recevoir ces messages ?',
  unsubscribe: 'Arrêter ces messages',
  done: {
    confirm: 'Merci. Votre rendez-vous est confirmé.',
    cancel: 'Merci. Nous savons que vous ne pouvez pas venir.',
    reschedule: 'Merci. Nous vous contacterons pour une autre heure.',
    unsubscribe: 'Vous ne recevrez plus ces messages.',
  },
  over: "Ce lien n'est plus valable. Veuillez nous appeler.",
};
const languages: Readonly<Record<string, Words>> = { en: english, es: spanish, pt: portuguese, fr: french };

/** What a page shows: a question with its buttons, that it was answered, or that the link is over. Nothing of a person. */
export type Page =
  | Readonly<{ kind: 'ask'; chosen?: Meaning | undefined }>
  | Readonly<{ kind: 'ask_unsubscribe' }>
  | Readonly<{ kind: 'done'; what: Meaning | 'unsubscribe' }>
  | Readonly<{ kind: 'over' }>;

const button = (value: string, words: string): string => `<button name="do" value="${value}">${words}</button>`;

const bodyOf = (page: Page, words: Words): string => {
  if (page.kind === 'done') return `<p>${words.done[page.what]}</p>`;
  if (page.kind === 'over') return `<p>${words.over}</p>`;
  if (page.kind === 'ask_unsubscribe')
    return `<h1>${words.unsubscribeAsk}</h1><form method="post">${button('unsubscribe', words.unsubscribe)}</form>`;
  const order = (['confirm', 'cancel', 'reschedule'] as const).toSorted(
    (one, other) => Number(other === page.chosen) - Number(one === page.chosen),
  );
  return `<h1>${words.ask}</h1><form method="post">${order.map((name) => button(name, words[name])).join('')}</form>`;
};

const style =
  'body{font:1.2rem/1.5 system-ui,sans-serif;max-width:28rem;margin:3rem auto;padding:0 1rem;color:#111;background:#fff}' +
  'h1{font-size:1.4rem}button{display:block;width:100%;margin:.6rem 0;padding:.9rem;font:inherit;border:2px solid #111;border-radius:.5rem;background:#fff;color:#111}';

/** A whole page that needs no script. `locale`: BCP 47; languages that we have no words in get English. */
export const pageHtml = (page: Page, locale: string): string => {
  const language = locale.split('-')[0] ?? '';
  const known = Object.hasOwn(languages, language) ? language : 'en';
  const words = languages[known] ?? english;
  return `<!doctype html><html lang="${known}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${words.ask}</title><style>${style}</style></head><body>${bodyOf(page, words)}</body></html>`;
};
