import { z } from '@hono/zod-openapi';

export type Sort<Name extends string> = Name | `-${Name}`;

/** `sort=name`, or `sort=-name` for the other way round: by fields of what is listed. Without `first` a list has an order of its own. */
export const sortOf = <Name extends string, First extends Sort<Name> | undefined = undefined>(names: readonly Name[], first?: First) => {
  const both: readonly string[] = names.flatMap((name) => [name, `-${name}`]);
  const order = z.enum(both as readonly [Sort<Name>, ...Sort<Name>[]]);
  const described = { description: 'By which field; with a minus sign the last comes first', example: both[0] };
  return (first === undefined ? order.optional() : order.default(first as never)).openapi(described as never);
};

/** Words are compared as people look for them: in any case, and numbers in them by size. */
const { compare } = new Intl.Collator('und', { numeric: true, sensitivity: 'base' });

/** A list that fits into memory, as it was asked for; equal ones stay as they stood, and what has no such field comes last. */
export const sorted = <Item extends object>(items: readonly Item[], by: string | undefined): readonly Item[] => {
  if (by === undefined) return items;
  const isDown = by.startsWith('-');
  const name = (isDown ? by.slice(1) : by) as keyof Item;
  return items.toSorted((a, b) => {
    const [one, other] = [a[name], b[name]];
    if (typeof one !== 'string' || typeof other !== 'string') return Number(typeof other === 'string') - Number(typeof one === 'string');
    return isDown ? compare(other, one) : compare(one, other);
  });
};
