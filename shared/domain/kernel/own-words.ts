/** Telephones send a reaction as a text that quotes what it is about, with the STOP of its last line. */
const reactions: readonly (readonly [pattern: RegExp, says: string])[] = [
  [/^\s*(?:liked|loved|le gust[oó]|le encant[oó]|a aim[eé]|a ador[eé]|gostou de|curtiu|adorou|amou)\s+[“"«„].*[”"»]\s*$/isu, '👍'],
  [/^\s*(?:disliked|no le gust[oó]|n['’]a pas aim[eé]|n[aã]o gostou de)\s+[“"«„].*[”"»]\s*$/isu, '👎'],
  [
    /^\s*(?:laughed at|emphasi[sz]ed|questioned|removed an? \w+ from|se ri[oó] de|enfatiz[oó]|pregunt[oó] (?:por|sobre)|a ri (?:de|à)|a soulign[eé]|riu de|enfatizou|questionou)\s+[“"«„].*[”"»]\s*$/isu,
    '',
  ],
];
/** "👍 to “See you on Monday …”" */
const emojiReaction = /^\s*(?:reacted\s+)?(\p{Extended_Pictographic}\S*)\s+(?:to|a|en|à|para)\s+[“"«„].*[”"»]\s*$/su;

/** Where a mail program begins to quote. */
const quoteStarts =
  /^(?:\s*>|\s*-{2,}\s*(?:original message|mensaje original|mensagem original|message d['’]origine|forwarded)|.{0,200}\b(?:wrote|escribi[oó]|escreveu|a [eé]crit)\s*:\s*$|(?:from|de|von)\s?: .{0,200}@)/imu;

/** The part of a reply that its sender wrote: without what he quotes, and a reaction as the emoji that it is. */
export const ownWords = (text: string): string => {
  for (const [pattern, says] of reactions) if (pattern.test(text)) return says;
  const reaction = emojiReaction.exec(text);
  if (reaction) return reaction[1]!;
  const quote = quoteStarts.exec(text);
  return quote ? text.slice(0, quote.index) : text;
};
