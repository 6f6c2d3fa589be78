import type { Definition } from '#domain/campaign/definition.ts';
import { meanings, type Meaning } from '#domain/conversation/conversation.ts';

export type Understood = Readonly<{ meaning?: Meaning; /** 0 to 1 */ confidence: number }>;

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s.!,"'“”‘’]+$/u, '')
    .replace(/^["'“‘]+/u, '');

/** What a reply says of its appointment, by the campaign's words. */
export const meaningIn = (body: string, words: Definition['replies']): Understood => {
  const said = folded(body);
  const meaning = meanings.find((one) => (words?.[one] ?? []).some((word) => folded(word) === said));
  return meaning === undefined ? { confidence: 0 } : { meaning, confidence: 1 };
};
