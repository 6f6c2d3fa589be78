import { isZone } from '../kernel/local-time.ts';
import { CampaignInvalid } from './campaign-invalid.ts';
import { checkHolidays, checkOffsets, checkQuietHours, checkRecurrences, checkWindows } from './check-schedule.ts';
import { definition, type Definition } from './definition.ts';
import { problemsOf, type Problem } from './definition-words.ts';
import { checkContactFields, checkRegions, checkSenders } from './check-senders.ts';
import { checkFallbacks } from './check-fallbacks.ts';
import { checkCanned, checkTemplate, misuse } from './check-template.ts';
import { isLinkName, linkNames } from './page-links.ts';
import { isRelative } from './schedule.ts';
import { reservedWordOf } from './reserved-words.ts';
import { actions } from './text-filter.ts';

/** A campaign that may have other things wrong with it: only the good parts are looked at. */
type Entry = Definition['channels'][number];
type Parts = Omit<Partial<Definition>, 'channels'> & Readonly<{ channels?: readonly (Entry | undefined)[] }>;
type Check = (parts: Parts) => readonly Problem[];

const problem = (path: string, message: string): Problem => ({ path, message });
const known = (problems: readonly (Problem | undefined)[]): readonly Problem[] => problems.filter((one) => one !== undefined);

const checkZone: Check = ({ timezone }) =>
  timezone === undefined || isZone(timezone)
    ? []
    : [problem('timezone', `there is no time zone "${timezone}"; write one of the IANA database, like America/Boise`)];

const checkJoin: Check = ({ join, fields }) => {
  if (join === undefined || !fields) return [];
  return known([
    fields['appointmentDate'] === undefined
      ? problem(
          'fields.appointmentDate',
          'is missing; "join" puts the appointments of one day together, so name the column that holds their date',
        )
      : undefined,
    fields['appointment'] === undefined
      ? undefined
      : problem(
          'fields.appointment',
          'can\'t go with "join": a message about several appointments can\'t follow one of them; take one of the two out',
        ),
    fields['appointments'] === undefined
      ? undefined
      : problem('fields.appointments', 'is the list of what "join" puts together; take another name'),
  ]);
};

const checkPackets: Check = ({ packets, fields, join }) => {
  if (packets !== 'full' || !fields) return [];
  return known([
    fields['appointmentDate'] === undefined
      ? problem('fields.appointmentDate', 'is missing; of a full list that what vanished is still to come can only be told by its date')
      : undefined,
    join === undefined
      ? undefined
      : problem(
          'join',
          'can\'t go with "packets": "full": a message about several appointments can\'t lose one of them; take one of the two out',
        ),
  ]);
};

/** Names that a template could not tell from its own words, or that Carillon fills itself. */
const takenNames = new Set<string>([
  'appointmentAt',
  ...linkNames,
  'true',
  'false',
  'nil',
  'null',
  'blank',
  'empty',
  'and',
  'or',
  'not',
  'contains',
  'forloop',
  '__proto__',
]);

const checkFields: Check = ({ fields, channels, schedule }) => {
  if (!fields) return [];
  const uses = (channels ?? []).map((entry) => entry && (entry.schedule ?? schedule));
  return known([
    ...Object.keys(fields).map((name) =>
      takenNames.has(name)
        ? problem(
            `fields.${name}`,
            name === 'appointmentAt'
              ? 'is made from appointmentDate and appointmentTime; map those'
              : isLinkName(name)
                ? 'is the address of a page that Carillon makes; take another name for the column'
                : 'is a word of the template language; take another name',
          )
        : undefined,
    ),
    fields['appointmentDate'] === undefined && uses.some((used) => used !== undefined && isRelative(used))
      ? problem('fields.appointmentDate', 'is missing; offsetDays counts from the appointment, so name the column that holds its date')
      : undefined,
    fields['appointmentTime'] !== undefined && fields['appointmentDate'] === undefined
      ? problem('fields.appointmentDate', 'is missing; appointmentTime means nothing without it')
      : undefined,
  ]);
};

const checkTemplates: Check = ({ channels = [], fields, region, locale }) =>
  channels.flatMap((entry, i) => (entry ? checkTemplate(entry, `channels[${i}].template`, { fields, region, locale }) : []));

const writesHtml = (entry: Entry | undefined): boolean =>
  entry?.channel === 'email' && typeof entry.template !== 'string' && entry.template.html !== undefined;

