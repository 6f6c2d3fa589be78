/**
 * Replies that ask for no more messages, and replies that don't though they use the same words. All sentences are ours, written after the rules
 * and without a look at them: none was used to make the first version of a rule. `from` says which kinds of replies they follow.
 */
export type Replies = Readonly<{ from: string; texts: readonly string[] }>;

export const lines = (text: string): readonly string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());
