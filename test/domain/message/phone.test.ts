import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { readPhone } from '#domain/message/phone.ts';

describe('a phone', () => {
  const good = [
    ['+12085550104', 'US', '+12085550104'],
    ['(208) 555-0104', 'US', '+12085550104'],
    ['208.555.0104', 'US', '+12085550104'],
    ['1-208-555-0104', 'US', '+12085550104'],
    [' 208 555 0104 ', 'US', '+12085550104'],
    ['2085550104', 'US', '+12085550104'],
    ['+1 (208) 555-0104', 'GB', '+12085550104'],
    ['+447400123456', 'US', '+447400123456'],
    ['07400 123456', 'GB', '+447400123456'],
    ['0151 23456789', 'DE', '+4915123456789'],
  ] as const;
  for (const [text, region, e164] of good) it(`${text} in ${region} is ${e164}`, () => assert.deepEqual(readPhone(text, region), { e164 }));

  for (const text of ['', '   ']) it(`"${text}" is missing`, () => assert.deepEqual(readPhone(text), { fault: 'phone_missing' }));

  const bad = [
    '12345',
    '+1 208 555',
    'n/a',
    '208-555-01',
    '+1999999999999999',
    '555-0104',
    '(108) 555-0104',
    '+1 208 155 0104',
    '2.08555E+09',
    '208-555-0104 or 208-555-0105',
    '208-555-0104 x12',
    '208-555-01040',
    'call 2085550104 please',
    '+',
    '+999',
  ];
  for (const text of bad) it(`${text} is invalid`, () => assert.deepEqual(readPhone(text, 'US'), { fault: 'phone_invalid' }));

  it('that is surely a landline can get no message', () => assert.deepEqual(readPhone('+442079460018'), { fault: 'phone_landline' }));

  const services = {
    'toll-free': '+18005550100',
    'premium rate': '+19005550100',
    'personal outside of America': '+447012345678',
    pager: '+447640123456',
  };
  for (const [kind, text] of Object.entries(services)) {
    it(`that is ${kind} can get no message`, () => assert.deepEqual(readPhone(text), { fault: 'phone_service' }));
  }

  it('that may be a landline or a mobile is tried', () => assert.deepEqual(readPhone('416-555-0100', 'CA'), { e164: '+14165550100' }));

  it('without a country belongs to the region, or is no number there', () => {
    assert.deepEqual(readPhone('(208) 555-0104', 'FR'), { fault: 'phone_invalid' });
  });

  it('is read as the whole library reads it', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: 9, maxLength: 11 });
    const area = fc.constantFrom('208', '555', '800', '900', '684', '416', '212', '710', '456', '209', '999', '211');
    const style = fc.constantFrom(
      (a: string, n: string) => `+1${a}${n}`,
      (a: string, n: string) => `(${a}) ${n.slice(0, 3)}-${n.slice(3)}`,
      (a: string, n: string) => `1-${a}.${n.slice(0, 3)} ${n.slice(3)}`,
      (a: string, n: string) => a + n,
    );
    const number = fc.oneof(
      fc
        .tuple(
          area,
          digits.map((text) => text.slice(0, 7)),
          style,
        )
        .map(([a, n, write]) => write(a, n)),
      digits,
      fc.string(),
    );
    fc.assert(
      fc.property(number, fc.constantFrom('US' as const, 'GB' as const), (text, region) => {
        const whole = text.trim() === '' ? undefined : parsePhoneNumberFromString(text.trim(), { defaultCountry: region, extract: false });
        const read = readPhone(text, region);
        const lines = ['MOBILE', 'FIXED_LINE_OR_MOBILE', 'VOIP', undefined];
        const follows = whole?.getType() === 'PERSONAL_NUMBER' && whole.countryCallingCode === '1';
        const good = whole?.isValid() === true && !whole.ext && (follows || lines.includes(whole.getType()));
        assert.equal('e164' in read ? read.e164 : undefined, good ? whole.number : undefined);
      }),
      { numRuns: 2000 },
    );
  });
});
