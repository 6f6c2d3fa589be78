import { z } from 'zod';

/** A text with places for fields. */
export const templateText = z.string().min(1).max(5000);

const htmlText = z.string().min(1).max(50_000);
const numbered = z.string().regex(/^[1-9]\d?$/, 'a number from 1 to 99, as the approved text numbers its places');

/**
 * One template with its variants, of one version: what a channel needs of it is taken, the rest is for other channels. `text` is the plain
 * message; `html` with `subject` an e-mail, whose plain part is `text`, or else what its HTML says.
 */
export const templateVariants = z.strictObject({
  text: templateText.optional(),
  subject: z.string().min(1).max(300).optional(),
  html: htmlText.optional(),
  /** what a voice says; left out: `text` */
  voice: templateText.optional(),
  /** what it says to an answering machine; left out: the same */
  voiceMachine: templateText.optional(),
  /** values for the numbered places of a text that the provider has approved */
  whatsapp: z
    .strictObject({ content: z.string().min(1).max(100).optional(), variables: z.record(numbered, z.string().min(1).max(1000)) })
    .optional(),
  /** addresses of pictures and the like */
  media: z.array(z.string().min(1).max(2000)).min(1).max(10).optional(),
});
export type TemplateVariants = z.infer<typeof templateVariants>;

/** A template as a campaign gives it: its plain text alone, or several variants. */
export type TemplateSource = string | TemplateVariants;

export const variantsOf = (source: TemplateSource): TemplateVariants => (typeof source === 'string' ? { text: source } : source);

/** One text of a template: where it stands (`html`, `whatsapp.variables.1`, '' for a template that is a text), and whether it is HTML. */
export type TemplatePart = Readonly<{ path: string; text: string; html: boolean }>;

/** Every text of a template, in a fixed order. */
export const partsOf = (source: TemplateSource): readonly TemplatePart[] => {
  if (typeof source === 'string') return [{ path: '', text: source, html: false }];
  const { text, subject, html, voice, voiceMachine, whatsapp, media = [] } = source;
  const named: readonly (readonly [path: string, text: string | undefined])[] = [
    ['text', text],
    ['subject', subject],
    ['html', html],
    ['voice', voice],
    ['voiceMachine', voiceMachine],
    ...Object.entries(whatsapp?.variables ?? {}).map(([n, value]) => [`whatsapp.variables.${n}`, value] as const),
    ...media.map((value, n) => [`media[${n}]`, value] as const),
  ];
  return named.flatMap(([path, part]) => (part === undefined ? [] : [{ path, text: part, html: path === 'html' }]));
};
