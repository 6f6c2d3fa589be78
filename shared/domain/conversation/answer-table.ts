/**
 * Patterns of one language over a folded clause. `reschedule`, `cancel` and `confirm` say it in so many words. `yes`, `no` and `thanks` are an answer where
 * nothing else is said. `hold` says that it is not settled, or that somebody has to do something.
 */
export type AnswerTable = Readonly<Record<'reschedule' | 'cancel' | 'confirm' | 'yes' | 'no' | 'thanks' | 'hold', RegExp>>;
export type Sign = keyof AnswerTable;

export const answerPattern = (...choices: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${choices.join('|')})(?![\\p{L}\\p{N}])`, 'gu');

/** Not behind these: "can you confirm the address?" confirms nothing. */
export const asking =
  '(?<!(?:me|nos|le|puede|podria|pueden|podrian|pode|podem|poderia|voces|vous|pouvez|pourriez|tu|can|could|would|will|you|please) )';
