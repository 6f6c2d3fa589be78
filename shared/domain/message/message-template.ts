import type { Definition } from '../campaign/definition.ts';
import { readLocale } from '../campaign/locale.ts';
import { variantsFor } from '../campaign/channel-template.ts';
import { compileTemplate, type Beside, type Rendered, type Template } from '../campaign/template.ts';
import { compileVariants, type CompiledVariants, type Content } from '../campaign/compile-variants.ts';
import { applyFilter } from '../campaign/text-filter.ts';
import type { TemplateSource } from '../campaign/template-variants.ts';
import type { Channel } from '../kernel/ids.ts';
import { remember } from '../kernel/remember.ts';
import type { Made } from '../campaign/message-content.ts';
import { foldToGsm7 } from './fold-to-gsm7.ts';

/** What a channel's messages say, made of a row. */
export type MessageTemplate = Omit<Template, 'render'> &
  Readonly<{ render: (fields: object, beside?: Beside) => Readonly<{ ok: Made }> | Exclude<Rendered, { ok: string }> }>;

type Finish = (text: string) => string;

/** The filters of a definition that are for whole messages, one after the other. */
const finishOf = ({ filters = [] }: Definition): Finish | undefined => {
  const steps = filters.filter(({ field }) => field === undefined).map((filter) => applyFilter(filter, foldToGsm7));
  return steps.length === 0 ? undefined : (text) => steps.reduce((done, step) => step(done), text);
};

type Finished = Readonly<{ channel: Channel; finish: Finish; /** BCP 47 */ locale: string }>;

const asIs: Finish = (text) => text;

const textTemplate = (template: Template, { finish }: Finished): MessageTemplate => ({
  ...template,
  render: (fields, beside) => {
    const rendered = template.render(fields, beside);
    return 'ok' in rendered ? { ok: { body: finish(rendered.ok) } } : rendered;
  },
});

const finishedEach = (texts: Readonly<Record<string, string>>, finish: Finish): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, finish(text)]));

/** Whatever a channel's messages are, one text of them is what reports show, and what counts. */
const madeOf = (content: Content, { channel, finish, locale }: Finished): Made => {
  const { text = '', subject = '', html, voice, voiceMachine, whatsapp, media } = content;
  const body = finish(text);
  if (channel === 'mms') return { body, content: { media: [...(media ?? [])] } };
  if (channel === 'voice') {
    const machine = voiceMachine === undefined ? {} : { machine: finish(voiceMachine) };
    return { body: voice === undefined ? body : finish(voice), content: { ...machine, locale } };
  }
  if (channel === 'email')
    // HTML that is but a picture says nothing in plain
    return {
      body: body.trim() === '' ? finish(subject) : body,
      content: { subject: finish(subject), ...(html === undefined ? {} : { html }) },
    };
  if (whatsapp?.content === undefined) return { body };
  const variables = finishedEach(whatsapp.variables, finish);
  const shown = body === '' ? Object.values(variables).join(' · ') || whatsapp.content : body;
  return { body: shown, content: { approved: whatsapp.content, variables } };
};

const variantsTemplate = ({ render, ...rest }: CompiledVariants, finished: Finished): MessageTemplate => ({
  ...rest,
  render: (fields, beside) => {
    const rendered = render(fields, beside);
    if ('ok' in rendered) return { ok: madeOf(rendered.ok, finished) };
    const { variant: _, ...fault } = rendered;
    return fault;
  },
});

/** A row that says a language of ours gets it; any other word there, and an empty cell, means the campaign's own. */
const inLanguage = (definition: Definition, compile: (locale: string | undefined) => MessageTemplate): MessageTemplate => {
  const own = compile(definition.locale);
  if (definition.fields['locale'] === undefined) return own;
  const inLocale = remember(50, compile);
  const templateOf = remember(1_000, (written: string): MessageTemplate => {
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

const zonesKept = 50;

/** What is told of an appointment is told by the clock of the row's location. */
const byRow = (definition: Definition, compile: (locale: string | undefined, zone: string) => MessageTemplate): MessageTemplate => {
  const inZone = remember(zonesKept, (zone: string) => inLanguage(definition, (locale) => compile(locale, zone)));
  const own = inZone(definition.timezone);
  if (definition.fields['location'] === undefined) return own;
  // a row that moves to another location says something else where its message tells of it
  const variables = own.beside.includes('location') ? [...new Set([...own.variables, 'location'])] : own.variables;
  return {
    ...own,
    variables,
    render: (fields, beside) => (beside?.location ? inZone(beside.location.timezone) : own).render(fields, beside),
  };
};

/** In which language a voice speaks. */
const spokenIn = (locale: string | undefined, region: string | undefined): string => {
  const found = readLocale(locale ?? 'en', region);
  return found ? `${found.language}-${found.country}` : 'en-US';
};

/**
 * What a channel takes of a template, as the messages of a campaign have it: in the row's language, and with the campaign's filters for whole
 * messages. Throws TemplateProblem where it is wrong.
 */
export const messageTemplate = (channel: Channel, source: TemplateSource, definition: Definition): MessageTemplate => {
  const { region } = definition;
  const finish = finishOf(definition) ?? asIs;
  const variants = variantsFor(channel, source);
  return byRow(definition, (locale, zone) => {
    const finished = { channel, finish, locale: spokenIn(locale, region) };
    if (Object.keys(variants).every((name) => name === 'text') && channel !== 'voice' && channel !== 'email')
      return textTemplate(compileTemplate(variants.text ?? '', { zone, region, locale }), finished);
    return variantsTemplate(compileVariants(variants, { zone, region, locale }), finished);
  });
};
