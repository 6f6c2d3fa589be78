import type { Definition } from '../operation.ts';

/** Deprecation (RFC 9745) and Sunset (RFC 8594) of an operation, with a link to what to use instead. */
export const deprecationHeaders = ({ deprecated }: Pick<Definition, 'deprecated'>, origin: string): Readonly<Record<string, string>> => {
  if (!deprecated) return {};
  const { since, until, instead } = deprecated;
  return {
    deprecation: `@${Date.parse(`${since}T00:00:00Z`) / 1_000}`,
    ...(until === undefined ? {} : { sunset: new Date(`${until}T00:00:00Z`).toUTCString() }),
    link: `<${origin}/docs#${instead}>; rel="deprecation"`,
  };
};
