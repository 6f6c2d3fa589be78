import { contentRules } from './file-store.content.ts';
import { generationRules } from './file-store.generations.ts';
import { listingRules } from './file-store.listing.ts';
import type { OpenedFiles, Rule } from './opened-files.ts';

/** Every file store passes this. What an adapter cannot do is named in `skipped`: the rule's title and the reason. */
export const fileStoreContract = (name: string, open: () => Promise<OpenedFiles>, skipped: Readonly<Record<string, string>> = {}): void => {
  describe(`file store contract: ${name}`, () => {
    let opened: OpenedFiles;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    const rule: Rule = (title, body) =>
      skipped[title] === undefined ? it(title, () => body(opened)) : it.skip(`${title} (${skipped[title]})`);
    for (const rules of [contentRules, generationRules, listingRules]) rules(rule);
  });
};
