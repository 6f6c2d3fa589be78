import { Liquid, UndefinedVariableError, type Template as Part } from 'liquidjs';
import { remember } from '../kernel/remember.ts';
import { plainTemplate } from './plain-template.ts';
import { templateFilters, type Filter, type Place } from './template-filters.ts';
import { checkParts } from './template-check.ts';
import { problemOf } from './template-problem.ts';

/** A compiled text. Rendering is synchronous and gives the same text for the same fields. */
export type Template = Readonly<{ render: (fields: object) => Rendered; variables: readonly string[] }>;

/** `field` is the one that is missing, or whose value a filter could not read. */
export type Rendered = Readonly<{ ok: string }> | Readonly<{ fault: 'field_missing' | 'template_error'; field?: string }>;

/** No tag that reads files, and no loops: a row is made of texts, and a template must end. */
const tags = new Set(['assign', 'capture', 'case', 'comment', 'echo', 'if', 'liquid', 'raw', 'unless', '#']);

/** They read a clock, the machine's zone, or throw dice. */
const impure = ['date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string', 'sample', 'shuffle'];

/** UTF-16 units that one rendering may produce on its way: enough for any message, too little to fill memory by doubling. */
const memoryLimit = 200_000;

type Filters = Readonly<Record<string, Filter>>;

const engineWith = (filters: Filters): Liquid => {
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    ownPropertyOnly: true,
    cache: false,
    parseLimit: 20_000,
    memoryLimit,
  });
  for (const tag of Object.keys(engine.tags)) if (!tags.has(tag)) delete engine.tags[tag];
  for (const filter of impure) engine.unregisterFilter(filter);
  for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, filter);
  return engine;
};

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

const parse = (engine: Liquid, text: string): Part[] => {
  try {
    const parts = engine.parse(text);
    checkParts(parts);
    return parts;
  } catch (error) {
    throw problemOf(error);
  }
};

const compile = (engine: Liquid, filters: Filters, text: string): Template => {
  const parts = parse(engine, text);
  const plain = plainTemplate(parts, filters);
  const interpreted = (fields: object): Rendered => {
    try {
      return { ok: String(engine.renderSync(parts, fields)).trim() };
    } catch (error) {
      return faultOf(error);
    }
  };
  const render = (fields: object): Rendered => plain(fields) ?? interpreted(fields);
  return { render, variables: engine.globalVariablesSync(parts, { partials: false }) };
};

const templates = remember(50, (key: string) => {
  const [zone = 'UTC', region] = key.split(' ');
  const filters = templateFilters({ zone, region });
  const engine = engineWith(filters);
  return remember(200, (text: string) => compile(engine, filters, text));
});

/** Compiles a text once per place. Throws TemplateProblem with line and column. */
export const compileTemplate = (text: string, { zone, region }: Place): Template =>
  templates(region === undefined ? zone : `${zone} ${region}`)(text);

/**
 * A template with the fields of a row. A field that the template puts out must be there, unless a `default` filter follows or an
 * `if` keeps it out.
 */
export const render = (template: Template, fields: object): Rendered => template.render(fields);