const checkFilters: Check = ({ filters = [], channels = [] }) =>
  known(
    filters.flatMap((filter, i) => {
      const path = `filters[${i}]`;
      const said = actions.filter((action) => filter[action] !== undefined);
      return [
        said.length === 1
          ? undefined
          : problem(path, `must say one of ${actions.join(', ')}${said.length === 0 ? '' : `, not ${said.join(' and ')}`}`),
        filter.replace !== undefined && filter.with === undefined
          ? problem(`${path}.with`, 'is missing; write what comes in place of the words, or "" for nothing')
          : undefined,
        filter.field === undefined && channels.some(writesHtml)
          ? problem(
              `${path}.field`,
              'is missing; what is done to a whole message would break the HTML of an e-mail, so name the field it is for',
            )
          : undefined,
        filter.with !== undefined && filter.replace === undefined ? problem(`${path}.with`, 'means nothing without "replace"') : undefined,
      ];
    }),
  );

const checkChannels: Check = ({ channels = [], schedule }) => {
  const seen = new Set<string>();
  return known(
    channels.map((entry, i) => {
      if (!entry) return undefined;
      const key = JSON.stringify([entry.channel, entry.schedule ?? schedule]);
      const again = seen.has(key);
      seen.add(key);
      return again ? problem(`channels[${i}]`, `repeats ${entry.channel} with the same schedule; one of them is enough`) : undefined;
    }),
  );
};

/** A text after an answer goes as it stands: nobody is to read braces. */
const literal = (where: string, text: string): readonly Problem[] =>
  /\{\{|\{%/.test(text) ? [problem(where, 'goes as it stands, so take out what is in braces; canned texts may have fields')] : [];

const checkReplies: Check = ({ replies = {}, fields, region, locale }) => {
  const lists = (['confirm', 'cancel', 'reschedule'] as const).flatMap((name) =>
    (replies[name] ?? []).map((word) => {
      const reserved = reservedWordOf(word);
      return reserved === undefined
        ? undefined
        : problem(
            `replies.${name}`,
            `can't use ${reserved}: providers take it for an opt-out and the answer never counts; choose another word, like X`,
          );
    }),
  );
  const followUps = Object.entries(replies.followUps ?? {}).flatMap(([name, text]) => [
    ...misuse(`replies.followUps.${name}`, text),
    ...literal(`replies.followUps.${name}`, text),
  ]);
  const around = { fields, region, locale };
  const canned = Object.entries(replies.canned ?? {}).flatMap(([name, text]) => checkCanned(text, `replies.canned.${name}`, around));
  return [...known(lists), ...followUps, ...canned];
};

const checks: readonly Check[] = [
  checkZone,
  checkRegions,
  checkSenders,
  checkJoin,
  checkPackets,
  checkFields,
  checkContactFields,
  checkChannels,
  checkTemplates,
  checkFallbacks,
  checkFilters,
  checkWindows,
  checkOffsets,
  checkRecurrences,
  checkHolidays,
  checkQuietHours,
  checkReplies,
];

/** The parts of the JSON that are good by themselves. */
const goodParts = (json: unknown): Parts => {
  if (typeof json !== 'object' || json === null) return {};
  const given = json as Record<string, unknown>;
  const parts = Object.entries(definition.shape).flatMap(([key, schema]) => {
    const parsed = schema.safeParse(given[key]);
    return parsed.success && parsed.data !== undefined ? [[key, parsed.data] as const] : [];
  });
  const entry = definition.shape.channels.element;
  const channels = Array.isArray(given['channels']) ? given['channels'].map((one: unknown) => entry.safeParse(one).data) : [];
  return { ...Object.fromEntries(parts), channels };
};

/** The approved version and the newest stand in one document, which Firestore holds up to a mebibyte. */
export const mostDefinitionBytes = 400_000;

const checkSize = (whole: Definition): Definition => {
  const bytes = new TextEncoder().encode(JSON.stringify(whole)).length;
  if (bytes <= mostDefinitionBytes) return whole;
  throw new CampaignInvalid([problem('', `has ${bytes} bytes of JSON; a campaign may have ${mostDefinitionBytes}, so say it with less`)]);
};

/** A campaign from its JSON. Throws CampaignInvalid that names every problem found, and where. */
export const readDefinition = (json: unknown): Definition => {
  const parsed = definition.safeParse(json, { reportInput: true });
  const found = parsed.success ? [] : problemsOf(parsed.error.issues);
  const parts = parsed.success ? parsed.data : goodParts(json);
  const problems = [...found, ...checks.flatMap((check) => check(parts))];
  if (!parsed.success || problems.length > 0) throw new CampaignInvalid(problems);
  return checkSize(parsed.data);
};
