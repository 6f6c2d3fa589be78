import { TokenKind } from 'liquidjs';
import { remember } from '../kernel/remember.ts';
import type { MessageFunction, Options } from './message-functions.ts';

/** A filter as Liquid calls it. A missing value passes through, so that a default after the filter still applies. */
export type Filter = (value: unknown, ...given: unknown[]) => unknown;

const textOf = (value: unknown): string | undefined => {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError('a filter takes one text');
};

/** Liquid hands over an option with a name as a pair. */
const optionsOf = (given: readonly unknown[]): Options => {
  const named: Record<string, string> = {};
  const plain: string[] = [];
  for (const one of given) {
    const text = Array.isArray(one) ? textOf(one[1]) : textOf(one);
    if (text === undefined) continue;
    if (Array.isArray(one)) named[String(one[0])] = text;
    else plain.push(text);
  }
  return { given: plain, named };
};

/** The function as a filter; what it becomes with its options is remembered. */
export const filterOf = (made: MessageFunction): Filter => {
  const byOptions = remember(100, (key: string) => made(JSON.parse(key) as Options));
  return (value, ...given) => {
    const text = textOf(value);
    return text === undefined ? undefined : byOptions(JSON.stringify(optionsOf(given)))(text);
  };
};

type Literal = Readonly<{ kind: TokenKind; content?: unknown }>;

const literalOf = (token: unknown): string | undefined => {
  const { kind, content } = token as Literal;
  const isLiteral = kind === TokenKind.Quoted || kind === TokenKind.Number;
  return isLiteral && (typeof content === 'string' || typeof content === 'number') ? String(content) : undefined;
};

/** The options of a filter as they are written, where all of them are texts and numbers; undefined where one is a field. */
export const writtenOptions = (tokens: readonly unknown[]): Options | undefined => {
  const values = tokens.map((token) => (Array.isArray(token) ? [token[0] as unknown, literalOf(token[1])] : literalOf(token)));
  const known = values.every((value) => (Array.isArray(value) ? value[1] !== undefined : value !== undefined));
  return known ? optionsOf(values) : undefined;
};
