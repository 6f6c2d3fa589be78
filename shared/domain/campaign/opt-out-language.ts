/**
 * How people are asked for an answer, and told what it is for, in English, Spanish, Portuguese and French: pieces of regular expressions,
 * each a choice. A text is looked at in all four at once: clinics mix them.
 */

const choice = (...texts: readonly string[]): string => `(?:${texts.join('|')})`;

/** Words that ask for an answer. */
export const verbs = choice(
  'reply|respond|answer|text|txt|send|type|write|enter|press|return|sms',
  'respond[ae]r?|contest[ae]r?|env[ií][ae]r?|escrib[ae]|escribir|mand[ae]r?|marque|pulse|presione|teclee|textee',
  'envie|digit[ae]r?|escreva|tecle|pressione|aperte',
  'r[ée]pond(?:ez|re|s)|envoye[zr]|tapez|[ée]crivez|textez|saisissez|appuyez|renvoyez|retournez',
);

/** What may stand between such a verb and the answer. */
export const fillers = choice(
  'us|me|back|to us|with|by|the word|only|just|either',
  'con|la palabra|a este (?:n[uú]mero|mensaje)|solo|s[oó]lo|nos',
  'com|a palavra|apenas',
  'avec|par|le mot|simplement|nous|à ce message|au',
);

export const joiners = choice('or|and|o|u|y|e|ou|et');

/** What begins to say what an answer is for. */
export const purposeWords = choice(
  '(?:in order )?to|for|if|when|2|=|:|-|–|—|and we',
  'para|por|si|cuando|y le',
  'se|quando|e n[oó]s',
  'pour|afin de|quand|et nous',
);

/** Those that leave no doubt that a word before them is an answer: "PLANTA BAJA - 3" is none. */
export const surePurposeWords = choice('to', 'para', 'pour', '=');

const theirs = `(?:your |the |all |these |this |our |any |further |future |receiving |getting )*`;
const kinds = `(?:texts?|sms|msgs?|messages?|messaging|reminders?|alerts?|subscriptions?|notifications?|service|appointment reminders?)`;
const english = choice(
  `(?:be |get )?(?:opt(?:ed)?[ -]?out|unsubscribed?|removed?)|no (?:more|longer)|not (?:receive|get)`,
  `(?:stop|quit|end|revoke)(?:\\s*$|\\s*[,)]| (?:or|and|at any ?time|any ?time|receiving|getting|consent)\\b| ${theirs}${kinds})`,
  `(?:don['’]t|do not|you no longer) (?:want|wish)|cancel ${theirs}${kinds}`,
);

const suyos =
  '(?:de |la |las |los |el |su |sus |tu |tus |estos |estas |este |nuestros |todos |a |as |o |os |estas |nossas |todas |recibir |receber )*';
const mensajes =
  '(?:mensajes?|textos?|sms|avisos?|recordatorios?|alertas?|notificaci[oó]n(?:es)?|suscripci[oó]n|servicio|mensagens?|lembretes?|notificaç(?:ão|ões)|inscriç(?:ão|ões)|assinatura|cadastro)';
const spanish = choice(
  'no (?:querer |volver a )?recibir|(?:ya )?no (?:quiere|desea|quieres|deseas)|dejar de recibir|dar(?:se|te|me|lo|la)? de baja|desuscrib|desinscrib|anular (?:la |su |tu )?suscripci[oó]n',
  `(?:salir|parar|detener|cancelar|terminar|dejar) ${suyos}${mensajes}`,
  '(?:salir|parar|detener)(?:\\s*$|\\s*[,)]| (?:en cualquier momento|de (?:la|esta) lista|o )\\b)',
);
const portuguese = choice(
  'n[aã]o (?:querer |mais )?receber|n[aã]o (?:quer|deseja)|(?:deixar|parar) de receber|(?:se )?descadastr|ser removid[oa]|cancelar (?:a |sua )?(?:inscriç|assinatura)',
  `(?:sair|parar|cancelar|suspender) ${suyos}${mensajes}`,
  '(?:sair|parar)(?:\\s*$|\\s*[,)]| (?:a qualquer momento|da lista|ou )\\b)',
);
const french = choice(
  "ne plus (?:recevoir|en recevoir)|ne pas recevoir|(?:vous |se |me )?d[ée](?:sabonne|sinscri)|[êe]tre retir[ée]|(?:annuler|r[ée]silier) (?:l['’]|votre |mon )abonnement",
  `(?:arr[êe]ter|stopper|annuler) (?:de recevoir |les |ces |nos |vos |tous |l['’]envoi |des |d['’])*(?:messages?|sms|textos?|rappels?|alertes?|notifications?|envois?|envoi)`,
  '(?:arr[êe]ter|stopper)(?:\\s*$|\\s*[,)]| (?:à tout moment|en tout temps|ou )\\b)',
);

/** That an answer ends the messages. */
export const optOuts = choice(english, spanish, portuguese, french);

/** That it is about the visit. */
export const visits = choice(
  'appointments?|appts?|visits?|bookings?|reservations?|sessions?|slots?|resched\\p{L}*|confirm\\p{L}*',
  'citas?|visitas?|turnos?|consultas?|reservas?|sesi[oó]n(?:es)?|reprogram\\p{L}*|reagend\\p{L}*|asistencia',
  'agendamentos?|hor[aá]rios?|remarc\\p{L}*|sess(?:ão|ões)',
  'rendez-vous|rdv|visites?|consultations?|r[ée]servations?|s[ée]ances?|report\\p{L}*',
);

/** That it is about messages. */
export const messages = choice(
  'texts?|sms|messages?|messaging|reminders?|alerts?|notifications?|communications?|e-?mails?|subscriptions?',
  mensajes,
  'rappels?|alertes?|abonnements?|textos?|envois?',
);

/** That the whole sentence is about opting out, before it names the word. */
export const optOutsBefore = choice(
  'opt[ -]?out|unsubscribe|stop (?:these |receiving |getting |all |our )*(?:texts?|messages?|reminders?)',
  `de baja|no recibir|dejar de recibir|desuscrib\\p{L}*|(?:parar|cancelar|detener) ${suyos}${mensajes}`,
  `n[aã]o receber|(?:deixar|parar) de receber|descadastr\\p{L}*`,
  `ne plus recevoir|d[ée]sabonn\\p{L}*|d[ée]sinscri\\p{L}*|arr[êe]ter (?:les |nos |ces )*(?:messages|rappels|sms|textos|envois)`,
);
