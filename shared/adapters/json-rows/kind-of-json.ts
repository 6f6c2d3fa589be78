import { flatObject } from './flat-object.ts';

const textOf = (head: Buffer): string =>
  head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();

/** Whether a file begins as a list of objects does, or an object that may hold one. */
export const looksLikeList = (head: Buffer): boolean => /^(?:\[\s*[{\]]|\{\s*")/.test(textOf(head));

const listOfObjects = /:\s*\[\s*\{/;

/** Whether a file has an object a line. One line alone is taken for that unless a list of objects stands in it. */
export const looksLikeLines = (head: Buffer, name: string): boolean => {
  const text = textOf(head);
  if (!/^\{\s*["}]/.test(text)) return false;
  if (/\.(jsonl|ndjson)$/i.test(name)) return true;
  const [first = '', ...others] = text.split('\n');
  if (!flatObject(first)) return false;
  const next = others.find((line) => line.trim() !== '');
  return next === undefined ? !listOfObjects.test(first) : next.trimStart().startsWith('{');
};
