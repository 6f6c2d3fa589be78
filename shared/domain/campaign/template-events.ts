import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema } from '../kernel/event-schema.ts';
import { channel, companyId, templateId } from '../kernel/ids.ts';
import { localeName } from './locale.ts';
import { templateText, templateVariants } from './template-variants.ts';

const about = { templateId, companyId, by: z.string().min(1).max(100) };
const version = z.int().min(1);
export const templateSource = z.union([templateText, templateVariants]);

/** As a channel of a campaign names one. */
export const namedTemplate = z.strictObject({ templateId: z.string().min(1).max(200), version });

/** A company's text for one channel, in one language, that campaigns may take; what it says holds no person's values. */
export const TemplateDrafted = eventSchema(
  'TemplateDrafted',
  1,
  z.object({ ...about, version, name: z.string().min(1).max(200), channel, locale: localeName.optional(), template: templateSource }),
);
/** Says it in other words from now on; what was taken before stays as it was. */
export const TemplateRevised = eventSchema('TemplateRevised', 1, z.object({ ...about, version, template: templateSource }));
/** Campaigns take it no longer; those that have it keep it. */
export const TemplateRetired = eventSchema('TemplateRetired', 1, z.object(about));

export const templateEvents = [TemplateDrafted, TemplateRevised, TemplateRetired] as const;
export type TemplateEvent = EventOf<(typeof templateEvents)[number]>;
