import type { z } from '@hono/zod-openapi';

type Def = z.core.$ZodTypeDef &
  Readonly<{
    shape?: Readonly<Record<string, z.core.$ZodType>>;
    innerType?: z.core.$ZodType;
    in?: z.core.$ZodType;
    element?: z.core.$ZodType;
    valueType?: z.core.$ZodType;
  }>;

const defOf = (schema: z.core.$ZodType): Def => schema._zod.def;

/** Behind what makes a schema optional or gives it a default. */
const within = (schema: z.core.$ZodType): z.core.$ZodType => {
  const { innerType, in: before } = defOf(schema);
  const inner = innerType ?? before;
  return inner ? within(inner) : schema;
};

const stepInto = (schema: z.core.$ZodType | undefined, part: PropertyKey): z.core.$ZodType | undefined => {
  if (!schema) return undefined;
  const { shape, element, valueType } = defOf(within(schema));
  return shape ? shape[String(part)] : (element ?? valueType);
};

/** The names that an object of a schema takes, at a path into it; none where that is no plain object, as within a union. */
export const knownFields = (schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] => {
  const found = path.reduce<z.core.$ZodType | undefined>(stepInto, schema);
  return found ? Object.keys(defOf(within(found)).shape ?? {}) : [];
};
