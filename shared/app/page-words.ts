import type { Language } from '#domain/campaign/languages.ts';
import type { Meaning } from '#domain/conversation/conversation.ts';

/** Why a page can't be answered. */
export type NoAnswer = 'unknown' | 'expired' | 'past' | 'moved' | 'gone';
/** What is wrong with what was posted. */
export type NotTaken = 'nothing_chosen' | 'type_unknown' | 'too_large';

/** All that pages say, in one language. Whoever has no way on is told what to do next. */
export type PageWords = Readonly<{
  appointment: string;
  asks: Readonly<Record<Meaning, string>>;
  buttons: Readonly<Record<Meaning | 'unsubscribe', string>>;
  /** what stands, before it is asked again */ said: Readonly<Record<Meaning, string>>;
  changeable: string;
  unsubscribeAsk: string;
  done: Readonly<Record<Meaning | 'unsubscribe', string>>;
  over: Readonly<Record<NoAnswer, string>>;
  next: string;
  notTaken: Readonly<Record<NotTaken, string>>;
  unchanged: string;
  preview: string;
  previewNext: string;
}>;

const english: PageWords = {
  appointment: 'Your appointment',
  asks: {
    confirm: 'Will you come to your appointment?',
    cancel: 'Do you want to cancel your appointment?',
    reschedule: 'Do you need another time?',
  },
  buttons: {
    confirm: 'I will come',
    cancel: 'I cannot come',
    reschedule: 'I need another time',
    unsubscribe: 'Stop these messages',
  },
  said: { confirm: 'You said that you will come.', cancel: 'You said that you cannot come.', reschedule: 'You asked for another time.' },
  changeable: 'You can change your answer here until the appointment.',
  unsubscribeAsk: 'Do you want no more of these messages?',
  done: {
    confirm: 'Thank you. Your appointment is confirmed.',
    cancel: 'Thank you. We know that you cannot come.',
    reschedule: 'Thank you. We will get in touch about another time.',
    unsubscribe: 'You get no more of these messages.',
  },
  over: {
    unknown: 'This link is not valid.',
    expired: 'This link is no longer valid.',
    past: 'This appointment is over.',
    moved: 'This appointment has been moved since this message was sent.',
    gone: 'This appointment is no longer in the calendar.',
  },
  next: 'Nothing was changed. Please call us, or answer the message that you got.',
  notTaken: {
    nothing_chosen: 'No answer was chosen.',
    type_unknown: 'The answer came in a form that we cannot read.',
    too_large: 'The answer was too large.',
  },
  unchanged: 'Nothing was changed. Please press one of the buttons.',
  preview: 'This is a preview.',
  previewNext: 'In the real message this link leads to the page of the person who gets it. Nothing can be answered here.',
};

const spanish: PageWords = {
  appointment: 'Su cita',
  asks: { confirm: '¿Asistirá a su cita?', cancel: '¿Desea cancelar su cita?', reschedule: '¿Necesita otra hora?' },
  buttons: {
    confirm: 'Asistiré',
    cancel: 'No puedo asistir',
    reschedule: 'Necesito otra hora',
    unsubscribe: 'No enviar más mensajes',
  },
  said: { confirm: 'Usted dijo que asistirá.', cancel: 'Usted dijo que no puede asistir.', reschedule: 'Usted pidió otra hora.' },
  changeable: 'Puede cambiar su respuesta aquí hasta la cita.',
  unsubscribeAsk: '¿Ya no desea recibir estos mensajes?',
  done: {
    confirm: 'Gracias. Su cita está confirmada.',
    cancel: 'Gracias. Sabemos que no puede asistir.',
    reschedule: 'Gracias. Le contactaremos para buscar otra hora.',
    unsubscribe: 'Ya no recibirá estos mensajes.',
  },
  over: {
    unknown: 'Este enlace no es válido.',
    expired: 'Este enlace ya no es válido.',
    past: 'Esta cita ya pasó.',
    moved: 'Esta cita se cambió después de enviarse este mensaje.',
    gone: 'Esta cita ya no está en la agenda.',
  },
  next: 'No se cambió nada. Por favor, llámenos o responda al mensaje que recibió.',
  notTaken: {
    nothing_chosen: 'No se eligió ninguna respuesta.',
    type_unknown: 'La respuesta llegó en una forma que no podemos leer.',
    too_large: 'La respuesta era demasiado grande.',
  },
  unchanged: 'No se cambió nada. Por favor, pulse uno de los botones.',
  preview: 'Esto es una vista previa.',
  previewNext: 'En el mensaje real este enlace lleva a la página de quien lo recibe. Aquí no se puede responder.',
};

