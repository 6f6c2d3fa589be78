import { isLinkName } from './page-links.ts';
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
  const live = liveAt(text);
  if (live !== undefined)
    throw new TemplateProblem(
      'an e-mail has no scripts, frames or forms: mail programs take them out, or throw it away',
      positionOf(text, live),
    );
};

/** Where something begins that would run: an element of that kind, or a handler like onclick in a tag. */
const liveAt = (text: string): number | undefined => {
  const element = /<(?:script|iframe|object|embed|form)\b/i.exec(text);
  if (element) return element.index;
  let opened = -1;
  for (const { 0: found, index } of text.matchAll(/[<>]|\son[a-z]+\s*=/gi)) {
    if (found === '<') opened = index;
    else if (found === '>') opened = -1;
    else if (opened >= 0) return opened;
  }
  return undefined;
};

const addresses = /\b(?:href|src|action|background|poster|srcset)$/i;

/** Whether a quote is that of an address, by the tag before it: looks at its end alone, for a tag may be long. */
const isAddress = (before: string): boolean => {
  const named = before.trimEnd();
  return named.endsWith('=') && addresses.test(named.slice(0, -1).trimEnd().slice(-20));
};

/** A link of ours is a whole address, which no row has a part in. */
const isOwnLink = (text: string, at: number): boolean => isLinkName(/^\{\{-?\s*(\w+)\s*-?\}\}/.exec(text.slice(at, at + 40))?.[1] ?? '');

/** What stands around a value inside a tag: it must be in quotes, and an address must not begin with it. */
const checkInTag = (text: string, from: number, to: number): void => {
  let quote = '';
  let opened = from;
  for (let i = from; i < to; i += 1) {
    if (text.startsWith('{{', i)) {
      if (quote === '')
        throw new TemplateProblem('a field inside a tag must stand in quotes, like title="{{ firstName }}"', positionOf(text, i));
      const begins = text.slice(opened + 1, i).trim() === '' && isAddress(text.slice(from, opened));
      if (begins && !isOwnLink(text, i)) {
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

/**
 * Where a tag that begins here ends: the first > outside of quotes and fields. `passed` gets the signs < that stand in no quotes: a tag that
 * begins there would be read as this one is.
 */
const endOfTag = (text: string, from: number, passed: Set<number>): number => {
  let quote = '';
  for (let i = from; i < text.length; i += 1) {
    if (text.startsWith('{{', i)) i = Math.max(i, text.indexOf('}}', i));
    else if (quote !== '') quote = text[i] === quote ? '' : quote;
    else if (text[i] === '>') return i;
    else if (text[i] === '<') passed.add(i);
    else if (text[i] === '"' || text[i] === "'") quote = text[i]!;
  }
  return text.length;
};

/**
 * Escaping keeps a value in its place only where that place is a text or a quoted attribute. Throws TemplateProblem, with line and column,
 * for any other place, and for addresses that a row could choose. Takes time that grows with the text alone.
 */
export const checkHtml = (template: string): void => {
  const text = blanked(template);
  checkMachineText(text);
  const passed = new Set<number>();
  for (const { index } of text.matchAll(/<\/?[A-Za-z]/g)) {
    if (!passed.has(index)) checkInTag(text, index, endOfTag(text, index, passed));
  }
};
