/** What thumbs make of the small words around an opt-out, as they are written: the core words have their own (`core-words.ts`). */
const typed: ReadonlyMap<string, string> = new Map(
  Object.entries({
    texting: 'txtn txtin txting textin textn textng texing textting texin texrting',
    text: 'tex texxt',
    texts: 'txts texs textes',
    contacting: 'contactin',
    sending: 'sendin snding',
    messaging: 'messagin msging messging',
    messages: 'msges messeges mesages messges messags',
    dont: 'dnt donot dontt doont',
    take: 'tke tak',
    off: 'offf',
    no: 'noo',
    quiten: 'kiten',
    quitenme: 'kitenme',
    saquenme: 'saqenme sakenme',
    saquen: 'saqen saken',
    que: 'k q ke',
    mensajes: 'mensages mjs msjes',
    nao: 'naum naun',
    quero: 'qro kero quro',
    arretez: 'arettez arete arette arreté aretez',
  }).flatMap(([word, slips]) => slips.split(' ').map((slip) => [slip.normalize('NFD').replace(/\p{M}/gu, ''), word] as const)),
);
/** Two words that are one, and one that is two; letters that stand for a word beside another. */
const joins: readonly (readonly [RegExp, string])[] = [
  [
    /(?<!\p{L})(?:stopp|sotp|stpo|tsop|sttop|stiop|sstop|stp|stpp)(?= (?:txt|text|send|mess|msg|contact|call|the |these |bother|spam|it))/gu,
    'stop',
  ],
  [/(?<=no more |stop the |stop your )massages(?!\p{L})/gu, 'messages'],
  [/(?<=(?:veux|souhaite|desire|en veux) )pu(?!\p{L})/gu, 'plus'],
  [/(?<!\p{L})txt me(?= no more)/gu, 'text me anymore'],
  [/(?<=stop )txt me(?!\p{L})/gu, 'texting me'],
  [/(?<=(?:dont|do not|quit|never) )be(?= (?:texting|messaging|calling|contacting|sending))/gu, 'text me anymore'],
  [/(?<!\p{L})do (?:no|nt)(?= (?:text|contact|message|call|send|want|email))/gu, 'dont'],
  [/(?<!\p{L})(?:outta|outa|out ta)(?!\p{L})/gu, 'out of'],
  [/(?<!\p{L})n(?= (?:quero|mand|envi|me |lig|aguento|autorizo))/gu, 'nao'],
  [/(?<!\p{L})m(?= (?:mand|envi|escrib|llam|contact|moleste))/gu, 'me'],
  [/(?<!\p{L})d(?= (?:mand|envi|me |receb))/gu, 'de'],
  [/(?<!\p{L})nomas(?= \p{L})/gu, 'no mas'],
  [/(?<!\p{L})(?:empaz|en pas)(?!\p{L})/gu, 'en paz'],
  [/(?<!\p{L})j ?(?=(?:veux|en veux) plus)/gu, 'je '],
  [/(?<!\p{L})dm(?=env|ecr)/gu, 'de m '],
  [/(?<=(?:take|get|took) (?:me|us|this|my number|it) )of(?= (?:your|ur|the|this|that))/gu, 'off'],
  [/(?<!\p{L})(?:youre|you re)(?= (?:\p{L}+ )?list)/gu, 'your'],
];

export const withTypedWords = (clause: string): string => {
  const words = clause
    .split(' ')
    .map((word) => typed.get(word) ?? word)
    .join(' ');
  return joins.reduce((text, [pattern, word]) => text.replace(pattern, word), words);
};
