import { TemplateProblem } from './template-problem.ts';

const besides = ['company', 'campaign'] as const;
type Name = (typeof besides)[number];

type Segments = readonly (readonly unknown[])[];

const isBeside = (name: unknown): name is Name => (besides as readonly unknown[]).includes(name);

/**
 * What a template wants, from the paths that it names: of the row, and of company and campaign. A lone `company` is a column of
 * that name, `company.name` is who sends.
 */
export const namesIn = (paths: unknown): Readonly<{ variables: readonly string[]; beside: readonly Name[] }> => {
  const variables = new Set<string>();
  const beside = new Set<Name>();
  for (const [name, ...rest] of paths as Segments) {
    if (isBeside(name) && rest.length > 0) {
      if (rest.length > 1 || rest[0] !== 'name') {
        throw new TemplateProblem(`${[name, ...rest].map(String).join('.')} is not known; of the ${name} there is ${name}.name`);
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
