import { createHash } from 'node:crypto';
import { storedTemplate, type KnownTemplate, type StoredTemplate, type TemplateCommand } from '#domain/campaign/stored-template.ts';
import type { TemplateEvent } from '#domain/campaign/template-events.ts';
import { fold } from '#domain/kernel/decider.ts';
import type { TemplateSource } from '#domain/campaign/template-variants.ts';
import type { Cause, Recorded } from '#domain/kernel/event.ts';
import { idBody, templateId as isTemplateId, type Channel } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { templateStream } from '#domain/kernel/streams.ts';
import { duePages } from './due-pages.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';

/** What a list shows of a template. */
export type ListedTemplate = Readonly<{
  templateId: string;
  name: string;
  channel: Channel;
  locale?: string;
  status: 'kept' | 'retired';
  version: number;
}>;

const mostListed = 10_000;

/** A company has one template of each name, channel and language. */
export const templateIdOf = (
  companyId: string,
  { name, channel, locale = '' }: Readonly<{ name: string; channel: Channel; locale?: string | undefined }>,
): string => `tpl_${idBody(createHash('sha256').update(`${companyId}/${channel}/${locale}/${name.trim().toLowerCase()}`).digest(), 10)}`;

const listed = (templateId: string, { name, channel, locale, status, versions }: KnownTemplate): ListedTemplate => ({
  templateId,
  name,
  channel,
  ...(locale === undefined ? {} : { locale }),
  status,
  version: versions.length,
});

/** Drafts, revises or retires a template; what the list shows of it changes in the same commit. Throws Refusals. */
export const changeTemplate = async ({ store }: House, command: TemplateCommand, cause: Cause): Promise<KnownTemplate> => {
  const { templateId, companyId } = command.data;
  const { state } = await handle(store, storedTemplate, {
    stream: templateStream(templateId),
    companyId,
    command,
    cause,
    documents: (known: StoredTemplate) =>
      known.status === 'unknown'
        ? []
        : [{ path: `companies/${companyId}/templates/${templateId}`, data: listed(templateId, known), dueAt: cause.now }],
  });
  return state as KnownTemplate;
};

type Read = Readonly<{ events: readonly Recorded<TemplateEvent>[]; known: KnownTemplate }>;

const read = async ({ store }: Pick<House, 'store'>, companyId: string, templateId: string): Promise<Read> => {
  const found = isTemplateId.safeParse(templateId).success ? (await store.read(templateStream(templateId))).events : [];
  const events = found as readonly unknown[] as readonly Recorded<TemplateEvent>[];
  const known = fold(storedTemplate, events);
  if (known.status !== 'unknown' && known.companyId === companyId) return { events, known };
  throw new Refusal('template_unknown', 'there is no such template: list the templates to see which there are');
};

/** With all of its versions. Throws a Refusal where the company has no such template. */
export const templateOf = async (house: Pick<House, 'store'>, companyId: string, templateId: string): Promise<KnownTemplate> =>
  (await read(house, companyId, templateId)).known;

/** Who wrote which words, and when, UTC ISO. */
export type TemplateVersion = Readonly<{ version: number; template: TemplateSource; madeAt: string; by: string }>;

/** The newest first. Throws a Refusal where the company has no such template. */
export const templateVersions = async (
  house: Pick<House, 'store'>,
  companyId: string,
  templateId: string,
): Promise<readonly TemplateVersion[]> =>
  (await read(house, companyId, templateId)).events
    .flatMap(({ type, data, occurredAt }) =>
      type === 'TemplateRetired' ? [] : [{ version: data.version, template: data.template, madeAt: occurredAt, by: data.by }],
    )
    .reverse();

/** The last that was changed first. */
export const listTemplates = async ({ documents }: House, companyId: string): Promise<readonly ListedTemplate[]> => {
  const found: ListedTemplate[] = [];
  for await (const page of duePages<ListedTemplate>(documents, `companies/${companyId}/templates`, '9999')) {
    found.push(...page.map(({ data }) => data));
    if (found.length >= mostListed) break;
  }
  return found.reverse();
};
