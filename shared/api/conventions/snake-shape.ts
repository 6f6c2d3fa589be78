import type { z } from '@hono/zod-openapi';

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The fields of facts that are written down in files, by the names that the API has for them. */
export const snakeShape = (facts: z.ZodObject): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(facts.shape).map(([name, schema]) => [snake(name), schema as z.ZodType]));

/** Back to the names of files, one level deep; what is left out stays so. */
export const camelFields = (given: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[camel(name), value]])));
