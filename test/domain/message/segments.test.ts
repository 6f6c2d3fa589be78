import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { channels } from '#domain/kernel/ids.ts';
import { isTooLong, segmentsOf, unitsOf } from '#domain/message/segments.ts';

const oracle = (text: string): object => {
  const message = new SegmentedMessage(text, 'auto', false);
  return { encoding: message.getEncodingName(), segments: message.segmentsCount };
};

const plain = fc.constantFrom(...'abc XYZ 0123 @£éÖñ\n\r¿Δ'.split(''));
const escaped = fc.constantFrom(...'[]{}^~|\\€\f'.split(''));
const foreign = fc.constantFrom('ç', 'â', 'ł', '李', '—', '’', '…', 'ß', 'я', 'ไ');
const whole = fc.constantFrom('😀', '👍🏽', '👨‍👩‍👧', '🇧🇷', 'é', '\r\n', 'ö̲', '❤️', '각', '1️⃣', '\u200D', '\uD83D');
const textOf = (...units: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.array(fc.oneof({ arbitrary: plain, weight: 12 }, ...units), { maxLength: 400, size: 'max' }).map((parts) => parts.join(''));

describe('the segments of a text', () => {
  const cases = [
    ['', 'GSM-7', 1],
    ['a'.repeat(160), 'GSM-7', 1],
    ['a'.repeat(161), 'GSM-7', 2],
    ['a'.repeat(306), 'GSM-7', 2],
    ['a'.repeat(307), 'GSM-7', 3],
    ['€'.repeat(80), 'GSM-7', 1],
    ['€'.repeat(81), 'GSM-7', 2],
    [`${'a'.repeat(152)}€${'a'.repeat(10)}`, 'GSM-7', 2],
    [`${'a'.repeat(152)}€${'a'.repeat(151)}`, 'GSM-7', 2],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 3],
    ['â'.repeat(70), 'UCS-2', 1],
    ['â'.repeat(71), 'UCS-2', 2],
    ['â'.repeat(134), 'UCS-2', 2],
    ['â'.repeat(135), 'UCS-2', 3],
    ['😀'.repeat(35), 'UCS-2', 1],
    ['😀'.repeat(67), 'UCS-2', 3],
  ] as const;
  for (const [text, encoding, segments] of cases) {
    it(`${text.length} of ${JSON.stringify(text.slice(-12))} are ${segments} in ${encoding}`, () => {
      assert.deepEqual(segmentsOf(text), { encoding, segments });
      assert.deepEqual(oracle(text), { encoding, segments });
    });
  }

  const kinds = {
    'of plain text': textOf(escaped),
    'with foreign letters': textOf(escaped, foreign),
    'with emoji and marks': textOf(foreign, whole),
    'of any characters at all': fc.string({ unit: 'binary', maxLength: 250, size: 'max' }),
    'of any graphemes at all': fc.string({ unit: 'grapheme', maxLength: 250, size: 'max' }),
  };
  for (const [kind, texts] of Object.entries(kinds)) {
    it(`${kind} are as many as the calculator counts`, () => {
      fc.assert(
        fc.property(texts, (text) => assert.deepEqual(segmentsOf(text), oracle(text))),
        { numRuns: 150 },
      );
    });
  }

  it('know every single character as the calculator does', () => {
    for (let unit = 0; unit < 0x3000; unit += 1) {
      const text = String.fromCharCode(unit);
      assert.deepEqual(segmentsOf(text), oracle(text), unit.toString(16));
    }
  });
});

describe('a body', () => {
  it('is too long by what its channel counts', () => {
    const longest = { sms: 1600, mms: 1600, whatsapp: 1600, voice: 3000, email: 100_000, messenger: 2000, instagram: 1000 } as const;
    for (const channel of channels) {
      const most = longest[channel];
      assert.deepEqual([isTooLong(channel, 'x'.repeat(most)), isTooLong(channel, 'x'.repeat(most + 1))], [false, true], channel);
    }
    assert.deepEqual([isTooLong('instagram', 'é'.repeat(501)), isTooLong('messenger', 'é'.repeat(501))], [true, false]);
  });

  it('is counted in segments where it is a text, and as one anywhere else', () => {
    const counts = channels.map((channel) => unitsOf(channel, 'x'.repeat(200)));
    assert.deepEqual(counts, [2, 1, 1, 1, 1, 1, 1]);
  });
});
