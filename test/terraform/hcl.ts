import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../architecture/source.ts';

/** Terraform's files as far as tests need them without terraform: as text, by the shape that `terraform fmt` gives them. */
export const terraformFiles = (pattern: string): readonly string[] => globSync(`terraform/${pattern}`, { cwd: root }).toSorted();

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Body of the first block or map that begins with `head` and ends with a closing brace as far in as its line. */
export const bodyAfter = (text: string, head: string): string => {
  const start = text.indexOf(head);
  if (start < 0) throw new Error(`there is no "${head}"`);
  const [indent = ''] = /[ ]*$/.exec(text.slice(0, start)) ?? [];
  const from = text.indexOf('\n', start) + 1;
  return text.slice(from, text.indexOf(`\n${indent}}`, from) + 1);
};

/** Names on the left side of `=` at the body's own depth. */
export const keysOf = (body: string): readonly string[] => {
  const [, indent = ''] = /^( *)\S/m.exec(body) ?? [];
  return body.split('\n').flatMap((line) => new RegExp(`^${indent}"?([\\w-]+)"?\\s*=`).exec(line)?.[1] ?? []);
};

const closing: Readonly<Record<string, string>> = { '}': '{', ']': '[', ')': '(' };

/** Where brackets or quotes do not close, as `line: what`; strings, comments and heredocs are left out. */
export const unbalanced = (text: string): readonly string[] => {
  const problems: string[] = [];
  const open: { char: string; line: number }[] = [];
  let heredoc: string | undefined;
  text.split('\n').forEach((raw, index) => {
    const line = index + 1;
    if (heredoc !== undefined) {
      if (raw.trim() === heredoc) heredoc = undefined;
      return;
    }
    const code = raw.replaceAll(/"(?:[^"\\$]|\\.|\$(?!\{)|\$\{(?:[^{}"]|"(?:[^"\\]|\\.)*"|\{[^{}]*\})*\})*"/g, '').replace(/#.*$/, '');
    if (code.includes('"')) problems.push(`${line}: a quote does not close`);
    heredoc = /<<-?(\w+)\s*$/.exec(code)?.[1];
    for (const char of code) {
      if ('{[('.includes(char)) open.push({ char, line });
      else if (closing[char] !== undefined && open.pop()?.char !== closing[char]) problems.push(`${line}: ${char} closes nothing`);
    }
  });
  return [...problems, ...open.map(({ char, line }) => `${line}: ${char} does not close`)];
};
