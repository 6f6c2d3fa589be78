import { UndefinedVariableError, type Liquid, type Template as Part } from 'liquidjs';
import { remember } from '../kernel/remember.ts';
import { checkNames, namesIn } from './beside-row.ts';
import { messageFunctions, type MessageFunction, type Place } from './message-functions.ts';
import { plainTemplate } from './plain-template.ts';
import { checkParts } from './template-check.ts';
import { interpret, templateEngine } from './template-engine.ts';
import { filterOf } from './template-filters.ts';
import { problemOf } from './template-problem.ts';

/** The site that a row names; appointments are told by its clock. */
type RowPlace = Readonly<{
  name: string;
  address?: string | undefined;
  phone?: string | undefined;
  directions?: string | undefined;
  timezone: string;
}>;

/** What templates may name beside the row: `company.name`, `campaign.name`, and what is known of the row's location. */
export type Beside = Readonly<{ company?: Readonly<{ name: string }>; campaign?: Readonly<{ name: string }>; location?: RowPlace }>;

/**
 * A compiled text. Rendering is synchronous and gives the same text for the same fields. `variables` are the names that it wants of a row,
 * `beside` what it wants of company and campaign.
 */
export type Template = Readonly<{
  render: (fields: object, beside?: Beside) => Rendered;
  variables: readonly string[];
  beside: readonly (keyof Beside)[];
}>;

/** `field` is the one that is missing, or whose value a filter could not read. */
export type Rendered = Readonly<{ ok: string }> | Readonly<{ fault: 'field_missing' | 'template_error' | 'too_long'; field?: string }>;

/** A place, and whether values are put into HTML, where they are escaped. */
export type Setting = Place & Readonly<{ html?: boolean }>;

type Functions = Readonly<Record<string, MessageFunction>>;
type Language = Readonly<{ engine: Liquid; functions: Functions }>;

/** The field at which a rendering stopped. */
const fieldAt = (error: unknown): string | undefined => {
  const { token } = error as { token?: { getText?: () => string } };
  return /^\{\{-?\s*\[?['"]?([^'"|\]}]*?)['"]?\]?\s*(?:\||-?\}\})/.exec(token?.getText?.() ?? '')?.[1];
};

const faultOf = (error: unknown): Rendered => {
  if (error instanceof UndefinedVariableError) {
    const field = /^undefined variable: (.*?)(?:, line:\d+, col:\d+)?$/.exec(error.message.split('\n')[0]!)?.[1];
    return field === undefined ? { fault: 'field_missing' } : { fault: 'field_missing', field };
  }
  const field = fieldAt(error);
  return field ? { fault: 'template_error', field } : { fault: 'template_error' };
};

const parse = ({ engine, functions }: Language, text: string): Part[] => {
  try {
    const parts = engine.parse(text);
    checkParts(parts, functions);
    return parts;
  } catch (error) {
    throw problemOf(error);
  }
};

const compile = (language: Language, text: string): Template => {
  const { engine, functions } = language;
  const parts = parse(language, text);
  const { variables, beside } = namesIn(engine.globalVariableSegmentsSync(parts, { partials: false }));
  checkNames(variables, beside);
  const plain = plainTemplate(parts, functions);
  // a lone {{ location }} beside {{ company.name }} is the column
  const named = (given: Beside = {}): Beside => Object.fromEntries(beside.flatMap((one) => (given[one] ? [[one, given[one]]] : [])));
  const interpreted = (fields: object, given: Beside | undefined): Rendered => {
    try {
      return { ok: interpret(engine, parts, beside.length === 0 ? fields : { ...fields, ...named(given) }).trim() };
    } catch (error) {
      return faultOf(error);
    }
  };
  return { render: (fields, given) => plain(fields, given) ?? interpreted(fields, given), variables, beside };
};

const templates = remember(100, (key: string) => {
  const { html = false, ...place } = JSON.parse(key) as Setting;
  const functions = messageFunctions(place);
  const filters = Object.fromEntries(Object.entries(functions).map(([name, made]) => [name, filterOf(made)]));
  const language = { engine: templateEngine(filters, html), functions };
  return remember(200, (text: string) => compile(language, text));
});

/** Compiles a text once per place. Throws TemplateProblem with line and column. */
export const compileTemplate = (text: string, { zone, region, locale, html }: Setting): Template =>
  templates(JSON.stringify({ zone, region, locale, html }))(text);

/**
 * A template with the fields of a row. A field that the template puts out must be there, unless a `default` filter follows or an
 * `if` keeps it out.
 */
export const render = (template: Template, fields: object, beside?: Beside): Rendered => template.render(fields, beside);
