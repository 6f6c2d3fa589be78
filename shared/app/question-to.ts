import type { ConsentEvent } from '#domain/consent/events.ts';
import { openQuestion, type OpenQuestion } from '#domain/consent/open-question.ts';
import { channelFacts } from '#domain/kernel/channel-facts.ts';
import type { Recorded } from '#domain/kernel/event.ts';
import { contactStream } from '#domain/kernel/streams.ts';
import type { House } from './house.ts';
import { consentPoint } from './record-consent.ts';
import type { Reached } from './suppression-path.ts';

/** What somebody was asked about messages and may still answer at `at` (UTC ISO). */
export const questionTo = async (
  { store, vault }: Pick<House, 'store' | 'vault'>,
  companyId: string,
  { channel, to, at }: Reached & Readonly<{ at: string }>,
): Promise<OpenQuestion | undefined> => {
  const { events } = await store.read(contactStream(companyId, vault.fingerprint(companyId, consentPoint(channel, to))));
  return openQuestion(events as readonly unknown[] as readonly Recorded<ConsentEvent>[], channelFacts[channel].family, at);
};
