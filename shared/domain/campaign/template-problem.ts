/** A template that can't be understood. Line and column count from 1. */
export class TemplateProblem extends Error {
  readonly line: number | undefined;
  readonly column: number | undefined;
  constructor(message: string, position?: readonly [number, number]) {
    super(position ? `line ${position[0]}, column ${position[1]}: ${message}` : message);
    this.name = 'TemplateProblem';
    this.line = position?.[0];
    this.column = position?.[1];
  }
}

type Placed = Readonly<{ getPosition: () => [number, number] }>;

/** The template language's own words, made into what to do. */
const words: readonly (readonly [RegExp, string])[] = [
  [
    /^undefined filter: (.*)$/,
    'there is no filter "$1"; Carillon adds name, phone, date, time, money, plural, sentence and truncate to those of Liquid',
  ],
  [/^tag "(.*)" not found$/, 'templates have no tag "$1"; there are if, unless, case, for, assign, capture, comment and raw'],
  [/^output "(.*)" not closed$/, '"$1" needs }} at its end'],
  [/^tag "?(.*?)"? not closed$/, '"$1" is never closed'],
  [/^invalid value expression: "(.*)"$/, '"$1" is no field'],
];

/** Any error of the template language as a TemplateProblem. */
export const problemOf = (error: unknown): TemplateProblem => {
  if (error instanceof TemplateProblem) return error;
  const { message, token } = error as Error & { token?: Placed };
  const plain = message.split('\n')[0]!.replace(/, line:\d+, col:\d+$/, '');
  const told = words.find(([pattern]) => pattern.test(plain));
  return new TemplateProblem(told ? plain.replace(told[0], told[1]) : plain, token?.getPosition());
};
