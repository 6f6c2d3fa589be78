import { createHash } from 'node:crypto';
import type { Language } from '#domain/campaign/languages.ts';
import { meanings, type Meaning } from '#domain/conversation/conversation.ts';
import { pageWords, type NoAnswer, type NotTaken, type PageWords } from './page-words.ts';

type Choice = Meaning | 'unsubscribe';

/** What a page shows: a question with its buttons, that it was answered, or why it can't be. */
export type Page =
  | Readonly<{ kind: 'ask'; chosen?: Meaning | undefined; /** what stands */ said?: Meaning | undefined; wrong?: NotTaken | undefined }>
  | Readonly<{ kind: 'ask_unsubscribe'; wrong?: NotTaken | undefined }>
  | Readonly<{ kind: 'done'; what: Choice }>
  | Readonly<{ kind: 'over'; why: NoAnswer }>
  | Readonly<{ kind: 'preview' }>;

/** Whose page it is and of when, as far as the message said so: `when` in words. */
export type Heading = Readonly<{ company?: string | undefined; when?: string | undefined }>;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? '');

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

/** The one that was meant comes first, and stands out. */
const buttons = (choices: readonly Choice[], first: Choice | undefined, words: PageWords): string =>
  choices
    .toSorted((one, other) => Number(other === first) - Number(one === first))
    .map((name) => `<button name="do" value="${name}"${name === first ? ' class="first"' : ''}>${escaped(words.buttons[name])}</button>`)
    .join('');

const form = (choices: readonly Choice[], first: Choice | undefined, words: PageWords): string =>
  `<form method="post">${buttons(choices, first, words)}</form>`;

const wrongly = (wrong: NotTaken | undefined, words: PageWords): string =>
  wrong === undefined ? '' : `<p role="alert">${escaped(`${words.notTaken[wrong]} ${words.unchanged}`)}</p>`;

type Shown = Readonly<{ title: string; rest: string }>;

const asking = ({ chosen, said, wrong }: Extract<Page, { kind: 'ask' }>, words: PageWords): Shown => ({
  title: chosen ? words.asks[chosen] : words.appointment,
  rest: wrongly(wrong, words) + (said ? paragraph(words.said[said]) : '') + form(meanings, chosen, words) + paragraph(words.changeable),
});

const doneWith = (what: Choice, words: PageWords): Shown => {
  if (what === 'unsubscribe') return { title: words.done.unsubscribe, rest: '' };
  const others = meanings.filter((meaning) => meaning !== what);
  return { title: words.done[what], rest: paragraph(words.changeable) + form(others, undefined, words) };
};

const shownOf = (page: Page, words: PageWords): Shown => {
  switch (page.kind) {
    case 'ask':
      return asking(page, words);
    case 'ask_unsubscribe':
      return { title: words.unsubscribeAsk, rest: wrongly(page.wrong, words) + form(['unsubscribe'], 'unsubscribe', words) };
    case 'done':
      return doneWith(page.what, words);
    case 'over':
      return { title: words.over[page.why], rest: paragraph(words.next) };
    case 'preview':
      return { title: words.preview, rest: paragraph(words.previewNext) };
    default:
      return page satisfies never;
  }
};

/** Black on white and white on black: 15:1 and more, where 4.5:1 is asked for (WCAG 2.2, 1.4.3). Buttons are 44 pixels high and more. */
const style =
  'body{font:1.2rem/1.5 system-ui,sans-serif;max-width:28rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff;overflow-wrap:anywhere}' +
  'h1{font-size:1.5rem;line-height:1.3}header{font-weight:600}' +
  'button{display:block;width:100%;min-height:3rem;margin:.8rem 0;padding:.8rem;font:inherit;border:2px solid #111;border-radius:.5rem;background:#fff;color:#111;cursor:pointer}' +
  '.first{background:#111;color:#fff}button:focus-visible{outline:4px solid #0b57d0;outline-offset:3px}' +
  '[role=alert]{border-left:.4rem solid #b00020;padding-left:.8rem}';

/** For the policy that lets a page have this style and nothing else. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** A whole page that needs no script and takes nothing from elsewhere. */
export const pageHtml = (page: Page, language: Language, heading: Heading = {}): string => {
  const words = pageWords[language];
  const { title, rest } = shownOf(page, words);
  const company = heading.company === undefined ? '' : `<header>${escaped(heading.company)}</header>`;
  const when = heading.when === undefined ? '' : `<p><strong>${escaped(heading.when)}</strong></p>`;
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<meta name="robots" content="noindex,nofollow"><title>${escaped(title)}</title><style>${style}</style></head>` +
    `<body>${company}<main><h1>${escaped(title)}</h1>${when}${rest}</main></body></html>`
  );
};
