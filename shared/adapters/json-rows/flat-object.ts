import { readingLimits } from '#domain/packet/reading-limits.ts';

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

const spread = (cells: Map<string, string>, value: object, { prefix, depth }: { prefix: string; depth: number }): void => {
  if (depth > readingLimits.jsonDepth) throw new RangeError('nested too deeply');
  for (const [key, one] of Object.entries(value)) {
    const name = prefix + key;
    if (isObject(one)) spread(cells, one, { prefix: `${name}.`, depth: depth + 1 });
    else cells.set(name, textOf(one));
  }
};

/** A number with more digits than a number of JavaScript keeps stays as it is written. */
const asWritten = (_: string, value: unknown, context?: { source?: string }): unknown =>
  typeof value === 'number' && context?.source !== undefined && /^-?\d{16,}$/.test(context.source) ? context.source : value;

/** The values of an object by their names, nested ones by dotted names, lists as JSON; undefined for anything else. */
export const flatObject = (json: string): ReadonlyMap<string, string> | undefined => {
  try {
    const value: unknown = /\d{16}/.test(json) ? JSON.parse(json, asWritten) : JSON.parse(json);
    if (!isObject(value)) return undefined;
    const cells = new Map<string, string>();
    spread(cells, value, { prefix: '', depth: 1 });
    return cells;
  } catch {
    return undefined;
  }
};
