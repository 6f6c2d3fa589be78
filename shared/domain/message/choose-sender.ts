/** Which number of a pool sends to a person. */

/** A plus, the North American plan's one digit, and the three of an area code. */
const americanPrefix = '+1208'.length;
/** A plus and a country's code of two digits: that much in common means at least neighbours of one plan. */
const leastInCommon = '+44'.length;

const inCommon = (one: string, other: string): number => {
  let n = 0;
  while (n < one.length && one[n] === other[n]) n++;
  return n;
};

/** Numbers that look like the recipient's: of his area in North America, elsewhere those that share most of their beginning with his. */
const near = (numbers: readonly string[], to: string): readonly string[] => {
  const american = (number: string): boolean => number.startsWith('+1');
  if (american(to)) {
    const area = numbers.filter((number) => american(number) && inCommon(number, to) >= americanPrefix);
    return area.length > 0 ? area : numbers.filter(american);
  }
  const most = Math.max(0, ...numbers.map((number) => (american(number) ? 0 : inCommon(number, to))));
  return most < leastInCommon ? [] : numbers.filter((number) => inCommon(number, to) === most);
};

export type Choice = Readonly<{
  to: string;
  /** of the pool, one at least */
  numbers: readonly string[];
  /** what this person got the last message from */
  known: string | undefined;
  /** how many messages each was chosen for */
  used: ReadonlyMap<string, number>;
}>;

/** The number that the person knows, while it is in the pool; else one of his area, else any: of several the one that was chosen least. */
export const chooseSender = ({ to, numbers, known, used }: Choice): string => {
  if (known !== undefined && numbers.includes(known)) return known;
  const close = near(numbers, to);
  const from = close.length > 0 ? close : numbers;
  return from.reduce((least, number) => ((used.get(number) ?? 0) < (used.get(least) ?? 0) ? number : least));
};
