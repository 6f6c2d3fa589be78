import type { Language } from '../kernel/opt-out-words.ts';

/** A pattern over one folded clause. `wrong` tells that somebody else was meant to get the messages. */
export type OptOutPhrase = Readonly<{ language: Language; pattern: RegExp; wrong?: true }>;

export const choice = (...texts: readonly string[]): string => `(?:${texts.join('|')})`;

/** Up to `most` of these words, each with a space behind it. */
export const some = (words: string, most = 8): string => `(?:(?:${words}) ){0,${most}}`;

const whole = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');

/** `wrong`: patterns that tell of a wrong person. */
export const phrasesOf = (language: Language, patterns: readonly string[], wrong: readonly string[]): readonly OptOutPhrase[] => [
  ...patterns.map((pattern) => ({ language, pattern: whole(pattern) })),
  ...wrong.map((pattern) => ({ language, pattern: whole(pattern), wrong: true as const })),
];
