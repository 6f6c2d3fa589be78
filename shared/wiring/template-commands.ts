import { z } from 'zod';
import { changeTemplate, listTemplates, templateOf, templateVersions } from '#app/change-template.ts';
import { previewTemplate, type PreviewTemplateRequest } from '#app/preview-template.ts';
import { putTemplate, type PutTemplateRequest } from '#app/put-template.ts';
import { takeTemplate, type TakeRequest } from '#app/take-template.ts';
import { templateUses, type TemplateUse } from '#app/template-uses.ts';
import type { KnownTemplate } from '#domain/campaign/stored-template.ts';
import type { TemplateSource } from '#domain/campaign/template-variants.ts';
import { campaignId, channel, companyId, templateId } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { commandCause } from './command-cause.ts';
import type { OpenHouse } from './open-house.ts';

const by = z.string().trim().min(1).max(100);
const version = z.int().min(1).optional();

type One = Readonly<{ companyId: string; templateId: string }>;
const one = z.object({ companyId, templateId });

/** A version of a template, and the campaigns that have words of it. */
export type ShownTemplate = Readonly<
  One &
    Omit<KnownTemplate, 'versions' | 'companyId'> & {
      version: number;
      newest: number;
      template: TemplateSource;
      uses: readonly TemplateUse[];
    }
>;

const shown = async ({ house }: OpenHouse, of: One, known: KnownTemplate, asked?: number): Promise<ShownTemplate> => {
  const { versions, companyId: _, ...about } = known;
  const wanted = asked ?? versions.length;
  const template = versions[wanted - 1];
  if (template === undefined)
    throw new Refusal('template_unknown', `${of.templateId} has ${versions.length} versions, and no version ${wanted}`);
  return {
    ...of,
    ...about,
    version: wanted,
    newest: versions.length,
    template,
    uses: await templateUses(house, of.companyId, of.templateId),
  };
};

const list = {
  input: z.object({ companyId }),
  run: ({ house }: OpenHouse, input: { companyId: string }) => listTemplates(house, input.companyId),
};

const show = {
  input: one.extend({ version }),
  run: async (open: OpenHouse, { version: asked, ...of }: One & { version?: number }) =>
    shown(open, of, await templateOf(open.house, of.companyId, of.templateId), asked),
};

const put = {
  input: z.object({
    companyId,
    by,
    name: z.string().trim().min(1).max(200),
    channel,
    locale: z.string().max(20).optional(),
    template: z.unknown(),
  }),
  run: async (open: OpenHouse, input: PutTemplateRequest) => {
    const made = await putTemplate(open.house, input, commandCause(open));
    return shown(open, { companyId: input.companyId, templateId: made.templateId }, made.known);
  },
};

const versions = {
  input: one,
  run: ({ house }: OpenHouse, input: One) => templateVersions(house, input.companyId, input.templateId),
};

const preview = {
  input: one.extend({ version, fields: z.record(z.string().min(1).max(200), z.string()), timezone: z.string().min(1).max(100) }),
  run: ({ house }: OpenHouse, input: PreviewTemplateRequest) => previewTemplate(house, input),
};

const take = {
  input: one.extend({ campaignId, version, by }),
  run: async (open: OpenHouse, input: TakeRequest) => {
    const { status, version: made, approved } = await takeTemplate(open.house, input, commandCause(open));
    return { campaignId: input.campaignId, status, version: made, approvedVersion: approved?.version ?? null };
  },
};

const retire = {
  input: one.extend({ by }),
  run: async (open: OpenHouse, input: One & { by: string }) =>
    shown(open, input, await changeTemplate(open.house, { type: 'RetireTemplate', data: input }, commandCause(open))),
};

/** Texts of a company that campaigns take. */
export const templateCommands = {
  'list-templates': list,
  'show-template': show,
  'put-template': put,
  'template-versions': versions,
  'preview-template': preview,
  'take-template': take,
  'retire-template': retire,
};
