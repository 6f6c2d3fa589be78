import { z } from '@hono/zod-openapi';
import { changeTemplate, templateIdOf, templateOf } from '#app/change-template.ts';
import { templateUses } from '#app/template-uses.ts';
import { channel } from '#domain/kernel/ids.ts';
import { checkMatch } from '../conventions/etag.ts';
import { operation } from '../operation.ts';
import {
  etagHeader,
  exampleTemplate,
  locale,
  source,
  editedTemplate,
  mostUses,
  template,
  templateAnswer,
  templateEtag,
  templateParams,
  textOf,
} from './template-json.ts';
import { exampleUse, useJson } from './template-use-json.ts';

const text = exampleTemplate.template;
export const createTemplate = operation({
  id: 'createTemplate',
  method: 'post',
  path: '/v1/templates',
  summary: 'Write a template down',
  description:
    'A text of the company for one channel and language. It is checked as a campaign checks its own: fields, filters, what the channel can carry, words that providers take for an opt-out.',
  scope: 'templates:write',
  body: z.strictObject({ name: z.string().trim().min(1).max(200), channel, locale, template: source }),
  answers: { 201: { description: 'Its first version', schema: template, headers: { ...etagHeader, Location: 'where it is' } } },
  errors: ['template_invalid', 'template_exists'],
  example: { body: { name: 'Reminder', channel: 'sms', locale: 'en-US', template: text }, answer: exampleTemplate },
  run: async ({ house, caller: { companyId, by }, body, cause, origin }) => {
    const templateId = templateIdOf(companyId, body);
    const data = { templateId, companyId, by, name: body.name, channel: body.channel, locale: body.locale, template: textOf(body) };
    const answer = templateAnswer(templateId, await changeTemplate(house, { type: 'DraftTemplate', data }, cause), undefined, 201);
    return { ...answer, headers: { ...answer.headers, location: `${origin}/v1/templates/${templateId}` } };
  },
});

export const editTemplate = operation({
  id: 'editTemplate',
  method: 'put',
  path: '/v1/templates/{id}',
  summary: 'Make a new version of a template',
  description:
    'Campaigns that took an older one keep that, and `used_by` names them: each takes the new one by `POST /v1/campaigns/{id}/take_template`, with a new version of its own.',
  scope: 'templates:write',
  params: templateParams,
  body: z.strictObject({ template: source }),
  needsIfMatch: true,
  answers: { 200: { description: 'The newest version, and who has older words', schema: editedTemplate, headers: etagHeader } },
  errors: ['template_unknown', 'template_invalid', 'template_retired', 'template_versions_full'],
  example: {
    path: { id: 'tpl_h7k2m9qxw3' },
    body: { template: text },
    answer: { ...exampleTemplate, version: 2, newest_version: 2, used_by: [exampleUse] },
  },
  run: async ({ house, caller: { companyId, by }, path: { id }, body, headers, cause }) => {
    const before = await templateOf(house, companyId, id);
    checkMatch(headers, templateEtag(id, before));
    const { name, channel: on, locale: language, versions } = before;
    const said = textOf({ name, channel: on, locale: language, template: body.template });
    const data = { templateId: id, companyId, by, template: said, seen: versions.length };
    const after = await changeTemplate(house, { type: 'ReviseTemplate', data }, cause);
    const { body: shown, ...answer } = templateAnswer(id, after);
    const uses = (await templateUses(house, companyId, id)).slice(0, mostUses);
    return { ...answer, body: { ...(shown as object), used_by: uses.map((use) => useJson(use, after.versions.length)) } };
  },
});

export const retireTemplate = operation({
  id: 'retireTemplate',
  method: 'post',
  path: '/v1/templates/{id}/retire',
  summary: 'Let no campaign take a template any more',
  description: 'Those that took it keep what they took.',
  scope: 'templates:write',
  params: templateParams,
  answers: { 200: { description: 'The template', schema: template, headers: etagHeader } },
  errors: ['template_unknown'],
  example: { path: { id: 'tpl_h7k2m9qxw3' }, answer: { ...exampleTemplate, status: 'retired' } },
  run: async ({ house, caller: { companyId, by }, path: { id }, cause }) =>
    templateAnswer(id, await changeTemplate(house, { type: 'RetireTemplate', data: { templateId: id, companyId, by } }, cause)),
});
