import type { Definition } from '../campaign/definition.ts';
import { fallbackEntries } from '../campaign/fallback-entries.ts';
import { isLinkName, type LinkName } from '../campaign/page-links.ts';
import { messageTemplate } from './message-template.ts';

const known = new WeakMap<Definition, readonly LinkName[]>();

export const linkNamesIn = (variables: readonly string[]): readonly LinkName[] => variables.filter(isLinkName);

const read = (definition: Definition): readonly LinkName[] => {
  const canned = Object.values(definition.replies?.canned ?? {}).map((template) => ({ channel: 'sms' as const, template }));
  const entries = [...definition.channels.flatMap((entry) => [entry, ...fallbackEntries(entry)]), ...canned];
  const names = entries.flatMap(({ channel, template }) => messageTemplate(channel, template, definition).variables);
  return [...new Set(names.filter(isLinkName))];
};

/** The links to our pages that a campaign's messages name, also those that follow by another channel, and ready answers. Of one definition read once. */
export const linksOf = (definition: Definition): readonly LinkName[] => {
  const names = known.get(definition) ?? read(definition);
  known.set(definition, names);
  return names;
};
