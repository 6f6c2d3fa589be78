import { remember } from '../kernel/remember.ts';

/** Entities that people's systems write; others stay as they are. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  deg: '°',
  euro: '€',
  pound: '£',
  cent: '¢',
  copy: '©',
  reg: '®',
  trade: '™',
  iexcl: '¡',
  iquest: '¿',
  ordf: 'ª',
  ordm: 'º',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
};

const marks: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  cedil: '\u0327',
  ring: '\u030A',
};

const marked = /^([A-Za-z])(acute|grave|circ|tilde|uml|cedil|ring)$/;

const codePoint = (digits: string, base: number): string | undefined => {
  const code = Number.parseInt(digits, base);
  const isText = code === 9 || code === 10 || (code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff));
  return isText ? String.fromCodePoint(code) : undefined;
};

const decodeOne = remember(500, (name: string): string => {
  const number = /^#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (number) return (number[1] === undefined ? codePoint(number[2] ?? '', 10) : codePoint(number[1], 16)) ?? '';
  if (Object.hasOwn(entities, name)) return entities[name]!;
  const [, letter, mark] = marked.exec(name) ?? [];
  return letter !== undefined && mark !== undefined ? (letter + (marks[mark] ?? '')).normalize('NFC') : `&${name};`;
});

const decode = (text: string): string => text.replace(/&(#?[A-Za-z0-9]{1,10});/g, (_, name: string) => decodeOne(name));

/** What ends a line, and what ends a paragraph. */
const lines = new Set('br li tr dt dd option'.split(' '));
const paragraphs = new Set('p div h1 h2 h3 h4 h5 h6 ul ol table blockquote section article header footer hr pre'.split(' '));
/** What stands in them is for machines. */
const silent = new Set('script style head title template noscript'.split(' '));

const tagName = /^<\/?([A-Za-z][A-Za-z0-9]*)/;

/** UTF-16 units of the longest tag: so that no text is looked through again for each of its signs. */
const longestTag = 1_000;

/** Where a tag ends: the first > that stands in no quotes; -1 where none does. */
const endOfTag = (html: string, from: number): number => {
  let quote = '';
  const last = Math.min(html.length, from + longestTag);
  for (let i = from; i < last; i += 1) {
    const unit = html[i]!;
    if (quote !== '') quote = unit === quote ? '' : quote;
    else if (unit === '>') return i;
    else if ((unit === '"' || unit === "'") && html[i - 1] === '=') quote = unit;
  }
  return -1;
};

const breakOf = (name: string, closing: boolean): string => {
  if (paragraphs.has(name)) return '\n\n';
  if (name === 'td' || name === 'th') return closing ? ' ' : '';
  if (name === 'li') return closing ? '' : '\n- ';
  return lines.has(name) ? '\n' : '';
};

/** Where the text goes on behind a piece of markup at `at`, and what stands in its place; undefined where it is no markup. */
type Markup = Readonly<{ next: number; text: string }>;

const closed = (html: string, closing: string, at: number): number => {
  const end = html.indexOf(closing, at);
  return end < 0 ? html.length : end + closing.length;
};

/** `folded` is the same in small letters, made once. */
const markupAt = (html: string, folded: string, at: number): Markup | undefined => {
  if (html.startsWith('<!--', at)) return { next: closed(html, '-->', at + 4), text: '' };
  if (html[at + 1] === '!' || html[at + 1] === '?') return { next: closed(html, '>', at), text: '' };
  const name = tagName.exec(html.slice(at, at + 30))?.[1]?.toLowerCase();
  const end = name === undefined ? -1 : endOfTag(html, at);
  // a < that begins no whole tag is a text: "a < b"
  if (name === undefined || end < 0) return undefined;
  const closing = html[at + 1] === '/';
  if (silent.has(name) && !closing) return { next: closed(folded, '>', closed(folded, `</${name}`, end)), text: '' };
  return { next: end + 1, text: breakOf(name, closing) };
};

const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/**
 * What an HTML text says, as plain text: tags and comments go, what stands in script and style too; paragraphs, breaks and list items become
 * lines; entities become their characters. Tags that are never closed stay as they are, so that "a < b" does. Takes time that
 * grows with the text alone.
 */
export const stripHtml = (html: string): string => {
  if (!/[<&]/.test(html)) return html;
  const folded = html.toLowerCase().length === html.length ? html.toLowerCase() : html;
  const pieces: string[] = [];
  const hasEnd = html.lastIndexOf('>');
  for (let at = 0; at < html.length;) {
    const next = html.indexOf('<', at);
    if (next < 0 || next > hasEnd) {
      pieces.push(decode(html.slice(at)));
      break;
    }
    pieces.push(decode(html.slice(at, next).replace(/\s+/gu, ' ')));
    const markup = markupAt(html, folded, next);
    pieces.push(markup?.text ?? '<');
    at = markup?.next ?? next + 1;
  }
  return tidy(pieces.join(''));
};
