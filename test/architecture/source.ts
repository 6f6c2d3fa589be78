import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** A source file as the guards read it. `code` has no comments, `bare` has neither comments nor the insides of strings; both keep every line where it was. */
export type Source = Readonly<{ path: string; text: string; code: string; bare: string }>;

export type Import = Readonly<{ specifier: string; line: number }>;

/** A guard: what is wrong with one file, each as `path:line what to do`. */
export type Rule = (source: Source) => readonly string[];

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

/** A `/` after one of these begins a regular expression, otherwise it divides. */
const beforeRegex = /(?:^|[(,=:[!&|?{};+\-*%<>~]|\b(?:return|typeof|case|of|in|yield|await|throw))\s*$/;

const patterns = {
  lineComment: /\/\/[^\n]*/y,
  blockComment: /\/\*[\s\S]*?(?:\*\/|$)/y,
  string: /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/y,
  regex: /\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y,
  template: /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y,
} as const;

const matchAt = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

type Piece = Readonly<{ raw: string; code: string; bare: string }>;

const comment = (raw: string): Piece => ({ raw, code: blank(raw), bare: blank(raw) });
const quoted = (raw: string): Piece => ({ raw, code: raw, bare: raw.length < 2 ? raw : raw[0] + blank(raw.slice(1, -1)) + raw.at(-1) });
const plain = (raw: string): Piece => ({ raw, code: raw, bare: raw });
const inside = (raw: string): Piece => ({ raw, code: raw, bare: blank(raw) });

const commentAt = (text: string, at: number): Piece | undefined => {
  const raw = matchAt(patterns.lineComment, text, at) || matchAt(patterns.blockComment, text, at);
  return raw ? comment(raw) : undefined;
};

const literalAt = (text: string, at: number, before: string): Piece | undefined => {
  const regex = text[at] === '/' && beforeRegex.test(before.slice(-40)) ? matchAt(patterns.regex, text, at) : '';
  const raw = matchAt(patterns.string, text, at) || regex;
  return raw ? quoted(raw) : undefined;
};

/** Braces open in each template's `${…}` that is being read, innermost last. */
type Templates = number[];

const braceAt = (text: string, at: number, templates: Templates): Piece => {
  const char = text[at]!;
  const depth = templates.length - 1;
  if (char === '{' && depth >= 0) templates[depth]! += 1;
  if (char !== '}' || depth < 0) return plain(char);
  templates[depth]! -= 1;
  if (templates[depth]! > 0) return plain(char);
  templates.pop();
  return templateFrom(text, at + 1, { opening: char, templates });
};

const templateFrom = (text: string, at: number, open: Readonly<{ opening: string; templates: Templates }>): Piece => {
  const body = matchAt(patterns.template, text, at);
  const closing = text.startsWith('${', at + body.length) ? '${' : text.slice(at + body.length, at + body.length + 1);
  if (closing === '${') open.templates.push(1);
  const [first, middle, last] = [plain(open.opening), inside(body), plain(closing)];
  return { raw: first.raw + middle.raw + last.raw, code: first.code + middle.code + last.code, bare: first.bare + middle.bare + last.bare };
};

const pieceAt = (text: string, at: number, context: Readonly<{ before: string; templates: Templates }>): Piece =>
  commentAt(text, at) ??
  literalAt(text, at, context.before) ??
  (text[at] === '`' ? templateFrom(text, at + 1, { opening: '`', templates: context.templates }) : braceAt(text, at, context.templates));

/** Takes a file's text apart. Good for code that prettier has formatted, which is all of ours. */
export const sourceOf = (path: string, text: string): Source => {
  const templates: Templates = [];
  let [code, bare, at] = ['', '', 0];
  while (at < text.length) {
    const piece = pieceAt(text, at, { before: bare, templates });
    code += piece.code;
    bare += piece.bare;
    at += piece.raw.length;
  }
  return { path, text, code, bare };
};

const importing = /\bfrom\s*(['"])|\bimport\s*\(?\s*(['"])/g;

export const lineAt = (source: Source, index: number): number => source.text.slice(0, index).split('\n').length;

/** Every module that a file names, type imports and `import('…')` included. */
export const importsOf = (source: Source): readonly Import[] =>
  [...source.bare.matchAll(importing)].map((match) => {
    const start = match.index + match[0].length;
    const quote = match[1] ?? match[2] ?? "'";
    return { specifier: source.code.slice(start, source.code.indexOf(quote, start)), line: lineAt(source, match.index) };
  });

/** `path:line message` for each place where the pattern stands in the code (not in comments or strings). */
export const found = (source: Source, pattern: RegExp, message: string): readonly string[] =>
  [...source.bare.matchAll(pattern)].map(
    (match) => `${source.path}:${lineAt(source, match.index)} ${message.replace('$0', match[0].trim())}`,
  );

/** All TypeScript below these folders, by path. */
export const sourcesIn = (...folders: readonly string[]): readonly Source[] =>
  folders
    .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }))
    .filter((path) => !path.includes('node_modules'))
    .sort()
    .map((path) => sourceOf(path, readFileSync(join(root, path), 'utf8')));

/** The folders whose code runs in production. */
export const houseFolders = ['functions', 'shared', 'bin'] as const;
