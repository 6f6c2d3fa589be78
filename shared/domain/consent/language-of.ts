import type { Language } from '../kernel/opt-out-words.ts';

const known: ReadonlySet<string> = new Set(['en', 'es', 'pt', 'fr'] satisfies readonly Language[]);

/** The language in which we write to people of a locale (BCP 47): English where we have no words in theirs. */
export const languageOf = (locale: string | undefined): Language => {
  const language = locale?.split('-')[0] ?? '';
  return known.has(language) ? (language as Language) : 'en';
};
