import { TemplateProblem } from './template-problem.ts';

const positionOf = (text: string, at: number): readonly [number, number] => {
  const before = text.slice(0, at).split('\n');
  return [before.length, (before.at(-1)?.length ?? 0) + 1];
};

/** The same text with what Liquid puts in blanked out, so that its own < and > are not taken for tags. */
const blanked = (text: string): string => text.replace(/\{%[\s\S]*?%\}/g, (tag) => ' '.repeat(tag.length));

const machineText = /<(script|style)\b[^>]*>([\s\S]*?)<\/\1\s*>|<!--([\s\S]*?)-->/gi;
const value = /\{\{[\s\S]*?\}\}/;

const checkMachineText = (text: string): void => {
  for (const match of text.matchAll(machineText)) {
    const found = value.exec(match[0]);
    if (found) {
      throw new TemplateProblem(
        'no field can stand in a script, a style or a comment, where nothing is escaped',
        positionOf(text, match.index + found.index),
      );
    }
  }
  const live = /<(?:script|iframe|object|embed|form)\b/i.exec(text) ?? /<[^>]*\son[a-z]+\s*=/i.exec(text);
  if (live)
    throw new TemplateProblem(
      'an e-mail has no scripts, frames or forms: mail programs take them out, or throw it away',
      positionOf(text, live.index),
    );
};

const addresses = /\b(?:href|src|action|background|poster|srcset)\s*=\s*$/i;

/** What stands around a value inside a tag: it must be in quotes, and an address must not begin with it. */
const checkInTag = (text: string, from: number, to: number): void => {
  let quote = '';
  let opened = from;
  for (let i = from; i < to; i += 1) {
    if (text.startsWith('{{', i)) {
      if (quote === '')
        throw new TemplateProblem('a field inside a tag must stand in quotes, like title="{{ firstName }}"', positionOf(text, i));
      const begins = text.slice(opened + 1, i).trim() === '' && addresses.test(text.slice(from, opened));
      if (begins) {
        throw new TemplateProblem(
          'an address must begin in the template, like href="https://example.com/{{ code }}", not in a field',
          positionOf(text, i),
        );
      }
      i = Math.max(i, text.indexOf('}}', i));
    } else if (quote !== '') quote = text[i] === quote ? '' : quote;
    else if (text[i] === '"' || text[i] === "'") {
      quote = text[i]!;
      opened = i;
    }
  }
};

/** Where a tag that begins here ends: the first > outside of quotes and fields. */
const endOfTag = (text: string, from: number): number => {
  let quote = '';
  for (let i = from; i < text.length; i += 1) {
    if (text.startsWith('{{', i)) i = Math.max(i, text.indexOf('}}', i));
    else if (quote !== '') quote = text[i] === quote ? '' : quote;
    else if (text[i] === '>') return i;
    else if (text[i] === '"' || text[i] === "'") quote = text[i]!;
  }
  return text.length;
};

/**
 * Escaping keeps a value in its place only where that place is a text or a quoted attribute. Throws TemplateProblem, with line and column,
 * for any other place, and for addresses that a row could choose.
 */
export const checkHtml = (template: string): void => {
  const text = blanked(template);
  checkMachineText(text);
  for (const tag of text.matchAll(/<\/?[A-Za-z]/g)) checkInTag(text, tag.index, endOfTag(text, tag.index));
};
