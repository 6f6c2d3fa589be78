import { draw } from './draw.ts';

/** What people write to whom they owe an answer, and how often each: C, X and R where they were told to, else words of their own. */
const said: readonly (readonly [upTo: number, words: string])[] = [
  [0.55, 'C'],
  [0.67, 'X'],
  [0.79, 'R'],
  [0.84, 'STOP'],
  [0.92, 'yes'],
  [1, 'who is this?'],
];

const asks = /\b(?:reply|answer|text back|respond|responda|respond[ae]z|repondez|répondez)\b/i;

/** What somebody writes back to a message, always the same under the same seed; undefined: nothing. Only what asks for an answer gets one. */
export const replyTo = (seed: number, { to, body, share }: Readonly<{ to: string; body: string; share: number }>): string | undefined => {
  if (!asks.test(body) || draw(seed, `${to} replies`) >= share) return undefined;
  const why = draw(seed, `${to} says`);
  return said.find(([upTo]) => why < upTo)?.[1];
};
