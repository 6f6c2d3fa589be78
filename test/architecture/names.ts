import { basename } from 'node:path';
import { found, lineAt, type Rule } from './source.ts';

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const catchAll = /^(?:utils?|helpers?|common|misc|types|shared|lib)$/;
const maxLines = 300;

/** Files are kebab-case after their export, and none is a drawer for everything. Tests may say their kind: `sqlite.event-store.test.ts`. */
export const fileIsWellNamed: Rule = ({ path }) => {
  const parts = basename(path, '.ts').split('.');
  const folders = path.split('/').slice(0, -1);
  const isTest = path.startsWith('test/');
  return [
    parts.every((part) => kebab.test(part)) && (isTest || parts.length === 1 || parts[1] === 'd')
      ? ''
      : `${path}: name it in kebab-case after its export`,
    [...folders.slice(1), parts[0]!].some((name) => catchAll.test(name))
      ? `${path}: say what is in it; a drawer for everything has no name`
      : '',
    parts[0] === 'index' && path !== 'functions/index.ts' ? `${path}: no barrels, import each file by its own name` : '',
  ].filter(Boolean);
};

/** Exports have names, and come from where they are written. A door's handler is its file's default; a foreign module may have one (`.d.ts`). */
export const exportsByName: Rule = (source) => {
  const { path, bare } = source;
  const isDoor = /^functions\/[^/]+\.ts$/.test(path) && !['functions/index.ts', 'functions/door.ts'].includes(path);
  const defaults =
    isDoor || path.endsWith('.d.ts')
      ? []
      : found(source, /\bexport\s+default\b|\bas\s+default\b/g, '$0: only doors (functions/*.ts) have a default export');
  const barrels = [...bare.matchAll(/\bexport\s+(?:type\s+)?(?:\*|\{[^}]*\})(?:\s*as\s+\w+)?\s*from\b/g)].map(
    ({ index }) => `${path}:${lineAt(source, index)} no barrels: import the name from the file that has it`,
  );
  return [...defaults, ...barrels];
};

export const isShort: Rule = ({ path, text }) => {
  const lines = text.split('\n').length - 1;
  return lines > maxLines ? [`${path} has ${lines} lines (at most ${maxLines}): it is probably two things`] : [];
};

/** One verb per file: shared/app/send-work.ts exports sendWork. */
export const exportsItsVerb: Rule = ({ path, bare }) => {
  if (!path.startsWith('shared/app/')) return [];
  const name = basename(path, '.ts').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const exported = new RegExp(`\\bexport\\s+(?:async\\s+)?(?:const|function|class|type)\\s+${name}\\b`, 'i');
  return exported.test(bare) ? [] : [`${path} exports nothing called ${name}: name the file after what it exports`];
};

/** Everywhere but in the adapters and what puts them together. */
const ourRooms = /^(?:functions|shared\/(?:domain|ports|app|log|projections|reports))\//;
const otherWords = /\w*(?:notification|tenant|subscriber)\w*/gi;
const providerWords = /\b(?:twilio|telnyx|bandwidth|messagebird)\w*|\b\w*Sid\b|\bsid\b/gi;

/** One word per thing, and a provider's words stop inside its adapter. Strings count for the names of providers. */
export const usesOurWords: Rule = (source) => {
  if (!ourRooms.test(source.path)) return [];
  const named = found({ ...source, bare: source.code }, providerWords, "$0 is a provider's word: it stops inside its adapter");
  return [...found(source, otherWords, '$0: say it in the words of GLOSSARY.md'), ...named];
};

const markers = /\b(?:TODO|FIXME|XXX|HACK)\b/;

export const leavesNothingForLater: Rule = ({ path, text }) =>
  text.split('\n').flatMap((line, index) => (markers.test(line) ? [`${path}:${index + 1} do it now, or write an issue`] : []));

/** What can be the subject of an event. */
const subjectWords =
  'Company Campaign Packet Row Contact Touch Location Message Delivery TestMessage Template Route Routes Brand Registration Number Reply Appointment Reschedule Consent ApiKey TeamList Webhook WebhookEndpoint User Invitation Email Role Password Totp RecoveryCode Session Sessions Access Support Person';
const subjects = subjectWords.split(' ');

/** Past tenses that do not end in -ed, and the one form that is not past: the intent before a call (`MessageSending`, DESIGN §5; `BrandSubmitting`). */
const otherEndings =
  'Taken Sent Forgotten Lost Held Kept Bought Withdrawn Given Set Sending Submitting Buying Assigning Releasing Read Unclear'.split(' ');

/** Words that say nothing about what happened. */
const empty = /(?:Updated|Changed|Processed|Modified|Handled|Edited)$/;

/** Events are past tense, subject first: `MessageQueued`. */
export const eventNameProblem = (type: string): string | undefined => {
  const subject = subjects.find((word) => type.startsWith(word) && /^[A-Z]/.test(type.slice(word.length)));
  const last = /[A-Z][a-z]+$/.exec(type)?.[0] ?? '';
  if (!subject)
    return `${type}: begin with its subject (${subjects.join(', ')}); a new subject joins the list in test/architecture/names.ts and the GLOSSARY`;
  if (empty.test(type)) return `${type}: say what happened, not that something did`;
  return last.endsWith('ed') || otherEndings.includes(last)
    ? undefined
    : `${type}: past tense; an irregular one joins the list in test/architecture/names.ts`;
};
