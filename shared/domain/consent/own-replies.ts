/** What a provider tells people about opting out by itself. */

type Word = 'stop' | 'start' | 'help';
type Words = Readonly<Record<Word, readonly string[]>>;

export type Told = Readonly<{
  consent: Word;
  /** what the person wrote */ body: string;
  /** the sender that it came to */ sender: string;
}>;

/** Their network answers STOP, START and UNSTOP by itself, whoever the provider is, and nobody can switch that off. */
const tollFree = /^\+1(?:800|833|844|855|866|877|888)\d{7}$/;
const byTheNetwork: Words = { stop: ['stop'], start: ['start', 'unstop'], help: [] };

/** Only the word alone is taken for one, in any case: "STOP PLEASE" is none. */
const has = (words: Words, { consent, body }: Told): boolean => words[consent].includes(body.trim().toLowerCase().replace(/\s+/g, ''));

/**
 * Whether whoever carries the texts has answered this one, so that we say nothing. `words`: what the provider answers (none: nothing);
 * `isOff`: the company has had that switched off for the sender.
 */
export const isToldByProvider = (told: Told, words: Words | undefined, isOff: boolean): boolean => {
  if (tollFree.test(told.sender) && has(byTheNetwork, told)) return true;
  return words !== undefined && !isOff && has(words, told);
};
