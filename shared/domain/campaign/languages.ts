/** Languages that our own words are in. */
export const languages = ['en', 'es', 'pt', 'fr'] as const;
export type Language = (typeof languages)[number];

const known = (tag: string): Language | undefined => {
  const base = tag.trim().toLowerCase().split('-')[0];
  return languages.find((language) => language === base);
};

/** The language of a BCP 47 tag, if it is one of ours. */
export const languageOf = (locale: string | undefined): Language | undefined => (locale === undefined ? undefined : known(locale));

const longestHeader = 500;

/** What somebody's browser asks for (RFC 9110, 12.5.4): the best of ours that it takes at all; undefined where it wants none of them. */
export const preferredLanguage = (acceptLanguage: string | undefined): Language | undefined => {
  let best: Language | undefined;
  let weight = 0;
  for (const part of (acceptLanguage ?? '').slice(0, longestHeader).split(',')) {
    const [tag = '', ...parameters] = part.split(';');
    const written = parameters.map((one) => /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/.exec(one)?.[1]).find((q) => q !== undefined);
    const q = Number(written ?? (parameters.length === 0 ? '1' : '0'));
    const language = known(tag);
    if (language && q > weight) [best, weight] = [language, q];
  }
  return best;
};
