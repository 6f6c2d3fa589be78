import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { segmentCost } from '#domain/message/segment-cost.ts';
import { segmentsOf } from '#domain/message/segments.ts';

describe('what makes a message dear', () => {
  it('is named, with what says the same', () => {
    const text = `It’s at the clinic – we’ll see you${' there'.repeat(10)} in Bogotá`;
    const { costly, ...cost } = segmentCost(text);
    assert.deepEqual(cost, {
      encoding: 'UCS-2',
      segments: 2,
      double: {},
      segmentsFolded: 2,
      segmentsFoldedWithLoss: 1,
      charactersTooMany: text.length - 70,
    });
    assert.deepEqual(costly, [
      { character: '’', code: 'U+2019', count: 2, same: "'", segmentsWithout: 2 },
      { character: '–', code: 'U+2013', count: 1, same: '-', segmentsWithout: 2 },
      { character: 'á', code: 'U+00E1', count: 1, near: 'a', segmentsWithout: 2 },
    ]);
  });

  it('is one character alone where it is', () => {
    const [only] = segmentCost(`${'a'.repeat(100)}…`).costly;
    assert.deepEqual(only, { character: '…', code: 'U+2026', count: 1, same: '...', segmentsWithout: 1 });
  });

  it('is an emoji as a whole, which has no likeness', () => {
    const [only] = segmentCost(`${'a'.repeat(100)}👨‍👩‍👧`).costly;
    assert.deepEqual(only, { character: '👨‍👩‍👧', code: 'U+1F468 U+200D U+1F469 U+200D U+1F467', count: 1, segmentsWithout: 1 });
  });

  it('is not what GSM-7 has, but what takes two places there is told', () => {
    const { costly, double, segments, charactersTooMany } = segmentCost(`${'é'.repeat(150)}€€[~]xxx`);
    assert.deepEqual({ costly, double, segments }, { costly: [], double: { '€': 2, '[': 1, '~': 1, ']': 1 }, segments: 2 });
    assert.equal(charactersTooMany, 3);
  });

  it('says nothing of a short text', () => assert.equal('charactersTooMany' in segmentCost('Hi'), false));

  it('tells how much less saves a segment, as the calculator counts', () => {
    const unit = fc.constantFrom('a', 'b ', '€', 'é', '😀', 'ł', '\r\n', '👍🏽');
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 60, maxLength: 350, size: 'max' }), (units) => {
        const text = units.join('');
        const { segments, charactersTooMany } = segmentCost(text);
        if (charactersTooMany === undefined) return;
        const characters = Array.from(segmenter.segment(text), ({ segment }) => segment);
        const count = (less: number): number =>
          new SegmentedMessage(characters.slice(0, characters.length - less).join(''), 'auto', false).segmentsCount;
        assert.ok(count(charactersTooMany) < segments);
        assert.equal(count(charactersTooMany - 1), segments);
      }),
      { numRuns: 60 },
    );
  });

  it('never takes fewer segments when it grows', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '€', 'é', '😀', 'ł', 'è̀'), { maxLength: 250, size: 'max' }), (units) => {
        let before = 0;
        for (let n = 1; n <= units.length; n += 7) {
          const { segments } = segmentsOf(units.slice(0, n).join(''));
          assert.ok(segments >= before);
          before = segments;
        }
      }),
      { numRuns: 60 },
    );
  });
});
