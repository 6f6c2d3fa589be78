import { z } from '@hono/zod-openapi';
import type { BrandedKind } from '#app/brands-behind.ts';
import type { Call } from '../operation.ts';
import { authorize } from './authenticate.ts';
import { ofOwnBrands } from './brand-limits.ts';

/** `expand=campaign&expand=packet` (or `expand[]=`, or with commas): the names of what is shown whole instead of by its id, one level deep. */
export const expandOf = <Name extends string>(names: readonly [Name, ...Name[]]) =>
  z
    .preprocess(
      (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]).flatMap((one) => String(one).split(',')),
      z.array(z.enum(names)).max(names.length),
    )
    .openapi({
      type: 'array',
      items: { type: 'string', enum: [...names] },
      description: `Shown whole instead of by id: ${names.join(', ')}`,
      example: [names[0]],
    });

/** What an id may be shown as, for whoever may read it. `read` leaves out what is not there. */
export type Expansion = Readonly<{
  scope: string;
  kind: BrandedKind;
  read: (call: Pick<Call, 'house' | 'caller'>, id: string) => Promise<object | undefined>;
}>;

type Expanding<Name extends string> = Readonly<{ expand: readonly Name[]; by: Readonly<Record<Name, Expansion>> }>;

/**
 * Items with what was asked for whole in the place of its id; each is read once, however many items name it. What somebody of some brands does
 * not see stays an id. Throws a Problem `scope_missing` where the caller may not read it by itself.
 */
export const expanded = async <Name extends string, Item extends Readonly<Partial<Record<Name, string>> & { id: string }>>(
  call: Pick<Call, 'house' | 'caller'>,
  { expand, by }: Expanding<Name>,
  items: readonly Item[],
): Promise<readonly Item[]> => {
  const whole = new Map<string, object>();
  for (const name of expand) {
    const { scope, kind, read } = by[name];
    authorize(call.caller, scope);
    const ids = [...new Set(items.flatMap((item) => item[name] ?? []))];
    for (const id of await ofOwnBrands(call, ids, (one) => ({ kind, id: one }))) {
      const found = await read(call, id);
      if (found) whole.set(`${name} ${id}`, found);
    }
  }
  return items.map((item) => ({
    ...item,
    ...Object.fromEntries(
      expand.flatMap((name) => (whole.has(`${name} ${item[name]}`) ? [[name, whole.get(`${name} ${item[name]}`)]] : [])),
    ),
  }));
};
