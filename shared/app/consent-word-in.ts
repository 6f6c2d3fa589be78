import { reservedWordOf } from '#domain/campaign/reserved-words.ts';
import type { ConsentWord } from '#domain/conversation/events.ts';

/** What a message says of opting out, if it does. */
export const consentWordIn = (body: string): ConsentWord | undefined => (reservedWordOf(body.trim()) === undefined ? undefined : 'stop');
