import { z } from 'zod';
import type { Command } from '../kernel/decider.ts';
import { foldedText } from '../kernel/folded-text.ts';
import { campaignId } from '../kernel/ids.ts';
import { optOutWords } from '../kernel/opt-out-words.ts';
import { Refusal } from '../kernel/refusal.ts';
import { marketingIn } from './marketing-in.ts';

/** How a company asks for consent, and what it says about it. */

const sender = z.string().min(1).max(254);
const text = z.string().trim().min(20).max(480);
const texts = z.strictObject({ stop: text.optional(), start: text.optional(), help: text.optional() });
const purpose = z.enum(['transactional', 'marketing']);
const language = z.enum(['en', 'es', 'pt', 'fr']);

/** A word that somebody sends to a number to get messages. */
const keyword = z.strictObject({
  /** the number that it is sent to */
  from: sender,
  word: z.string().regex(/^[A-Za-z0-9]{2,20}$/, '2 to 20 letters and digits'),
  purpose,
  /** whose messages it is for; what is said about it counts there */
  campaignId,
  /** the words beside the keyword, wherever it is advertised: the proof of what people were told */
  shown: z.string().trim().min(20).max(2_000),
  /** asked once more by a text before he gets anything */
  double: z.literal(true).optional(),
  /** how often messages come, like "2 messages a month"; left out: "Message frequency varies" */
  frequency: z.string().trim().min(3).max(60).optional(),
  language: language.optional(),
});
export type Keyword = Readonly<z.infer<typeof keyword>>;

/** A page on which people leave their number. */
const form = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{1,16}$/, '1 to 16 small letters and digits'),
  /** the number that writes to them */
  from: sender,
  purpose,
  campaignId,
  /** what they agree to, as the page shows it */
  shown: z.string().trim().min(40).max(1_500),
  double: z.literal(true).optional(),
  frequency: z.string().trim().min(3).max(60).optional(),
  language: language.optional(),
});
export type ConsentForm = Readonly<z.infer<typeof form>>;

export const consentSettings = z.strictObject({
  /** who writes, in texts about consent; left out: the company's name */
  name: z.string().trim().min(1).max(60).optional(),
  /** where people reach a person: a phone number, an address, a page */
  contact: z.string().trim().min(3).max(120).optional(),
  /** senders whose provider's own replies to STOP, START and HELP are switched off there: ours go */
  ownReplies: z
    .array(z.strictObject({ from: sender }))
    .max(200)
    .optional(),
  /** in place of ours, by language */
  texts: z.strictObject({ en: texts.optional(), es: texts.optional(), pt: texts.optional(), fr: texts.optional() }).optional(),
  /** so long after the question a YES is an answer to it (72 unless told) */
  yesWithinHours: z.int().min(1).max(720).optional(),
  keywords: z.array(keyword).max(50).optional(),
  forms: z.array(form).max(20).optional(),
});
export type ConsentSettings = Readonly<z.infer<typeof consentSettings>>;

export const usualYesHours = 72;

export type SetConsentSettings = Command<'SetConsentSettings', { companyId: string; by: string; settings: ConsentSettings }>;

export const foldedKeyword = (word: string): string => foldedText(word).replaceAll(' ', '');

const reserved: ReadonlySet<string> = new Set([
  ...optOutWords.map(({ word }) => word),
  'help',
  'info',
  'ayuda',
  'ajuda',
  'aide',
  'yes',
  'no',
]);

const wrong = (message: string): never => {
  throw new Refusal('consent_settings_invalid', message);
};

/** Throws a Refusal for what would break a rule: reserved words, the same thing twice, and marketing in what only confirms. */
export const checkConsentSettings = ({ keywords = [], forms = [], texts: own = {} }: ConsentSettings): void => {
  const seen = new Set<string>();
  for (const { from, word } of keywords) {
    const folded = foldedKeyword(word);
    if (reserved.has(folded)) wrong(`the keyword ${word} means something else to everybody: take another word`);
    if (seen.has(`${from} ${folded}`)) wrong(`the keyword ${word} stands twice for ${from}: leave one out`);
    seen.add(`${from} ${folded}`);
  }
  const ids = forms.map(({ id }) => id);
  const twice = ids.find((id, n) => ids.indexOf(id) !== n);
  if (twice !== undefined) wrong(`the form ${twice} stands twice: give each an id of its own`);
  for (const [name, { stop }] of Object.entries(own)) {
    const found = stop === undefined ? undefined : marketingIn(stop);
    if (found !== undefined)
      wrong(
        `texts.${name}.stop has "${found}" in it: what confirms an opt-out may not advertise anything (47 CFR 64.1200(a)(12)); take it out`,
      );
  }
  for (const [name, { help }] of Object.entries(own))
    if (help !== undefined && !/(?<!\p{L})stop(?!\p{L})/iu.test(help))
      wrong(`texts.${name}.help does not say how to opt out: name STOP in it`);
};
