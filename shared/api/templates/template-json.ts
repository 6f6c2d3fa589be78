import { z } from '@hono/zod-openapi';
import type { ListedTemplate } from '#app/change-template.ts';
import { fieldNames, type Definition } from '#domain/campaign/definition.ts';
import { localeName } from '#domain/campaign/locale.ts';
import type { KnownTemplate } from '#domain/campaign/stored-template.ts';
import { templateSource } from '#domain/campaign/template-events.ts';
import type { TemplateSource } from '#domain/campaign/template-variants.ts';
import { channelFacts } from '#domain/kernel/channel-facts.ts';
import { channel, type Channel } from '#domain/kernel/ids.ts';
import { etagOf } from '../conventions/etag.ts';
import { Problem } from '../conventions/problem.ts';
import type { Answer } from '../operation.ts';
import { definitionOf } from '../campaigns/definition-body.ts';

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

export const template = z
  .object({ object: z.literal('template'), ...shown, newest_version: z.int().min(1), template: source })
  .openapi('Template', { description: 'One version of it: versions never change' });
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

const senders = { number: '+12085550199', address: 'office@example.com', page: '102938475610293' } as const;
/** Whom a sample goes to, where nobody says. */
export const samplePoints = {
  phone: '+12085550123',
  email: 'ana@example.com',
  messengerId: '1029384756',
  instagramId: '1029384756',
} as const;

type Text = Readonly<{ name: string; channel: Channel; locale?: string | undefined; template: unknown }>;

/** A campaign that says nothing else: what holds for a campaign's text holds for it. Throws a Problem `campaign_invalid` that points into `under`. */
export const campaignOfText = (
  { name, channel: by, locale: language, template: text }: Text,
  fields: readonly string[] = [],
  timezone = 'UTC',
): Definition => {
  const named = [...new Set([...fieldNames.filter((one) => one !== 'appointment'), ...fields])];
  const { sender } = channelFacts[by];
  try {
    return definitionOf({
      name,
      from: senders[sender],
      timezone,
      ...(language === undefined ? {} : { locale: language }),
      fields: Object.fromEntries(named.map((one) => [one, one])),
      channels: [{ channel: by, template: text }],
      schedule: 'now',
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const errors = error.errors.map((one) => ({ ...one, pointer: one.pointer.replace('/body/channels/0', '/body') }));
    throw new Problem('template_invalid', undefined, { errors });
  }
};

/** The text as it was read. */
export const textOf = (text: Text): TemplateSource => campaignOfText(text).channels[0]!.template;

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
