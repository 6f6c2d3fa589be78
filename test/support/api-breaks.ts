type Schema = Readonly<{
  $ref?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  oneOf?: readonly Schema[];
  anyOf?: readonly Schema[];
  maximum?: number;
  minimum?: number;
  maxLength?: number;
  minLength?: number;
  maxItems?: number;
  minItems?: number;
}>;
type Content = Readonly<Record<string, Readonly<{ schema?: Schema }>>>;
type Operation = Readonly<{
  operationId?: string;
  parameters?: readonly Readonly<{ name: string; in: string; required?: boolean; schema: Schema }>[];
  requestBody?: Readonly<{ required?: boolean; content: Content }>;
  responses: Readonly<Record<string, Readonly<{ content?: Content }>>>;
}>;
export type ApiDocument = Readonly<{
  paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components?: Readonly<{ schemas?: Readonly<Record<string, Schema>> }>;
}>;

type Side = 'asked' | 'answered';
type Pair = Readonly<{ at: string; side: Side; before: Schema | undefined; after: Schema | undefined; depth: number }>;
type Documents = Readonly<{ before: ApiDocument; after: ApiDocument }>;

const deepest = 12;

const resolved = (document: ApiDocument, schema: Schema | undefined): Schema | undefined => {
  const name = schema?.$ref?.split('/').at(-1);
  return name === undefined ? schema : resolved(document, document.components?.schemas?.[name]);
};

const typesOf = ({ type }: Schema): readonly string[] => [type ?? []].flat();

/** Limits may only become wider where somebody sends, and only narrower where somebody reads. */
const limits = [
  ['maximum', 1],
  ['maxLength', 1],
  ['maxItems', 1],
  ['minimum', -1],
  ['minLength', -1],
  ['minItems', -1],
] as const;

const breaksOfLimits = ({ at, side }: Pair, before: Schema, after: Schema): readonly string[] =>
  side === 'answered'
    ? []
    : limits.flatMap(([name, direction]) => {
        const [was, is] = [before[name], after[name]];
        const isTighter = is !== undefined && (was === undefined || (is - was) * direction < 0);
        return isTighter ? [`${at}: ${name} is ${is} now`] : [];
      });

const breaksOfTypes = ({ at, side }: Pair, before: Schema, after: Schema): readonly string[] => {
  const [was, is] = [typesOf(before), typesOf(after)];
  const lost =
    side === 'asked'
      ? was.filter((type) => is.length > 0 && !is.includes(type))
      : is.filter((type) => was.length > 0 && !was.includes(type));
  const values = before.enum && after.enum && side === 'asked' ? before.enum.filter((value) => !after.enum?.includes(value)) : [];
  return [
    ...lost.map((type) => `${at}: ${type} ${side === 'asked' ? 'is taken no more' : 'is new, and nobody expects it'}`),
    ...values.map((value) => `${at}: ${JSON.stringify(value)} is taken no more`),
    ...(side === 'asked' && !before.enum && after.enum ? [`${at}: takes only some values now`] : []),
  ];
};

const breaksOfFields = (documents: Documents, pair: Pair, before: Schema, after: Schema): readonly string[] => {
  const { at, side, depth } = pair;
  const required = (schema: Schema): readonly string[] => schema.required ?? [];
  const gone = Object.keys(before.properties ?? {}).filter((name) => after.properties && !(name in after.properties));
  const wanted = required(after).filter((name) => !required(before).includes(name));
  const missing = required(before).filter((name) => !required(after).includes(name) && name in (after.properties ?? {}));
  return [
    ...gone.map((name) => `${at}.${name} is gone`),
    ...(side === 'asked'
      ? wanted.map((name) => `${at}.${name} must be there now`)
      : missing.map((name) => `${at}.${name} may be missing now`)),
    ...Object.entries(before.properties ?? {}).flatMap(([name, schema]) =>
      after.properties?.[name]
        ? breaksOfSchema(documents, { at: `${at}.${name}`, side, before: schema, after: after.properties[name], depth: depth + 1 })
        : [],
    ),
  ];
};

const breaksOfSchema = (documents: Documents, pair: Pair): readonly string[] => {
  const [before, after] = [resolved(documents.before, pair.before), resolved(documents.after, pair.after)];
  if (!before || !after || pair.depth > deepest) return [];
  const branches = (schema: Schema): readonly Schema[] => schema.oneOf ?? schema.anyOf ?? [];
  const fewer =
    pair.side === 'asked' && branches(after).length < branches(before).length ? [`${pair.at}: some of its forms are taken no more`] : [];
  const inner =
    before.items && after.items
      ? breaksOfSchema(documents, { ...pair, at: `${pair.at}[]`, before: before.items, after: after.items, depth: pair.depth + 1 })
      : [];
  return [
    ...fewer,
    ...breaksOfTypes(pair, before, after),
    ...breaksOfLimits(pair, before, after),
    ...breaksOfFields(documents, pair, before, after),
    ...inner,
  ];
};

const breaksOfContent = (
  documents: Documents,
  at: string,
  side: Side,
  [before, after]: readonly [Content | undefined, Content | undefined],
): readonly string[] =>
  Object.entries(before ?? {}).flatMap(([type, { schema }]) =>
    after?.[type]
      ? breaksOfSchema(documents, { at, side, before: schema, after: after[type].schema, depth: 0 })
      : [`${at}: ${type} is gone`],
  );

const breaksOfOperation = (documents: Documents, at: string, before: Operation, after: Operation): readonly string[] => {
  const named = (operation: Operation, name: string, place: string) =>
    operation.parameters?.find((one) => one.name === name && one.in === place);
  const parameters = (before.parameters ?? []).flatMap((was) => {
    const is = named(after, was.name, was.in);
    if (!is) return [`${at}: the ${was.in} parameter ${was.name} is gone`];
    return breaksOfSchema(documents, { at: `${at} ${was.name}`, side: 'asked', before: was.schema, after: is.schema, depth: 0 });
  });
  const wanted = (after.parameters ?? []).filter((is) => is.required && !named(before, is.name, is.in)?.required);
  const statuses = Object.keys(before.responses).filter((status) => status.startsWith('2') && !(status in after.responses));
  const body = after.requestBody && !before.requestBody ? [`${at}: a body is needed now`] : [];
  return [
    ...(before.operationId === after.operationId
      ? []
      : [`${at}: is called ${after.operationId} now, and clients name it ${before.operationId}`]),
    ...parameters,
    ...wanted.map(({ name, in: place }) => `${at}: the ${place} parameter ${name} must be there now`),
    ...statuses.map((status) => `${at}: answers ${status} no more`),
    ...body,
    ...breaksOfContent(documents, `${at} body`, 'asked', [before.requestBody?.content, after.requestBody?.content]),
    ...Object.entries(before.responses).flatMap(([status, { content }]) =>
      status in after.responses
        ? breaksOfContent(documents, `${at} ${status}`, 'answered', [content, after.responses[status]?.content])
        : [],
    ),
  ];
};

/** One line for each thing that breaks; none: whoever uses the older document notices nothing. */
export const apiBreaks = (before: ApiDocument, after: ApiDocument): readonly string[] =>
  Object.entries(before.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      const at = `${method.toUpperCase()} ${path}`;
      const now = after.paths?.[path]?.[method];
      return now ? breaksOfOperation({ before, after }, at, operation, now) : [`${at} is gone`];
    }),
  );
