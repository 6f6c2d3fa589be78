/** Longer replies are looked at up to here, UTF-16 units: whoever answers a reminder says it at the beginning. */
const longest = 1_000;

const emoji = /\p{Extended_Pictographic}/u;
/** What follows an emoji and does not change what it says: variation selectors, skin tones, and whatever is joined to it. */
const emojiSuffix = /\u{1F3FB}|\u{1F3FC}|\u{1F3FD}|\u{1F3FE}|\u{1F3FF}|\uFE0E|\uFE0F|\u200D\p{Extended_Pictographic}/gu;
/** "can't" is one word in English, "d'accord" two in French. */
const contraction = /['’‘´`](?=(?:t|s|m|d|re|ll|ve)(?!\p{L}))/giu;

/**
 * What people type, so that it can be compared: lower case, without accents and punctuation, fancy letters as plain ones, each emoji a word of
 * its own, single spaces between words and none around them.
 */
export const foldedText = (text: string): string =>
  text
    .slice(0, longest)
    .replace(contraction, '')
    .replace(emojiSuffix, '')
    .normalize('NFKD')
    .replace(/[\p{M}\u200B-\u200F\u2060\uFEFF]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, (sign) => (emoji.test(sign) && !/[©®™]/.test(sign) ? ` ${sign} ` : ' '))
    .replace(/ +/g, ' ')
    .trim();

/** The text in pieces that say one thing each, folded: sentences, lines and clauses. Empty ones are left out. */
export const foldedClauses = (text: string): readonly string[] =>
  text
    .slice(0, longest)
    .split(/[.!?;,:\n\r…—–]+|(?<=\s)-(?=\s)/u)
    .map(foldedText)
    .filter((clause) => clause !== '');
