import { dueRules } from './documents.due.ts';
import { keyRules } from './documents.keys.ts';
import { modelRules } from './documents.model.ts';
import { writeRules } from './documents.writes.ts';
import { storeRules, type OpenedStore } from './opened-store.ts';

/** Every store of documents passes this. `open` gives an empty store, and a reason for each ability that it lacks. */
export const documentsContract = (name: string, open: () => Promise<OpenedStore>): void => {
  describe(`documents contract: ${name}`, () => {
    const rule = storeRules(open);
    for (const rules of [writeRules, dueRules, keyRules, modelRules]) rules(rule);
  });
};
