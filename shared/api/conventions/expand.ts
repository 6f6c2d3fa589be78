import { z } from '@hono/zod-openapi';

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
