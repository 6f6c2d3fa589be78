import { batchRules } from './read-model.batches.ts';
import { breakRules } from './read-model.breaks.ts';
import { readModelRules, type OpenedReadModel } from './opened-read-model.ts';
import { raceRules } from './read-model.races.ts';
import { rowRules } from './read-model.rows.ts';

/** Every read model passes this. `open` gives one with the empty tables of `contractTables`. */
export const readModelContract = (name: string, open: () => Promise<OpenedReadModel>): void => {
  describe(`read model contract: ${name}`, () => {
    const rule = readModelRules(open);
    for (const rules of [rowRules, batchRules, raceRules, breakRules]) rules(rule);
  });
};
