import { stripHtml } from './strip-html.ts';
import { compileTemplate, type Beside, type Rendered, type Template } from './template.ts';
import type { Place } from './message-functions.ts';
import { partsOf, variantsOf, type TemplateSource } from './template-variants.ts';

/** What a row's recipient gets, by variant. `text` is the plain part of an e-mail too. */
export type Content = Readonly<{
  text?: string;
  subject?: string;
  html?: string;
  voice?: string;
  voiceMachine?: string;
  whatsapp?: Readonly<{ content?: string; variables: Readonly<Record<string, string>> }>;
  media?: readonly string[];
}>;

/** `variant` is the text that failed: `html`, `whatsapp.variables.1`. */
export type RenderedContent = Readonly<{ ok: Content }> | (Exclude<Rendered, { ok: string }> & Readonly<{ variant: string }>);

export type CompiledVariants = Readonly<{
  render: (fields: object, beside?: Beside) => RenderedContent;
  variables: readonly string[];
  beside: Template['beside'];
}>;

/** Longest of each variant, in UTF-16 units; a subject has one line. */
export const longestVariant = { subject: 300, html: 100_000, voice: 3_000, voiceMachine: 3_000, variable: 1_024, media: 2_000 } as const;

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Media are fetched by a provider: addresses of the web alone, as the provider would read them. */
const addressOf = (text: string): string | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : undefined;
};

const limitOf = (path: string): number => {
  if (path.startsWith('whatsapp')) return longestVariant.variable;
  if (path.startsWith('media')) return longestVariant.media;
  return Object.hasOwn(longestVariant, path) ? longestVariant[path as 'html'] : Number.POSITIVE_INFINITY;
};

type Shown = Map<string, string>;
type Fault = Exclude<RenderedContent, { ok: Content }>;

const contentOf = (source: TemplateSource, shown: Shown): RenderedContent => {
  const { whatsapp, media = [] } = variantsOf(source);
  const html = shown.get('html');
  const text = shown.get('text') ?? shown.get('') ?? (html === undefined ? undefined : stripHtml(html));
  const addresses: string[] = [];
  for (const n of media.keys()) {
    const address = addressOf(shown.get(`media[${n}]`) ?? '');
    if (address === undefined) return { fault: 'template_error', variant: `media[${n}]` };
    addresses.push(address);
  }
  const variables = Object.keys(whatsapp?.variables ?? {}).map((n) => [n, shown.get(`whatsapp.variables.${n}`) ?? ''] as const);
  const subject = shown.get('subject');
  const voice = shown.get('voice');
  const voiceMachine = shown.get('voiceMachine');
  return {
    ok: {
      ...(text === undefined ? {} : { text }),
      ...(subject === undefined ? {} : { subject: oneLine(subject) }),
      ...(html === undefined ? {} : { html }),
      ...(voice === undefined ? {} : { voice }),
      ...(voiceMachine === undefined ? {} : { voiceMachine }),
      ...(whatsapp === undefined
        ? {}
        : {
            whatsapp: {
              ...(whatsapp.content === undefined ? {} : { content: whatsapp.content }),
              variables: Object.fromEntries(variables),
            },
          }),
      ...(addresses.length === 0 ? {} : { media: addresses }),
    },
  };
};

/**
 * All variants of a template for the rows of one place. In `html` every value is escaped; elsewhere values stand as they are. Throws
 * TemplateProblem where a text is wrong.
 */
export const compileVariants = (source: TemplateSource, place: Place): CompiledVariants => {
  const parts = partsOf(source).map(({ path, text, html }) => ({ path, template: compileTemplate(text, { ...place, html }) }));
  const render: CompiledVariants['render'] = (fields, beside) => {
    const shown: Shown = new Map();
    for (const { path, template } of parts) {
      const rendered = template.render(fields, beside);
      const fault: Fault | undefined = 'fault' in rendered ? { ...rendered, variant: path } : undefined;
      if (fault) return fault;
      const text = 'ok' in rendered ? rendered.ok : '';
      if (text.length > limitOf(path)) return { fault: 'too_long', variant: path };
      shown.set(path, text);
    }
    return contentOf(source, shown);
  };
  return {
    render,
    variables: [...new Set(parts.flatMap(({ template }) => template.variables))],
    beside: [...new Set(parts.flatMap(({ template }) => template.beside))],
  };
};
