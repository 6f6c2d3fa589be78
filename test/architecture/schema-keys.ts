import type { z } from 'zod';

/** A key of a schema by its path: `channels.[].template`; `*` stands for the keys of a record, `open` for what no schema describes. */
export type SchemaKey = Readonly<{ path: string; name: string; kind: 'described' | 'open'; certain: boolean }>;

/** The parts of zod's own description of a schema that lead to other schemas. */
type Definition = Readonly<{
  type: string;
  shape?: Readonly<Record<string, z.ZodType>>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  valueType?: z.ZodType;
  options?: readonly z.ZodType[];
  items?: readonly z.ZodType[];
  left?: z.ZodType;
  right?: z.ZodType;
  in?: z.ZodType;
  catchall?: z.ZodType;
}>;

const definitionOf = (schema: z.ZodType): Definition => schema.def;

type Step = readonly [name: string, schema: z.ZodType];

const defined = (name: string, schema: z.ZodType | undefined): readonly Step[] => (schema ? [[name, schema]] : []);

const named = (d: Definition): readonly Step[] => [
  ...Object.entries(d.shape ?? {}),
  ...(d.catchall && definitionOf(d.catchall).type !== 'never' ? defined('*', d.catchall) : []),
  ...defined('[]', d.element),
  ...defined('*', d.valueType),
  ...(d.items ?? []).map((item): Step => ['[]', item]),
];

const unnamed = (d: Definition): readonly z.ZodType[] => [d.innerType, d.left, d.right, d.in].filter((s) => s !== undefined);

const leaves = new Set([
  'string',
  'number',
  'int',
  'bigint',
  'boolean',
  'enum',
  'literal',
  'undefined',
  'null',
  'template_literal',
  'date',
]);

/** All keys below a schema. `certain`: every value has it or may have it, whichever branch of a union it takes. */
export const keysOf = (
  schema: z.ZodType,
  at: Readonly<{ path: string; certain: boolean }> = { path: '', certain: true },
): readonly SchemaKey[] => {
  const d = definitionOf(schema);
  const [steps, wrapped, options] = [named(d), unnamed(d), d.options ?? []];
  const open = steps.length + wrapped.length + options.length === 0 && !leaves.has(d.type) && !d.shape;
  return [
    ...(open ? [{ path: at.path, name: at.path.split('.').at(-1)!, kind: 'open', certain: at.certain } as const] : []),
    ...steps.flatMap(([name, next]): readonly SchemaKey[] => {
      const path = at.path ? `${at.path}.${name}` : name;
      return [{ path, name, kind: 'described', certain: at.certain }, ...keysOf(next, { path, certain: at.certain })];
    }),
    ...wrapped.flatMap((next) => keysOf(next, at)),
    ...options.flatMap((next) => keysOf(next, { ...at, certain: false })),
  ];
};

/** The paths of the values in a piece of JSON, spelled as `keysOf` spells them. */
export const pathsIn = (value: unknown, path = ''): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((item) => [`${path}.[]`, ...pathsIn(item, `${path}.[]`)]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = path ? `${path}.${name}` : name;
    return [here, ...pathsIn(inner, here)];
  });
};
