import { providerDoubts } from './provider.doubts.ts';
import type { OpenedProvider, Rule } from './provider.opened.ts';
import { providerReports } from './provider.reports.ts';
import { providerSecrecy } from './provider.secrecy.ts';
import { providerSending } from './provider.sending.ts';

/** What a provider, or one of its channels, can't do: the title of a rule → the reason. */
export type Skipped = Readonly<Record<string, string>>;

/**
 * Every provider passes this with every channel of its own. Its network is a real one or a simulator, over HTTP or whatever it speaks.
 * What it can't do is named in `skipped` with the reason; a title that no rule has is an error.
 */
export const providerContract = (name: string, open: () => Promise<OpenedProvider>, skipped: Skipped = {}): void => {
  describe(`provider contract: ${name}`, () => {
    let opened: OpenedProvider;
    const titles = new Set<string>();
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    const rule: Rule = (title, check) => {
      titles.add(title);
      if (skipped[title] === undefined) it(title, () => check(opened));
      else it.skip(`${title} (${skipped[title]})`);
    };
    for (const rules of [providerSending, providerDoubts, providerReports, providerSecrecy]) rules(rule);
    const unknown = Object.keys(skipped).filter((title) => !titles.has(title));
    if (unknown.length > 0) throw new Error(`no rule of the provider contract is called ${unknown.join(', nor ')}`);
  });
};
