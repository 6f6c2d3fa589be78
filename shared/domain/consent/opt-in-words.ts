/**
 * Words that take an opt-out back, and words that ask who this is, folded and without spaces. START, UNSTOP: default keywords of the US providers;
 * JOIN: mandatory for short codes; HELP, INFO: all of them; AIDE: the CWTA's; the others are their like. YES, which a provider takes for START too, is
 * an answer to a reminder here: only who is asked for his consent gives it by YES.
 */
const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const optInWords = list(`
  start unstop subscribe subscribeme resubscribe optin optmein optbackin optmebackin join resume restart starttexts startmessages startreminders
  iniciar inicio comenzar empezar alta suscribir suscribirme suscribirse reanudar activar
  comecar assinar inscrever reativar voltarareceber
  commencer debut demarrer abonner abonnement sabonner reprendre reabonner
`);

export const helpWords = list(`
  help info information helpme ayuda informacion ayudame ajuda informacao aide infos informations aidezmoi aidemoi
`);

export const optInPhrases: readonly RegExp[] = [
  /^(?:please |pls |can you |i want to |id like to |yes |ok )*(?:opt me (?:back )?in|opt (?:back )?in|re ?subscribe(?: me)?|sign me (?:back )?up|(?:add|put) me back(?: on| in)?|start (?:sending|texting|messaging|the (?:texts|messages|reminders))|unblock me|undo (?:the )?stop)(?!\p{L})/u,
  /^(?:por favor |quiero |deseo )*(?:volver a recibir|suscribirme|reanudar|darme de alta|denme de alta)(?!\p{L})/u,
  /^(?:por favor |quero |desejo )*(?:voltar a receber|me (?:inscrev|cadastr)\p{L}*|quero receber)(?!\p{L})/u,
  /^(?:svp |je veux |je souhaite |je voudrais )*(?:me reabonner|m abonner|recevoir (?:a nouveau|les)|reprendre les)(?!\p{L})/u,
];
