import { CaptureTag, Context, ForTag, Liquid, toValue, toValueSync, type Emitter, type TagToken, type Template as Part } from 'liquidjs';
import { numberFilters, standardFilters } from './standard-filters.ts';
import type { Filter } from './template-filters.ts';

/** No tag that reads files, counts between messages, or makes tables. */
const tags = new Set(['assign', 'break', 'capture', 'case', 'comment', 'continue', 'echo', 'for', 'if', 'liquid', 'raw', 'unless', '#']);

/** UTF-16 units that one rendering may produce on its way: enough for any message, too little to fill memory by doubling. */
const memoryLimit = 200_000;
/** What one pass of a loop counts for: all loops of a rendering together end after a thousand passes. */
const passCost = memoryLimit / 1_000;
/** UTF-16 units of one text of a template. */
const parseLimit = 60_000;

const checkLength = (text: string): void => {
  if (text.length > memoryLimit) throw new RangeError('the text grows without bound');
};

/** Stands at the beginning of a loop's body, and counts the passes. */
const passGuard = (token: TagToken): Part => ({
  token,
  render: (context: Context): void => context.memoryLimit.use(passCost),
});

class BoundedFor extends ForTag {
  constructor(...given: ConstructorParameters<typeof ForTag>) {
    super(...given);
    this.templates.unshift(passGuard(given[0]));
  }
}

class BoundedCapture extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    yield* super.render(context);
    const captured: unknown = context.bottom()[this.variable];
    context.memoryLimit.use(String(captured).length);
  }
}

/** Digits that a number of 64 bits is sure of: 10.1 - 2.2 is 7.9, not 7.8999999999999995. */
const sureDigits = 15;

/** What can't be counted is no number: nobody is told that a visit costs NaN or Infinity. */
const counted = (value: unknown): unknown => {
  if (typeof value !== 'number' || Number.isInteger(value)) return value;
  if (!Number.isFinite(value)) throw new RangeError('the result is no number');
  return Number(value.toPrecision(sureDigits));
};

type Steps = Generator<unknown, unknown, unknown>;

/** A filter that reads properties of what a row brings answers step by step. */
const isSteps = (result: unknown): result is Steps => typeof result === 'object' && result !== null && Symbol.iterator in result;
const countedAfter = function* (steps: Steps): Steps {
  return counted(yield* steps);
};

type Standard = (this: unknown, ...given: unknown[]) => unknown;

/** Liquid's own filters, where their results differ from what its reference says. */
const mend = (engine: Liquid): void => {
  for (const name of numberFilters) {
    const standard = engine.filters[name] as Standard;
    engine.registerFilter(name, function (this: unknown, ...given: unknown[]) {
      const result = standard.apply(this, given);
      return isSteps(result) ? countedAfter(result) : counted(result);
    });
  }
  const split = engine.filters['split'] as Standard;
  engine.registerFilter('split', function (this: unknown, text: unknown, at: unknown) {
    // a space stands for any white space
    const one = at === ' ' && typeof text === 'string' ? text.trim().replace(/\s+/gu, ' ') : text;
    return split.call(this, one, at);
  });
};

/** A Liquid engine with these filters of ours, and of Liquid's own only what a message needs. `html` escapes every value. */
export const templateEngine = (filters: Readonly<Record<string, Filter>>, html: boolean): Liquid => {
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    ownPropertyOnly: true,
    cache: false,
    parseLimit,
    memoryLimit,
    ...(html ? { outputEscape: 'escape' as const } : {}),
  });
  for (const tag of Object.keys(engine.tags)) if (!tags.has(tag)) delete engine.tags[tag];
  engine.tags['for'] = BoundedFor;
  engine.tags['capture'] = BoundedCapture;
  const kept = new Set<string>(standardFilters);
  for (const name of Object.keys(engine.filters)) if (!kept.has(name)) engine.unregisterFilter(name);
  mend(engine);
  for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, filter);
  return engine;
};

const textOf = (piece: unknown): string => {
  const value: unknown = toValue(piece);
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (typeof value === 'object' && value !== null) throw new TypeError('this has several values and is no text: name one of them');
  return '';
};

/** What a thing of several values becomes where a filter takes it for a text. */
const noText = '[object Object]';

/** The text that the parts make of these fields. Throws where a field is missing, a filter fails or the text grows without bound. */
export const interpret = (engine: Liquid, parts: Part[], fields: object): string => {
  const emitter: Emitter = {
    buffer: '',
    write: (piece) => {
      emitter.buffer += textOf(piece);
      checkLength(emitter.buffer);
    },
  };
  toValueSync(engine.renderer.renderTemplates(parts, new Context(fields, engine.options, { sync: true }, { liquid: engine }), emitter));
  if (emitter.buffer.includes(noText)) throw new TypeError('something that has several values was taken for a text');
  return emitter.buffer;
};
