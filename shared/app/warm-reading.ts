import { readConsent } from '#domain/consent/read-consent.ts';
import { readAnswer } from '#domain/conversation/read-answer.ts';

/** They say nothing, so every pattern is tried: a pattern is compiled for text of one byte a character and again for wider text, and once more when it is used again. */
const sentences = ['we will be there at nine', 'we will be there at nine 👋'];

/**
 * Reads something, so that whoever writes first is not kept waiting for half a second while patterns are compiled: a webhook is to be answered within
 * 100 ms. Others get their turn in between.
 */
export const warmReading = async (): Promise<void> => {
  for (const sentence of [...sentences, ...sentences]) {
    readConsent(sentence);
    readAnswer(sentence, undefined);
    await new Promise((resolve) => setImmediate(resolve));
  }
};
