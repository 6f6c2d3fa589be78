import type { Operation } from '#api/operation.ts';
import { bodySchemaOf, parametersOf, resolvedSchema } from './api-answers.ts';
import type { Asking } from './api-house.ts';
import type { Schema } from './schema-garbage.ts';

/** One place of a request where an id of somebody stands: `path/id`, `body/messages/0/campaign`. */
export type ForeignPlace = Readonly<{ at: string; asking: Asking; id: string }>;

/** `cmp_h7k2`, `msg_h7k2-0-1-sms-0`: what this platform has given a name to. */
const looksLikeId = /^[a-z]{2,5}_[\w.-]+$/;

/** Senders are named by their number. */
const isNumber = /^\+[1-9]\d{7,14}$/;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Buffer.isBuffer(value) && !(value instanceof Uint8Array);

type Found = Readonly<{ steps: readonly string[]; value: string }>;

const textsIn = (value: unknown, steps: readonly string[]): readonly Found[] => {
  if (typeof value === 'string') return [{ steps, value }];
  return isRecord(value) ? Object.entries(value).flatMap(([name, inner]) => textsIn(inner, [...steps, name])) : [];
};

const at = (value: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>((inner, step) => (isRecord(inner) ? inner[step] : undefined), value);

const replaced = (value: unknown, [step, ...rest]: readonly string[], by: string): unknown => {
  if (step === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[step] = replaced(copy[step], rest, by);
  return copy;
};

/** What stands in the path, the query and the body of `theirs` where an id stands. */
export const idsIn = ({ path = {}, query = {}, body = {} }: Asking): readonly Found[] =>
  textsIn({ path, query, body }, []).filter(({ value }) => looksLikeId.test(value) || isNumber.test(value));

/** `own` once for each id in it, with theirs in that one place. */
export const foreignPlaces = (own: Asking, theirs: Asking): readonly ForeignPlace[] =>
  idsIn(theirs).flatMap(({ steps, value }) => {
    const [place = ''] = steps;
    const mine = at(own, steps);
    if (typeof mine !== 'string' || mine === value) return [];
    return [{ at: steps.join('/'), id: value, asking: { ...own, [place]: replaced(own[place as keyof Asking], steps.slice(1), value) } }];
  });

type Named = Schema & Readonly<{ example?: unknown; examples?: readonly unknown[] }>;

const exampleOf = (schema: Named): unknown => schema.example ?? schema.examples?.[0] ?? (schema.items && exampleOf(schema.items));

const prefixOf = (id: string): string => id.slice(0, id.indexOf('_') + 1);

/** Fields that `value` leaves out although an id may stand there, with the beginning of such ids. */
const leftOut = (
  schema: Schema,
  value: unknown,
  steps: readonly string[],
): readonly Readonly<{ steps: readonly string[]; prefix: string }>[] => {
  const { properties = {}, items } = resolvedSchema(schema);
  if (Array.isArray(value)) return items ? value.flatMap((one, index) => leftOut(items, one, [...steps, String(index)])) : [];
  if (!isRecord(value)) return [];
  return Object.entries(properties).flatMap(([name, inner]) => {
    if (name in value) return leftOut(inner, value[name], [...steps, name]);
    const example = exampleOf(resolvedSchema(inner));
    return typeof example === 'string' && looksLikeId.test(example) ? [{ steps: [...steps, name], prefix: prefixOf(example) }] : [];
  });
};

const isCursor = (name: string): boolean => name === 'starting_after' || name === 'ending_before';

/** `own` once for each id that may be named besides, each time with one of theirs (`ids`) there. */
export const namedBesides = (operation: Operation, own: Asking, ids: readonly string[]): readonly ForeignPlace[] => {
  const query = { properties: Object.fromEntries(parametersOf(operation, 'query').map(({ name, schema }) => [name, schema])) };
  const found = [
    ...leftOut(query, own.query ?? {}, ['query']),
    ...leftOut(bodySchemaOf(operation) ?? {}, own.body, ['body']),
    ...Object.keys(query.properties)
      .filter(isCursor)
      .map((name) => ({ steps: ['query', name], prefix: '' })),
  ];
  return found.flatMap(({ steps: [place = '', ...steps], prefix }) => {
    const several = prefix === '' ? ids : ids.filter((id) => id.startsWith(prefix)).slice(0, 1);
    return several.map((id) => ({
      at: [place, ...steps].join('/'),
      id,
      asking: { ...own, [place]: replaced(own[place as keyof Asking] ?? {}, steps, id) },
    }));
  });
};
