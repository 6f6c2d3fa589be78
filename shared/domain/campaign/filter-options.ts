import type { StandardFilter } from './standard-filters.ts';

/** How many options each of Liquid's filters takes, at least and at most, as its reference says. */
const counts: Readonly<Record<StandardFilter, readonly [least: number, most: number]>> = {
  append: [1, 1],
  array_to_sentence_string: [0, 1],
  capitalize: [0, 0],
  compact: [0, 1],
  concat: [1, 1],
  default: [0, 1],
  downcase: [0, 0],
  escape: [0, 0],
  escape_once: [0, 0],
  first: [0, 0],
  join: [0, 1],
  last: [0, 0],
  lstrip: [0, 0],
  map: [1, 1],
  newline_to_br: [0, 0],
  normalize_whitespace: [0, 0],
  number_of_words: [0, 1],
  prepend: [1, 1],
  remove: [1, 1],
  remove_first: [1, 1],
  remove_last: [1, 1],
  replace: [1, 2],
  replace_first: [1, 2],
  replace_last: [2, 2],
  reverse: [0, 0],
  rstrip: [0, 0],
  size: [0, 0],
  slice: [1, 2],
  sort: [0, 1],
  sort_natural: [0, 1],
  split: [1, 1],
  squish: [0, 0],
  strip: [0, 0],
  strip_html: [0, 0],
  strip_newlines: [0, 0],
  sum: [0, 1],
  truncatewords: [0, 2],
  uniq: [0, 1],
  upcase: [0, 0],
  url_decode: [0, 0],
  url_encode: [0, 0],
  where: [1, 2],
  abs: [0, 0],
  at_least: [1, 1],
  at_most: [1, 1],
  ceil: [0, 0],
  divided_by: [1, 1],
  floor: [0, 0],
  minus: [1, 1],
  modulo: [1, 1],
  plus: [1, 1],
  round: [0, 1],
  times: [1, 1],
};

const words = (least: number, most: number): string => {
  if (most === 0) return 'takes no options';
  const plural = most === 1 ? 'option' : 'options';
  if (least === most) return `wants ${least} ${plural}`;
  return least === 0 ? `takes up to ${most} ${plural}` : `wants ${least} to ${most} ${plural}`;
};

/** What is wrong with how many options are given to one of Liquid's own filters, which fails in every row; an option with a name is a pair. */
export const optionsProblem = (name: string, given: readonly unknown[]): string | undefined => {
  if (!Object.hasOwn(counts, name)) return undefined;
  const [least, most] = counts[name as StandardFilter];
  const named = given.find((one) => Array.isArray(one)) as readonly unknown[] | undefined;
  if (named && name !== 'default') return `has no option called ${String(named[0])}`;
  const count = given.length - given.filter((one) => Array.isArray(one)).length;
  return count < least || count > most ? `${words(least, most)}, not ${count}` : undefined;
};
