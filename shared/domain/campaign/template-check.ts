import { toValueSync, Value, type Context, type Template as Part } from 'liquidjs';
import { optionsProblem } from './filter-options.ts';
import type { MessageFunction } from './message-functions.ts';
import { writtenOptions } from './template-filters.ts';
import { TemplateProblem } from './template-problem.ts';

type Placed = Readonly<{ getPosition: () => [number, number] }>;
type Functions = Readonly<Record<string, MessageFunction>>;
type Applied = Readonly<{ name: string; args: readonly unknown[]; token: Placed }>;

/** Values left after the operators have taken theirs: two mean that two names stand side by side. */
const valuesLeft = (value: Value): number => {
  let left = 0;
  for (const token of value.initial.postfix) left += 'operator' in token ? (token.operator === 'not' ? 0 : -1) : 1;
  return left;
};

const checkSides = (value: Value): void => {
  const [first] = value.initial.postfix as unknown as readonly Placed[];
  if (valuesLeft(value) > 1) {
    throw new TemplateProblem(
      `two names stand side by side; a name with a space is written {{ ['first name'] }} or {{ first_name }}`,
      first?.getPosition(),
    );
  }
};

/** Options that are written in the template fail in every row or in none. */
const checkOptions = (value: Value, functions: Functions): void => {
  for (const { name, args, token } of value.filters as unknown as readonly Applied[]) {
    const [first] = args;
    const place = ((Array.isArray(first) ? first[1] : first) as Placed | undefined) ?? token;
    const wrong = optionsProblem(name, args);
    if (wrong !== undefined && !Object.hasOwn(functions, name)) throw new TemplateProblem(`${name} ${wrong}`, place.getPosition());
    const options = Object.hasOwn(functions, name) ? writtenOptions(args) : undefined;
    if (!options) continue;
    try {
      functions[name]?.(options);
    } catch (error) {
      throw new TemplateProblem(`${name}: ${(error as Error).message}`, place.getPosition());
    }
  }
};

const isAssign = ({ token }: Part): boolean => (token as { name?: unknown }).name === 'assign';

/**
 * Liquid lets a missing field pass to a default only where that stands first, and into every assign. Here a default may stand
 * after other filters too, and an assign without one wants the field.
 */
const settleLeniency = (value: Value, part: Part): void => {
  const hasDefault = value.filters.some(({ name }) => name === 'default');
  if (!hasDefault && !isAssign(part)) return;
  value.value = (context: Context) => Value.prototype.value.call(value, context, hasDefault);
};

/** Finds in a parsed template what would fail in every row, and readies its values. Throws TemplateProblem. */
export const checkParts = (parts: readonly Part[], functions: Functions): void => {
  for (const part of parts) {
    for (const argument of part.arguments?.() ?? []) {
      if (!(argument instanceof Value)) continue;
      checkSides(argument);
      checkOptions(argument, functions);
      settleLeniency(argument, part);
    }
    if (part.children) checkParts(toValueSync(part.children(false, true)), functions);
  }
};
