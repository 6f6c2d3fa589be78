import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { readPhone } from '#domain/message/phone.ts';

type Number = Readonly<{ hasExtension: () => boolean; getCountryCode: () => number }>;
type Google = Readonly<{
  parse: (text: string, region: string) => Number;
  isValidNumber: (number: Number) => boolean;
  getNumberType: (number: Number) => number;
  format: (number: Number, format: number) => string;
}>;
type Library = Readonly<{
  PhoneNumberUtil: { getInstance: () => Google };
  PhoneNumberFormat: Readonly<Record<'E164', number>>;
  PhoneNumberType: Readonly<Record<string, number>>;
}>;

/** Google's own library, which brings no types. */
const { PhoneNumberUtil, PhoneNumberFormat, PhoneNumberType } = createRequire(import.meta.url)('google-libphonenumber') as Library;
const google = PhoneNumberUtil.getInstance();

const carried = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE', 'VOIP', 'UNKNOWN'].map((name) => PhoneNumberType[name]));

/** What Google's library makes of the text, in our words. */
const oracle = (text: string, region: string) => {
  let number: Number;
  try {
    number = google.parse(text, region);
  } catch {
    return { fault: 'phone_invalid' };
  }
  if (!google.isValidNumber(number) || number.hasExtension()) return { fault: 'phone_invalid' };
  const type = google.getNumberType(number);
  if (type === PhoneNumberType['FIXED_LINE']) return { fault: 'phone_landline' };
  const follows = type === PhoneNumberType['PERSONAL_NUMBER'] && number.getCountryCode() === 1;
  return carried.has(type) || follows ? { e164: google.format(number, PhoneNumberFormat.E164) } : { fault: 'phone_service' };
};

/** Numbers that no one has: those that the plans keep for stories, and those with exchange 555. */
const table = [
  ['208-555-0104', 'US'],
  ['(416) 555-0100', 'CA'],
  ['1 876 555 0100', 'JM'],
  ['800-555-0100', 'US'],
  ['900-555-0100', 'US'],
  ['500-555-0100', 'US'],
  ['07700 900123', 'GB'],
  ['020 7946 0018', 'GB'],
  ['0808 157 0192', 'GB'],
  ['+61 491 570 156', 'AU'],
  ['(02) 5550 1234', 'AU'],
  ['0555 0100', 'US'],
  ['+353 20 915 5501', 'IE'],
  ['208555010', 'US'],
  ['2085550104555', 'US'],
] as const;

/** Each is a country whose numbers look unlike the others'. */
const regions = ['US', 'CA', 'MX', 'GB', 'IE', 'DE', 'FR', 'ES', 'IT', 'PT', 'BR', 'AR', 'AU', 'NZ', 'IN', 'JP', 'ZA', 'PH'] as const;
const codes = ['1', '52', '44', '353', '49', '33', '34', '39', '351', '55', '54', '61', '64', '91', '81', '27', '63'] as const;

const digits = (minLength: number, maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength, maxLength }).map((list) => list.join(''));
const spaced = (text: string, gap: string): string => text.replaceAll(/(\d{3})(?=\d)/g, `$1${gap}`);
const gaps = fc.constantFrom('', ' ', '-', '.');
const written = fc.oneof(
  fc.tuple(digits(7, 12), gaps).map(([text, gap]) => spaced(text, gap)),
  fc.tuple(digits(7, 11), gaps).map(([text, gap]) => `0${spaced(text, gap)}`),
  fc.tuple(fc.constantFrom(...codes), digits(7, 11), gaps).map(([code, text, gap]) => `+${code}${gap}${spaced(text, gap)}`),
  fc.tuple(digits(3, 3), digits(7, 7)).map(([area, text]) => `(${area}) ${text.slice(0, 3)}-${text.slice(3)}`),
);

describe("phones and Google's own library", () => {
  for (const [text, region] of table)
    it(`agree on ${text} in ${region}`, () => assert.deepEqual(readPhone(text, region), oracle(text, region)));

  it('agree on any number but for a few whose plans have changed between the two', () => {
    const runs = 20_000;
    const apart: string[] = [];
    let good = 0;
    for (const [text, region] of fc.sample(fc.tuple(written, fc.constantFrom(...regions)), { numRuns: runs, seed: 20_261_120 })) {
      const read = readPhone(text, region);
      const told = oracle(text, region);
      if ('e164' in told) good += 1;
      if (JSON.stringify(read) !== JSON.stringify(told)) apart.push(`${text} ${region}: ${JSON.stringify(read)}, ${JSON.stringify(told)}`);
    }
    assert.ok(good > runs / 40, `${good} good ones`);
    assert.ok(apart.length <= runs / 1_000, `${apart.length} apart:\n${apart.slice(0, 20).join('\n')}`);
  });
});
