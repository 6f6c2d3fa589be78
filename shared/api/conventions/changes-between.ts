import { mostChanged, type Changed } from '#domain/access/audit-events.ts';

const mostLetters = 2_000;
const mostDeep = 8;

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const textOf = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text;
};

const namesOf = (one: unknown, other: unknown): readonly string[] => [
  ...new Set([...Object.keys(isThing(one) ? one : {}), ...Object.keys(isThing(other) ? other : {})]),
];

const valueIn = (thing: unknown, name: string): unknown => (isThing(thing) && Object.hasOwn(thing, name) ? thing[name] : undefined);

type Place = Readonly<{ field: string; deep: number }>;

const between = (before: unknown, after: unknown, { field, deep }: Place): readonly Changed[] => {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const isOpened = (isThing(before) && isThing(after)) || (field === '' && (isThing(before) || isThing(after)));
  if (isOpened && deep < mostDeep)
    return namesOf(before, after).flatMap((name) =>
      between(valueIn(before, name), valueIn(after, name), { field: field === '' ? name : `${field}.${name}`, deep: deep + 1 }),
    );
  return [
    {
      field: field.slice(0, 200),
      ...(before === undefined ? {} : { before: textOf(before) }),
      ...(after === undefined ? {} : { after: textOf(after) }),
    },
  ];
};

/** What is not the same in two JSON values, field by field: the first forty, each up to 2,000 letters. Undefined: it was not there. */
export const changesBetween = (before: unknown, after: unknown): readonly Changed[] =>
  between(before, after, { field: '', deep: 0 }).slice(0, mostChanged);
