import type { Definition } from '../campaign/definition.ts';
import { readLocale } from '../campaign/locale.ts';
import { compileTemplate, type Template } from '../campaign/template.ts';
import { applyFilter } from '../campaign/text-filter.ts';
import { variantsOf, type TemplateSource } from '../campaign/template-variants.ts';
import { remember } from '../kernel/remember.ts';
import { foldToGsm7 } from './fold-to-gsm7.ts';

type Finish = (text: string) => string;

/** The filters of a definition that are for whole messages, one after the other. */
const finishOf = ({ filters = [] }: Definition): Finish | undefined => {
  const steps = filters.filter(({ field }) => field === undefined).map((filter) => applyFilter(filter, foldToGsm7));
  return steps.length === 0 ? undefined : (text) => steps.reduce((done, step) => step(done), text);
};

const finished = (template: Template, finish: Finish | undefined): Template => {
  if (!finish) return template;
  return {
    ...template,
    render: (fields, beside) => {
      const rendered = template.render(fields, beside);
      return 'ok' in rendered ? { ok: finish(rendered.ok) } : rendered;
    },
  };
};

/** A row that says a language of ours gets it; any other word there, and an empty cell, means the campaign's own. */
const byRow = (definition: Definition, compile: (locale: string | undefined) => Template): Template => {
  const own = compile(definition.locale);
  if (definition.fields['locale'] === undefined) return own;
  const inLocale = remember(50, compile);
  const templateOf = remember(1_000, (written: string): Template => {
    const found = readLocale(written, definition.region);
    return found ? inLocale(`${found.language}-${found.country}`) : own;
  });
  return {
    ...own,
    // what the row says of its language is part of what its message says
    variables: [...new Set([...own.variables, 'locale'])],
    render: (fields, beside) => {
      const written = (fields as Readonly<Record<string, unknown>>)['locale'];
      return (typeof written === 'string' ? templateOf(written) : own).render(fields, beside);
    },
  };
};

/**
 * The text of a template as the messages of a campaign have it: in the row's language, and with the campaign's filters for whole messages.
 * Throws TemplateProblem where it is wrong or there is no text.
 */
export const messageTemplate = (source: TemplateSource, definition: Definition): Template => {
  const { text = '' } = variantsOf(source);
  const { timezone: zone, region } = definition;
  const finish = finishOf(definition);
  return byRow(definition, (locale) => finished(compileTemplate(text, { zone, region, locale }), finish));
};
