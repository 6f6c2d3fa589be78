import { touchOf, type ChunkMessages } from '#domain/delivery/chunk-messages.ts';
import { originOf } from '#domain/delivery/watched.ts';
import type { Place } from '#domain/kernel/ids.ts';
import { touchAt, type CompiledDefinition, type CompiledTouch } from '#domain/message/compile-definition.ts';
import { fallbacksAt } from '#domain/message/compile-fallbacks.ts';
import type { FollowUp } from '#domain/message/events.ts';

type Of = Readonly<{ compiled: CompiledDefinition; messages: ChunkMessages }>;

/** What a message is made of: its touch, or, where it came after one that did not reach somebody, that one's next channel. */
export const touchFor = (
  { compiled, messages }: Of,
  { place, followUp }: Readonly<{ place: Place; followUp?: FollowUp | undefined }>,
): CompiledTouch | undefined => {
  if (followUp?.kind !== 'fallback') return touchAt(compiled, touchOf(messages, place));
  return fallbacksAt(compiled, originOf(messages, place)).find(({ channel }) => channel === place.channel)?.touch;
};
