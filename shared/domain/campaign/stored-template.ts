import type { Command, Decider } from '../kernel/decider.ts';
import type { Channel } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { TemplateEvent } from './template-events.ts';
import type { TemplateSource } from './template-variants.ts';

// Commands

type About = { templateId: string; companyId: string; by: string };
export type DraftTemplate = Command<
  'DraftTemplate',
  About & { name: string; channel: Channel; locale?: string | undefined; template: TemplateSource }
>;
/** `seen` is the version that the new one is made from. */
export type ReviseTemplate = Command<'ReviseTemplate', About & { template: TemplateSource; seen: number }>;
export type RetireTemplate = Command<'RetireTemplate', About>;
export type TemplateCommand = DraftTemplate | ReviseTemplate | RetireTemplate;

// State

export type KnownTemplate = Readonly<{
  status: 'kept' | 'retired';
  companyId: string;
  name: string;
  channel: Channel;
  locale?: string;
  /** all that there ever were: the first is version 1 */
  versions: readonly TemplateSource[];
}>;
export type StoredTemplate = Readonly<{ status: 'unknown' }> | KnownTemplate;

// Decide

const mostVersions = 200;

const known = ({ templateId, companyId }: About, state: StoredTemplate): KnownTemplate => {
  if (state.status === 'unknown' || state.companyId !== companyId)
    throw new Refusal('template_unknown', `there is no template ${templateId}: list the templates to see which there are`);
  return state;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const draft = ({ data: { locale, ...data } }: DraftTemplate, state: StoredTemplate): readonly TemplateEvent[] => {
  if (state.status === 'unknown')
    return [{ type: 'TemplateDrafted', data: { ...data, version: 1, ...(locale === undefined ? {} : { locale }) } }];
  if (state.status === 'kept' && state.versions.length === 1 && same(state.versions[0], data.template)) return [];
  throw new Refusal('template_exists', 'there is a template of this name, channel and language already: revise it, or take another name');
};

const revise = ({ data: { seen, ...data } }: ReviseTemplate, state: StoredTemplate): readonly TemplateEvent[] => {
  const { status, versions } = known(data, state);
  if (status === 'retired') throw new Refusal('template_retired', `${data.templateId} is retired: make another one`);
  if (same(versions.at(-1), data.template)) return [];
  if (seen !== versions.length)
    throw new Refusal('version_moved', `${data.templateId} is at version ${versions.length} by now: look again`);
  if (versions.length >= mostVersions)
    throw new Refusal('template_versions_full', `a template has up to ${mostVersions} versions: make another one`);
  return [{ type: 'TemplateRevised', data: { ...data, version: versions.length + 1 } }];
};

const retire = ({ data }: RetireTemplate, state: StoredTemplate): readonly TemplateEvent[] =>
  known(data, state).status === 'retired' ? [] : [{ type: 'TemplateRetired', data }];

const decide = (command: TemplateCommand, state: StoredTemplate): readonly TemplateEvent[] => {
  switch (command.type) {
    case 'DraftTemplate':
      return draft(command, state);
    case 'ReviseTemplate':
      return revise(command, state);
    default:
      return retire(command, state);
  }
};

// Evolve

const evolve = (state: StoredTemplate, event: TemplateEvent): StoredTemplate => {
  if (event.type === 'TemplateDrafted') {
    const { companyId, name, channel, locale, template } = event.data;
    return { status: 'kept', companyId, name, channel, ...(locale === undefined ? {} : { locale }), versions: [template] };
  }
  if (state.status === 'unknown') return state;
  if (event.type === 'TemplateRevised') return { ...state, versions: [...state.versions, event.data.template] };
  return { ...state, status: 'retired' };
};

export const storedTemplate: Decider<StoredTemplate, TemplateCommand, TemplateEvent> = { initial: { status: 'unknown' }, decide, evolve };
