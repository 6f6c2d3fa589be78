import type { Resource } from '../resource.ts';
import { getTemplate, listTemplates, renderTemplate } from './read-templates.ts';
import { createTemplate, editTemplate, retireTemplate } from './write-templates.ts';

export const templates: Resource = {
  name: 'Templates',
  description:
    "Texts of the company that campaigns take by name and version. A campaign's version holds the text that it took, so that nothing changes under what waits.",
  operations: [createTemplate, listTemplates, getTemplate, editTemplate, renderTemplate, retireTemplate],
  errors: {
    template_unknown: {
      status: 404,
      title: 'There is no such template',
      words: 'No template of this company has this id, or this version.',
    },
    template_invalid: {
      status: 400,
      title: "This template can't be used",
      words: '"errors" says where and why, in a text with line and column.',
    },
    template_exists: {
      status: 409,
      title: 'There is a template of this name',
      words: 'One of each name, channel and language: revise that one, or take another name.',
    },
    template_retired: { status: 409, title: 'The template is retired', words: 'Make another one.' },
    template_versions_full: { status: 409, title: 'The template has too many versions', words: 'It has 200: make another one.' },
  },
};
