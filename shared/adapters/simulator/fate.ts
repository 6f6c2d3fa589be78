import { draw } from './draw.ts';

/** Why carriers give messages back, and how often each is the reason: 30003 unreachable, 30005 unknown, 30006 landline, 30007 filtered. */
const reasons: readonly (readonly [upTo: number, code: number])[] = [
  [0.5, 30003],
  [0.7, 30005],
  [0.85, 30006],
  [1, 30007],
];

export type Fate = Readonly<{ status: 'delivered' } | { status: 'undelivered'; errorCode: number }>;

/** How messages to a recipient end: always the same under the same seed. */
export const fateOf = (seed: number, to: string, undeliveredShare: number): Fate => {
  if (draw(seed, to) >= undeliveredShare) return { status: 'delivered' };
  const why = draw(seed, `${to} why`);
  const [, errorCode] = reasons.find(([upTo]) => why < upTo) ?? [1, 30008];
  return { status: 'undelivered', errorCode };
};
