import type { Definition } from './definition.ts';
import type { Problem } from './definition-words.ts';
import { checkVariants, isAnsweredInWords, variantsFor } from './channel-template.ts';
import { checkHtml } from './check-html.ts';
import { isLinkName } from './page-links.ts';
import { misusedWords } from './reserved-words.ts';
import { likelyField } from './likely-field.ts';
import { stripHtml } from './strip-html.ts';
import { compileTemplate } from './template.ts';
import { TemplateProblem } from './template-problem.ts';
import { partsOf, type TemplatePart } from './template-variants.ts';

/** What a template is checked against: the good parts of its definition. */
export type Around = Readonly<{ fields?: Definition['fields'] | undefined; region?: string | undefined; locale?: string | undefined }>;

const problem = (path: string, message: string): Problem => ({ path, message });

/** The words that a text asks people to answer though they unsubscribe. */
export const misuse = (path: string, text: string): readonly Problem[] =>
  misusedWords(text).map((word) =>
    problem(
      path,
      `asks people to answer ${word} for something other than opting out, but whoever answers ${word} is unsubscribed by the provider; ask for another word, like C to confirm, X to cancel, R to change`,
    ),
  );

const checkVariables = (variables: readonly string[], fields: Definition['fields'], path: string): readonly Problem[] => {
  const made = variables.includes('appointmentAt') && fields['appointmentDate'] === undefined;
  const misspelt = variables.flatMap((name) => {
    const meant = likelyField(name, fields);
    if (meant === undefined) return [];
    return [problem(path, `there is no field "${name}"; write ${meant}, or, if a column is really called so, name it in "fields"`)];
  });
  return [...(made ? [problem(path, 'uses appointmentAt, which needs fields.appointmentDate')] : []), ...misspelt];
};

/** Nobody can press what is spoken. */
const checkLinks = (variables: readonly string[], isSpoken: boolean, path: string): readonly Problem[] =>
  variables
    .filter((name) => isSpoken && isLinkName(name))
    .map((name) => problem(path, `names {{ ${name} }}, which a call can't show; ask for a key instead, or send a text`));

/** A row says by its field `location` which one is meant. */
const checkPlaced = (beside: readonly string[], fields: Around['fields'], path: string): readonly Problem[] =>
  fields && beside.includes('location') && fields['location'] === undefined
    ? [problem(path, "tells of a row's location, which needs fields.location: the column that has the location's code, name or id")]
    : [];

const checkPart = (
  { text, html }: TemplatePart,
  path: string,
  { fields, region, locale, isSpoken }: Around & Readonly<{ isSpoken: boolean }>,
): readonly Problem[] => {
  try {
    const { variables, beside } = compileTemplate(text, { zone: 'UTC', region, locale, html });
    if (html) checkHtml(text);
    return [
      ...checkPlaced(beside, fields, path),
      ...checkLinks(variables, isSpoken, path),
      ...(fields ? checkVariables(variables, fields, path) : []),
    ];
  } catch (error) {
    if (!(error instanceof TemplateProblem)) throw error;
    const { line, column } = error;
    return [{ ...problem(path, error.message), ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) }];
  }
};

/** Everything that is wrong with a text that staff has ready. */
export const checkCanned = (text: string, path: string, around: Around): readonly Problem[] => [
  ...checkPart({ path: '', text, html: false }, path, { ...around, isSpoken: false }),
  ...misuse(path, text),
];

/** What a call says of a template. */
const spokenParts = (template: Definition['channels'][number]['template']): readonly string[] => {
  const taken = variantsFor('voice', template);
  return typeof template === 'string' ? [''] : Object.keys(taken);
};

/** Everything that is wrong with a channel's template, whichever variant it stands in. */
export const checkTemplate = (entry: Definition['channels'][number], path: string, around: Around): readonly Problem[] => [
  ...checkVariants(entry, path),
  ...partsOf(entry.template).flatMap((part) => {
    const at = part.path === '' ? path : `${path}.${part.path}`;
    const isSpoken = entry.channel === 'voice' && spokenParts(entry.template).includes(part.path);
    const problems = checkPart(part, at, { ...around, isSpoken });
    return isAnsweredInWords(entry.channel) ? [...problems, ...misuse(at, part.html ? stripHtml(part.text) : part.text)] : problems;
  }),
];
