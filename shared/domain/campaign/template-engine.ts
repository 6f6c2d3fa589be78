import { CaptureTag, Context, ForTag, Liquid, toValue, toValueSync, type Emitter, type TagToken, type Template as Part } from 'liquidjs';
import { standardFilters } from './standard-filters.ts';
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
  for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, filter);
  return engine;
};

const textOf = (piece: unknown): string => {
  const value: unknown = toValue(piece);
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? value.map(textOf).join('') : '';
};

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
  return emitter.buffer;
};
