import { documentRules } from './event-store.documents.ts';
import { feedRules } from './event-store.feed.ts';
import { limitRules } from './event-store.limits.ts';
import { privacyRules } from './event-store.privacy.ts';
import { raceRules } from './event-store.races.ts';
import { retryRules } from './event-store.retries.ts';
import { streamRules } from './event-store.streams.ts';
import { storeRules, type OpenedStore } from './opened-store.ts';

/** Every event store passes this. `open` gives an empty store, and a reason for each ability that it lacks. */
export const eventStoreContract = (name: string, open: () => Promise<OpenedStore>): void => {
  describe(`event store contract: ${name}`, () => {
    const rule = storeRules(open);
    for (const rules of [streamRules, documentRules, raceRules, retryRules, feedRules, limitRules, privacyRules]) rules(rule);
  });
};
