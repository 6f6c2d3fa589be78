import type { Resource } from '../resource.ts';
import { getTemplate, listTemplates, renderTemplate } from './read-templates.ts';
import { listTemplateVersions } from './list-versions.ts';
import { templateErrors } from './template-errors.ts';
import { listTemplateUses } from './list-uses.ts';
import { createTemplate, editTemplate, retireTemplate } from './write-templates.ts';

export const templates: Resource = {
  name: 'Templates',
  description:
    "Texts of the company that campaigns take by name and version. A campaign's version holds the text that it took, so that nothing changes under what waits.",
  operations: [
    createTemplate,
    listTemplates,
    getTemplate,
    listTemplateVersions,
    listTemplateUses,
    editTemplate,
    renderTemplate,
    retireTemplate,
  ],
  errors: templateErrors,
};
