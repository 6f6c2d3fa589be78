import { z } from 'zod';
import { remember } from '../kernel/remember.ts';

/** Languages in which Carillon writes days, hours, money and plurals. */
export const languages = ['en', 'es', 'pt', 'fr'] as const;
export type Language = (typeof languages)[number];

/** A language as one country writes it; `country` has two capital letters. */
export type Locale = Readonly<{ language: Language; country: string }>;

/** A locale as a campaign names it: a language, or a language and a country. */
export const localeName = z.string().regex(/^(?:en|es|pt|fr)(?:-[A-Z]{2})?$/, 'en, es, pt or fr, or one of them with a country like es-MX');

/** As people write them into a column, without marks. */
const spoken: Readonly<Record<string, Language>> = {
  eng: 'en',
  english: 'en',
  ingles: 'en',
  anglais: 'en',
  spa: 'es',
  spanish: 'es',
  espanol: 'es',
  castellano: 'es',
  espagnol: 'es',
  espanhol: 'es',
  por: 'pt',
  portuguese: 'pt',
  portugues: 'pt',
  brazilian: 'pt',
  portugais: 'pt',
  fra: 'fr',
  fre: 'fr',
  french: 'fr',
  francais: 'fr',
  frances: 'fr',
};

const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);

const languageOf = (text: string): Language | undefined => {
  if (isLanguage(text)) return text;
  return Object.hasOwn(spoken, text) ? spoken[text] : undefined;
};

const read = (text: string): Readonly<{ language: Language; country?: string }> | undefined => {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
  const [, name = '', country] = /^([a-z]{2,12})(?:[-_ (]+([a-z]{2})\)?)?$/.exec(plain) ?? [];
  const language = languageOf(name);
  if (language === undefined) return undefined;
  return country === undefined ? { language } : { language, country: country.toUpperCase() };
};

const readOnce = remember(1_000, (text: string) => read(text) ?? 'none');

/**
 * A locale as a campaign or a row says it: "es", "es-MX", "pt_BR", "Spanish", "Español". Without a country it is the region's (US unless
 * told). Undefined for a language that Carillon does not write.
 */
export const readLocale = (text: string, region: string | undefined): Locale | undefined => {
  const found = readOnce(text);
  return found === 'none' ? undefined : { language: found.language, country: found.country ?? region ?? 'US' };
};
