import { partsOf, type TemplateSource } from '#domain/campaign/template-variants.ts';
import { textCell, timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';

/** `version`, `template_content` and `variables` are of the newest version. */
export type MessageTemplateRow = Placed &
  Readonly<{
    id: string;
    company_id: string;
    template_name: string;
    channel: string;
    locale: string | null;
    status: 'kept' | 'retired';
    version: number;
    template_content: string;
    variables: string;
    created_by: string;
    created_at: string;
    changed_by: string;
    changed_at: string;
  }>;

const types = ['TemplateDrafted', 'TemplateRevised', 'TemplateRetired'] as const;
type TemplateType = (typeof types)[number];

const named = /\{\{-?\s*([A-Za-z_]\w*)/g;

/** Names that it puts out, each once. */
const variablesOf = (template: TemplateSource): readonly string[] => [
  ...new Set(partsOf(template).flatMap(({ text }) => Array.from(text.matchAll(named), ([, name]) => name ?? ''))),
];

const saying = (template: TemplateSource) => ({
  template_content: JSON.stringify(template),
  variables: JSON.stringify(variablesOf(template)),
});

const drafted = ({ data, companyId, occurredAt, position }: EventOfType<'TemplateDrafted'>, ordinal: number): MessageTemplateRow => {
  const at = timeCell(occurredAt);
  return {
    id: data.templateId,
    company_id: companyId,
    template_name: textCell(data.name, 200) ?? '',
    channel: data.channel,
    locale: data.locale ?? null,
    status: 'kept',
    version: data.version,
    ...saying(data.template),
    created_by: data.by,
    created_at: at,
    changed_by: data.by,
    changed_at: at,
    position,
    ordinal,
  };
};

export const messageTemplates: Projection<MessageTemplateRow, TemplateType> = {
  table: {
    name: 'message_templates',
    key: ['id'],
    columns: [
      'id',
      'company_id',
      'template_name',
      'channel',
      'locale',
      'status',
      'version',
      'template_content',
      'variables',
      'created_by',
      'created_at',
      'changed_by',
      'changed_at',
      'position',
      'ordinal',
    ] satisfies (keyof MessageTemplateRow)[],
  },
  handles: types,
  keyOf: ({ data }) => ({ id: data.templateId }),
  evolve: (row, event, ordinal) => {
    if (event.type === 'TemplateDrafted') return row ?? drafted(event, ordinal);
    const { data, occurredAt, position } = event;
    const said =
      event.type === 'TemplateRetired' ? { status: 'retired' as const } : { version: event.data.version, ...saying(event.data.template) };
    return row && { ...row, ...said, changed_by: data.by, changed_at: timeCell(occurredAt), position, ordinal };
  },
};