const portuguese: PageWords = {
  appointment: 'Sua consulta',
  asks: { confirm: 'Você virá à sua consulta?', cancel: 'Deseja cancelar sua consulta?', reschedule: 'Precisa de outro horário?' },
  buttons: {
    confirm: 'Vou comparecer',
    cancel: 'Não posso comparecer',
    reschedule: 'Preciso de outro horário',
    unsubscribe: 'Parar as mensagens',
  },
  said: {
    confirm: 'Você disse que vai comparecer.',
    cancel: 'Você disse que não pode comparecer.',
    reschedule: 'Você pediu outro horário.',
  },
  changeable: 'Você pode mudar sua resposta aqui até a consulta.',
  unsubscribeAsk: 'Não quer mais receber estas mensagens?',
  done: {
    confirm: 'Obrigado. Sua consulta está confirmada.',
    cancel: 'Obrigado. Sabemos que não pode comparecer.',
    reschedule: 'Obrigado. Entraremos em contato para outro horário.',
    unsubscribe: 'Você não receberá mais estas mensagens.',
  },
  over: {
    unknown: 'Este link não é válido.',
    expired: 'Este link não é mais válido.',
    past: 'Esta consulta já passou.',
    moved: 'Esta consulta mudou depois que esta mensagem foi enviada.',
    gone: 'Esta consulta não está mais na agenda.',
  },
  next: 'Nada foi alterado. Por favor, ligue para nós ou responda à mensagem que recebeu.',
  notTaken: {
    nothing_chosen: 'Nenhuma resposta foi escolhida.',
    type_unknown: 'A resposta veio em uma forma que não conseguimos ler.',
    too_large: 'A resposta era grande demais.',
  },
  unchanged: 'Nada foi alterado. Por favor, aperte um dos botões.',
  preview: 'Isto é uma prévia.',
  previewNext: 'Na mensagem real este link leva à página de quem a recebe. Aqui não se pode responder.',
};

const french: PageWords = {
  appointment: 'Votre rendez-vous',
  asks: {
    confirm: 'Viendrez-vous à votre rendez-vous ?',
    cancel: 'Voulez-vous annuler votre rendez-vous ?',
    reschedule: 'Vous faut-il une autre heure ?',
  },
  buttons: {
    confirm: 'Je viendrai',
    cancel: 'Je ne peux pas venir',
    reschedule: 'Il me faut une autre heure',
    unsubscribe: 'Arrêter ces messages',
  },
  said: {
    confirm: 'Vous avez dit que vous viendrez.',
    cancel: 'Vous avez dit que vous ne pouvez pas venir.',
    reschedule: 'Vous avez demandé une autre heure.',
  },
  changeable: "Vous pouvez changer votre réponse ici jusqu'au rendez-vous.",
  unsubscribeAsk: 'Ne plus recevoir ces messages ?',
  done: {
    confirm: 'Merci. Votre rendez-vous est confirmé.',
    cancel: 'Merci. Nous savons que vous ne pouvez pas venir.',
    reschedule: 'Merci. Nous vous contacterons pour une autre heure.',
    unsubscribe: 'Vous ne recevrez plus ces messages.',
  },
  over: {
    unknown: "Ce lien n'est pas valable.",
    expired: "Ce lien n'est plus valable.",
    past: 'Ce rendez-vous est passé.',
    moved: "Ce rendez-vous a été déplacé depuis l'envoi de ce message.",
    gone: "Ce rendez-vous n'est plus dans l'agenda.",
  },
  next: "Rien n'a été changé. Veuillez nous appeler, ou répondre au message que vous avez reçu.",
  notTaken: {
    nothing_chosen: "Aucune réponse n'a été choisie.",
    type_unknown: 'La réponse est venue sous une forme que nous ne pouvons pas lire.',
    too_large: 'La réponse était trop grande.',
  },
  unchanged: "Rien n'a été changé. Veuillez appuyer sur un des boutons.",
  preview: 'Ceci est un aperçu.',
  previewNext: 'Dans le vrai message ce lien mène à la page de qui le reçoit. Ici on ne peut rien répondre.',
};

export const pageWords: Readonly<Record<Language, PageWords>> = { en: english, es: spanish, pt: portuguese, fr: french };
