import assert from 'node:assert/strict';
import { readConsent } from '#domain/consent/read-consent.ts';
import { sitting } from './sitting.ts';

const languages = { English: 'en', Spanish: 'es', Portuguese: 'pt', French: 'fr' };
const isStop = (text: string): boolean => readConsent(text)?.kind === 'stop';

/** More than a thousand of each, all wording ours: test/fixtures/replies/README.md says how each sitting was written and what it measured at first. */
describe('replies that were written before the rules had seen them', () => {
  for (const [language, code] of Object.entries(languages))
    for (const round of ['first', 'second', 'third'])
      it(`are told apart in ${language}, ${round} sitting`, () => {
        const texts = sitting(`${round}-${code}`);
        const [stops, others] = [texts.get('stop') ?? [], texts.get('other') ?? []];
        const missed = stops.filter((text) => !isStop(text));
        const taken = others.filter(isStop);
        assert.ok(stops.length >= 45 && missed.length <= stops.length * 0.01, `missed ${missed.length}: ${missed.join(' | ')}`);
        assert.ok(others.length >= 20 && taken.length <= others.length * 0.01, `took ${taken.length}: ${taken.join(' | ')}`);
      });
});
