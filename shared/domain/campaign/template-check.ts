import { toValueSync, Value, type Context, type Template as Part } from 'liquidjs';
import { dateFormat } from './date-format.ts';
import { TemplateProblem } from './template-problem.ts';

type Placed = Readonly<{ getPosition: () => [number, number] }>;

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

const checkFormats = (value: Value): void => {
  for (const { name, args } of value.filters) {
    const [format] = args as unknown as readonly (Placed & { content?: unknown })[];
    if ((name !== 'date' && name !== 'time') || typeof format?.content !== 'string') continue;
    try {
      dateFormat(format.content);
    } catch (error) {
      throw new TemplateProblem((error as Error).message, format.getPosition());
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
export const checkParts = (parts: readonly Part[]): void => {
  for (const part of parts) {
    for (const argument of part.arguments?.() ?? []) {
      if (!(argument instanceof Value)) continue;
      checkSides(argument);
      checkFormats(argument);
      settleLeniency(argument, part);
    }
    if (part.children) checkParts(toValueSync(part.children(false, true)));
  }
};
