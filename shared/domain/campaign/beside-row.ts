import { TemplateProblem } from './template-problem.ts';

/** What templates may name beside the row. */
export const besides = { company: ['name'], campaign: ['name'], location: ['name', 'address', 'phone', 'directions'] } as const;
export type BesideName = keyof typeof besides;
type Name = BesideName;

type Segments = readonly (readonly unknown[])[];

export const isBeside = (name: unknown): name is Name => typeof name === 'string' && Object.hasOwn(besides, name);

/**
 * What a template wants, from the paths that it names: of the row, and of company, campaign and location. A lone `company` is a column of
 * that name, `company.name` is who sends.
 */
export const namesIn = (paths: unknown): Readonly<{ variables: readonly string[]; beside: readonly Name[] }> => {
  const variables = new Set<string>();
  const beside = new Set<Name>();
  for (const [name, ...rest] of paths as Segments) {
    if (isBeside(name) && rest.length > 0) {
      const parts: readonly unknown[] = besides[name];
      if (rest.length > 1 || !parts.includes(rest[0])) {
        const there = parts.map((part) => `${name}.${String(part)}`).join(', ');
        throw new TemplateProblem(`${[name, ...rest].map(String).join('.')} is not known; of the ${name} there is ${there}`);
      }
      beside.add(name);
    } else variables.add(String(name));
  }
  return { variables: [...variables], beside: [...beside] };
};

/** Throws TemplateProblem where one word would mean a column and the sender in one text. */
export const checkNames = (variables: readonly string[], beside: readonly Name[]): void => {
  const both = beside.find((name) => variables.includes(name));
  if (both === undefined) return;
  throw new TemplateProblem(`${both} is a column here and ${both}.name is not; give the column another name in "fields"`);
};
