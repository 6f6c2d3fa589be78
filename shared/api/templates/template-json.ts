import { z } from '@hono/zod-openapi';
import type { ListedTemplate } from '#app/change-template.ts';
import { readTemplateText, type LooseText } from '#app/template-campaign.ts';
import { localeName } from '#domain/campaign/locale.ts';
import type { KnownTemplate } from '#domain/campaign/stored-template.ts';
import { templateSource } from '#domain/campaign/template-events.ts';
import type { TemplateSource } from '#domain/campaign/template-variants.ts';
import { channel } from '#domain/kernel/ids.ts';
import { etagOf } from '../conventions/etag.ts';
import { Problem } from '../conventions/problem.ts';
import type { Answer } from '../operation.ts';
import { templateUse } from './template-use-json.ts';
import { toldApart, toldOf } from '../campaigns/definition-body.ts';

const { $schema: _, ...described } = z.toJSONSchema(templateSource, { io: 'input' });

/** Read by the reader of campaigns, whose words say what is wrong. */
export const source = z
  .unknown()
  .openapi('TemplateSource', { ...(described as object), description: 'A text, or its variants (docs/TEMPLATES.md)' });

export const locale = localeName.optional().openapi({ description: 'The language that it is written in', example: 'es-US' });
export const templateIdText = z.string().min(1).max(200).openapi({ description: "a template's id", example: 'tpl_h7k2m9qxw3' });
export const templateParams = z.object({ id: templateIdText });
export const etagHeader = { ETag: 'the state that was read: send it as If-Match to change it' };

const shown = {
  id: templateIdText,
  name: z.string(),
  channel,
  locale: z.string().nullable(),
  status: z.enum(['kept', 'retired']),
  version: z.int().min(1),
};

const facts = { object: z.literal('template'), ...shown, newest_version: z.int().min(1), template: source };
export const template = z.object(facts).openapi('Template', { description: 'One version of it: versions never change' });
export const mostUses = 100;
export const editedTemplate = z
  .object({
    ...facts,
    used_by: z
      .array(templateUse)
      .max(mostUses)
      .meta({ description: `up to ${mostUses} campaigns that took a version of it; all: GET …/campaigns` }),
  })
  .openapi('EditedTemplate');
export const listedTemplate = z.object({ object: z.literal('template_summary'), ...shown }).openapi('TemplateSummary');

export const listedJson = ({ templateId, name, channel: by, locale: language, status, version }: ListedTemplate) => ({
  object: 'template_summary',
  id: templateId,
  name,
  channel: by,
  locale: language ?? null,
  status,
  version,
});

/** Throws a Problem where there is no such version. */
export const templateAnswer = (id: string, known: KnownTemplate, asked?: number, status = 200): Answer => {
  const { name, channel: by, locale: language = null, status: kept, versions } = known;
  const version = asked ?? versions.length;
  const text = versions[version - 1];
  if (text === undefined) throw new Problem('template_unknown', `It has ${versions.length} versions.`);
  const body = {
    object: 'template',
    id,
    name,
    channel: by,
    locale: language,
    status: kept,
    version,
    newest_version: versions.length,
    template: text,
  };
  return { status, body, headers: { etag: templateEtag(id, known) } };
};

export const templateEtag = (id: string, { status, versions }: KnownTemplate): string => etagOf([id, status, versions.length]);

const asTemplate = (error: unknown): never => {
  if (!(error instanceof Problem)) throw error;
  const errors = error.errors.map((one) => ({ ...one, pointer: one.pointer.replace('/body/channels/0', '/body') }));
  throw new Problem('template_invalid', undefined, { errors });
};

/** What the campaign's reader says of a text, told of a template. Throws a Problem `template_invalid`. */
export const toldOfTextSoon = <T>(work: () => Promise<T>): Promise<T> => toldApart(work, '/body').catch(asTemplate);

/** The text as it was read. Throws a Problem `template_invalid` that points to where it stands in the body. */
export const textOf = (text: LooseText): TemplateSource => {
  try {
    return toldOf(() => readTemplateText(text));
  } catch (error) {
    return asTemplate(error);
  }
};

export const exampleTemplate = {
  object: 'template',
  id: 'tpl_h7k2m9qxw3',
  name: 'Reminder',
  channel: 'sms',
  locale: 'en-US',
  status: 'kept',
  version: 1,
  newest_version: 1,
  template: 'Hi {{ firstName | name }}, see you on {{ appointmentAt | date }}. STOP to opt out.',
};
