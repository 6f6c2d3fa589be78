import type { Language } from '../kernel/opt-out-words.ts';

/**
 * An opt-out word at the edge of a clause that says more: "I get too many of these please stop", "stop its 6 am". What stands beside it tells it from
 * a bus stop, from what can't be stopped, and from a visit.
 */

const whole = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');

const please =
  'please|pls|plz|plse|pleas|kindly|just|por favor|porfa|porfavor|pfv|pf|svp|stp|s il vous plait|s il te plait|merci de|now|gracias|thanks|thank you|obrigad[oa]|merci|bcp|🙏|already|ya|agora|maintenant|immediately|immediatement|asap';
/** These are said politely, or of something else. */
const politely = 'arreter|cesser|remove|quit|delete|unsub|opt out|alto|basta|chega';
const words = 'stop|unsubscribe|paren|pare|parem|detenganse|arretez|arrete|cessez|stoppez';

/** Something else is to stop, or does not. */
const about =
  'pain|bleed\\p{L}*|cough\\p{L}*|vomit\\p{L}*|cry\\p{L}*|hurt\\p{L}*|sneez\\p{L}*|itch\\p{L}*|nausea|med|meds|medic\\p{L}*|pills?|aspirin|thinners?|treatment|drugs?|fever|swelling|dizz\\p{L}*|bus|train|car|light|sign|tram|metro|traffic|gas|dolor|sangr\\p{L}*|tos|pastillas?|dor|sangramento|remedio|tosse|douleur|saign\\p{L}*|touss\\p{L}*|traitement|medicaments?|carro|transito|trafico|auto|appointment|appt|cita|consulta|rdv|insurance|payments?|bill\\p{L}*|autopay|baby|bebe|voices?';
const aboutElse = whole(about);

const before =
  'bus|the|a|an|next|this|that|cant|cannot|wont|doesnt|dont|not|never|will|would|should|can|could|i|it|he|she|they|we|you|to|light|sign|train|one|non|production|bleeding|full|pit|quick|rest|truck|first|last|until|when|where|did|does|do|that|nonstop|tube|no|nao|ne|n|que|si|me|se|le|la|el|o|a|un|au|du|il|elle|ca|on|au|al|del|mi|su|muy|tan|mas|mais|lo|em|un';
const atEnd = new RegExp(`(?<!(?<!\\p{L})(?:${before}) )(?<![\\p{L}\\p{N}])(?:${words})(?: (?:${please}))*$`, 'u');
const politeAtEnd = new RegExp(`(?<!\\p{L})(?:${please}) (?:${words}|${politely})(?: (?:${please}))*$`, 'u');
const mustStop = whole(
  '(?:this|these|it|they|those|texts|messages|msgs|reminders|calls|texting|shit|crap|harassment|nonsense) (?:really |just )?(?:needs?|has|have|must|gotta|got|better|should)(?: got)?(?: to)? (?:stop|end|cease)',
);
/** Said first, before a reason, a person or a courtesy. */
const atStart = new RegExp(
  `^(?:(?:${please}|ok|okay|hey|hi|hello|yo|no|yes|omg|wtf|seriously|dude|bro|sir|maam|guys|oh my god|jesus christ|for gods sake) )*stop (?:${please}|i|im|ive|its|it s|it is|you|u|your|youre|waking|annoying|bothering|harassing|bugging|pestering|spamming|or|my (?:\\p{L}+ )?(?:mom|mother|dad|father|husband|wife|son|daughter|kid|phone|number|grandma)|because|cuz|cause|bc|who|what the|we|wrong|hes|shes|dont|do not|not|never|everything|no|sir|already|wasting|freaking|fucking|con|de|com|avec|les|vos|tes|ces|aux (?:sms|messages?|textos?|pubs?|envois|rappels|notifications)|a vos|ca|c est|mandando|enviando|mensajes|mensagens|los|las|as|os|essas|esses|estos|a los|reminders?|texts?|all|j en|je|c|plus|not|\\p{N}+|end|quit|arretez|(?:the |this |your )?(?:bot|robot|system|automated|service|program|machine|campaign|auto))(?!\\p{L})`,
  'u',
);
/** Where to stop, or what: "stop by", "stop the medication". */
const elsewhere =
  /^(?:\S+ )*?stop (?:\S+ )?(?:by|at|in|on|over|off|here|there|near|taking|using|eating|drinking|smoking|working)(?!\p{L})/u;

/** A question about when something ends. */
const asks = /^(?:when|where|will|does|do|did|is|what time|how long|cuando|donde|quando|quand|ou) /u;

const isAtEdge = (clause: string): boolean => {
  if (aboutElse.test(clause) || asks.test(clause)) return false;
  if (mustStop.test(clause)) return true;
  const length = clause.split(' ').length;
  if (length > 1 && length <= 16 && (politeAtEnd.test(clause) || (length <= 8 && atEnd.test(clause)))) return true;
  return atStart.test(clause) && !elsewhere.test(clause);
};

const spoken: readonly (readonly [Language, RegExp])[] = [
  ['es', whole('alto|paren|detenganse|mensajes?')],
  ['pt', whole('parem|pare|mensage[mn]s?')],
  ['fr', whole('arretez?|arreter|cessez|cesser|stoppez|svp|merci')],
];

/** The language of an opt-out word that stands at one of the clause's ends; undefined where none does. */
export const edgeLanguage = (clause: string): Language | undefined =>
  isAtEdge(clause) ? (spoken.find(([, pattern]) => pattern.test(clause))?.[0] ?? 'en') : undefined;
