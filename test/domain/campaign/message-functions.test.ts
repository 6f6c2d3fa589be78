import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { dateFormat } from '#domain/campaign/date-format.ts';
import { formatsOf } from '#domain/campaign/locale-formats.ts';
import { readLocale, type Language } from '#domain/campaign/locale.ts';
import { readNumber } from '#domain/campaign/read-number.ts';
import { compileTemplate, render, type Setting } from '#domain/campaign/template.ts';
import { TemplateProblem } from '#domain/campaign/template-problem.ts';
import { truncateText } from '#domain/campaign/truncate-text.ts';

const boise: Setting = { zone: 'America/Boise' };
const fields = { at: '2026-12-08T19:45:00.000Z', day: '2026-12-01', phone: '+12085550100', amount: '1234.5', n: '2' };
const written = (text: string, setting: Setting = boise, given: object = fields): unknown => {
  const result = render(compileTemplate(text, setting), given);
  return 'ok' in result ? result.ok : result;
};

describe('message functions', () => {
  const cases: readonly (readonly [text: string, expected: string, setting?: Partial<Setting>])[] = [
    ['{{ at | date }}', 'Tuesday, December 8, 2026'],
    ['{{ at | date }}', 'martes, 8 de diciembre de 2026', { locale: 'es' }],
    ['{{ at | date }}', 'terça-feira, 8 de dezembro de 2026', { locale: 'pt-BR' }],
    ['{{ at | date }}', 'mardi 8 décembre 2026', { locale: 'fr' }],
    ['{{ at | date }}', 'Tuesday 8 December 2026', { locale: 'en-GB' }],
    ["{{ at | date: 'short' }}", 'mar 8 dic', { locale: 'es' }],
    ["{{ at | date: 'short' }}", 'Tue, Dec 8'],
    ["{{ at | date: 'numeric' }}", '12/8/2026'],
    ["{{ at | date: 'numeric' }}", '08/12/2026', { region: 'GB' }],
    ["{{ at | date: '%A', locale: 'fr' }}", 'mardi'],
    ["{{ at | date: '%H:%M', zone: 'Europe/Madrid' }}", '20:45'],
    ["{{ at | date: zone: 'Asia/Tokyo', locale: 'es' }}", 'miércoles, 9 de diciembre de 2026'],
    ["{{ day | date: '%-d', zone: 'Asia/Tokyo' }}", '1'],
    ['{{ at | time }}', '12:45 p.m.', { locale: 'es' }],
    ['{{ at | time }}', '12:45', { locale: 'es-ES' }],
    ['{{ at | time }}', '12:45', { locale: 'fr' }],
    ['{{ at | time }}', '12 h 45', { locale: 'fr-CA' }],
    ['{{ at | time }}', '12:45', { locale: 'en-GB' }],
    ["{{ at | time: zone: 'America/New_York' }}", '2:45 PM'],
    ['{{ phone | phone }}', '(208) 555-0100'],
    ["{{ phone | phone: 'international' }}", '+1 208 555 0100'],
    ["{{ '(208) 555-0100' | phone: 'e164' }}", '+12085550100'],
    ["{{ phone | phone: 'national' }}", '(208) 555-0100', { region: 'GB' }],
    ['{{ phone | phone }}', '+1 208 555 0100', { region: 'GB' }],
    ['{{ amount | money }}', '$1,234.50'],
    ['{{ amount | money }}', '£1,234.50', { region: 'GB' }],
    ['{{ amount | money }}', '1 234,50 $', { locale: 'fr' }],
    ["{{ amount | money: 'USD' }}", 'US$1,234.50', { region: 'GB' }],
    ["{{ amount | money: 'EUR' }}", '€1,234.50'],
    ["{{ amount | money: 'EUR', locale: 'fr-FR' }}", '1 234,50 €'],
    ["{{ amount | money: 'BRL' }}", 'R$ 1.234,50', { locale: 'pt-BR' }],
    ["{{ '$45' | money }}", '$45.00'],
    ["{{ '-3' | money }}", '-$3.00'],
    ["{{ '12.345,50' | money: 'EUR' }}", '12.345,50 €', { locale: 'es-ES' }],
    ["{{ n }} {{ n | plural: 'visit', 'visits' }}", '2 visits'],
    ["{{ '1' | plural: 'visit', 'visits' }}", 'visit'],
    ["{{ '0' | plural: 'visit', 'visits' }}", 'visits'],
    ["{{ '0' | plural: 'visite', 'visites' }}", 'visite', { locale: 'fr' }],
    ["{{ '0' | plural: 'cita', 'citas' }}", 'citas', { locale: 'es' }],
    ["{{ '1.5' | plural: 'visit', 'visits' }}", 'visits'],
    ["{{ '1000000' | plural: 'cita', 'citas' }}", 'citas', { locale: 'es' }],
    ["{{ '0' | plural: 'visit', 'visits', zero: 'no visit' }}", 'no visit'],
    ["{{ 'PLEASE BRING YOUR CARD. ARRIVE EARLY!' | sentence }}", 'Please bring your card. Arrive early!'],
    ["{{ 'bring Your card. ¿tiene dudas? llame' | sentence }}", 'Bring Your card. ¿Tiene dudas? Llame'],
    ["{{ 'Dr. Helena Prado' | truncate: 13 }}", 'Dr. Helena...'],
    ["{{ 'Dr. Helena Prado' | truncate: 12 }}", 'Dr....'],
    ["{{ 'Dr. Helena Prado' | truncate: 16 }}", 'Dr. Helena Prado'],
    ["{{ 'Tabuazeiro' | truncate: 6 }}", 'Tab...'],
    ["{{ 'north, south' | truncate: 7, '' }}", 'north'],
    ["{{ missing | money | default: 'nothing' }}", 'nothing'],
  ];
  for (const [text, expected, setting] of cases) {
    it(`${text} in ${JSON.stringify(setting ?? {})} is ${expected}`, () => assert.equal(written(text, { ...boise, ...setting }), expected));
  }

  const faults = ["{{ 'n/a' | money }}", "{{ 'many' | plural: 'a', 'b' }}", "{{ '12345678901234567890' | money }}", '{{ at | money }}'];
  for (const text of faults)
    it(`${text} is template_error`, () => assert.equal((written(text) as { fault: string }).fault, 'template_error'));

  const refused: readonly (readonly [text: string, words: RegExp, column: number])[] = [
    ["{{ n | plural: 'visit' }}", /say both words/, 16],
    ['{{ n | plural }}', /say both words/, 8],
    ["{{ n | money: 'DOLLARS' }}", /"DOLLARS" is no currency/, 15],
    ["{{ n | money: 'XYZ' }}", /"XYZ" is no currency/, 15],
    ["{{ at | date: '%A', zone: 'Mars/Base' }}", /no time zone "Mars\/Base"/, 15],
    ["{{ at | date: locale: 'de' }}", /"de" is no locale; there are en, es, pt and fr/, 23],
    ["{{ at | date: lokale: 'es' }}", /no option "lokale" here; it takes zone and locale/, 23],
    ["{{ n | phone: 'long' }}", /no form "long"/, 15],
    ["{{ n | truncate: '0' }}", /"0" is no length/, 18],
    ["{{ n | name: 'x' }}", /0 may stand/, 14],
    ["{{ n | date: '%A', '%B' }}", /2 values/, 14],
  ];
  for (const [text, words, column] of refused) {
    it(`${text} is refused when it is saved`, () => {
      assert.throws(
        () => compileTemplate(text, boise),
        (error) => error instanceof TemplateProblem && words.test(error.message) && error.column === column,
      );
    });
  }

  it('want a currency where the region has none of its own', () => {
    assert.throws(() => compileTemplate('{{ n | money }}', { ...boise, region: 'JP' }), /say which currency/);
  });

  it('know company and campaign beside the row, and nothing else', () => {
    const beside = { company: { name: 'Foothills Dental' }, campaign: { name: 'Reminder' } };
    const template = compileTemplate("{{ company.name }}: {{ campaign.name | upcase }} {% if company.name == 'x' %}{% endif %}", boise);
    assert.deepEqual([template.variables, template.beside], [[], ['company', 'campaign']]);
    assert.deepEqual(render(template, {}, beside), { ok: 'Foothills Dental: REMINDER' });
    assert.deepEqual(render(compileTemplate('{{ company.name }}', boise), {}, beside), { ok: 'Foothills Dental' });
    assert.deepEqual(render(compileTemplate('{{ company }}', boise), { company: 'Acme' }, beside), { ok: 'Acme' });
    assert.deepEqual(render(compileTemplate('{{ company.name }}', boise), {}), { fault: 'field_missing', field: 'company.name' });
    assert.throws(
      () => compileTemplate('{{ company.account }}', boise),
      /company.account is not known; of the company there is company.name/,
    );
    assert.throws(() => compileTemplate('{{ company.name }} {{ company }}', boise), /give the column another name in "fields"/);
  });
});

describe('a locale', () => {
  const cases = [
    ['es', 'es-US'],
    ['es-MX', 'es-MX'],
    ['pt_br', 'pt-BR'],
    ['Spanish', 'es-US'],
    ['Español', 'es-US'],
    ['ESPAÑOL (MX)', 'es-MX'],
    ['português', 'pt-US'],
    ['FR', 'fr-US'],
    ['English', 'en-US'],
  ] as const;
  for (const [text, tag] of cases) {
    it(`is ${tag} in ${text}`, () => {
      const locale = readLocale(text, undefined);
      assert.equal(locale && `${locale.language}-${locale.country}`, tag);
    });
  }
  it('is none in what is no language of ours', () => {
    for (const text of ['', 'de', 'Klingon', 'esx', 'constructor', '__proto__']) assert.equal(readLocale(text, 'US'), undefined, text);
  });
  it('takes the country of the region', () => assert.equal(readLocale('fr', 'CA')?.country, 'CA'));

  const names = (language: Language, form: Intl.DateTimeFormatOptions, step: number, count: number): readonly string[] =>
    Array.from({ length: count }, (_, n) =>
      new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' }).format(Date.UTC(2026, 10, 1) + n * step * 86_400_000),
    );
  const ours = (language: Language, format: string, step: number, count: number): readonly string[] =>
    Array.from({ length: count }, (_, n) => dateFormat(format, language)(Date.UTC(2026, 10, 1) + n * step * 86_400_000));
  for (const language of ['en', 'es', 'pt', 'fr'] as const) {
    it(`names months and days in ${language} as Unicode does`, () => {
      assert.deepEqual(ours(language, '%B', 30, 13), names(language, { month: 'long' }, 30, 13));
      assert.deepEqual(ours(language, '%A', 1, 7), names(language, { weekday: 'long' }, 1, 7));
      const bare = (text: string): string => text.replace(/\.$/, '').replace('sept', 'sep');
      assert.deepEqual(ours(language, '%b', 30, 13).map(bare), names(language, { month: 'short' }, 30, 13).map(bare));
      assert.deepEqual(ours(language, '%a', 1, 7).map(bare), names(language, { weekday: 'short' }, 1, 7).map(bare));
    });
  }
  for (const tag of ['en-US', 'en-GB', 'en-CA', 'en-AU', 'es-US', 'es-ES', 'es-MX', 'pt-BR', 'pt-PT', 'fr-FR', 'fr-CA']) {
    it(`writes long dates and hours in ${tag} as Unicode does`, () => {
      const locale = readLocale(tag, undefined);
      const formats = formatsOf(locale, undefined);
      const at = Date.UTC(2026, 11, 8, 14, 5);
      const loose = (text: string): string => text.toLowerCase().replace(/[,.]/g, '').replace(/\s/g, ' ');
      const unicode = (form: Intl.DateTimeFormatOptions): string =>
        loose(new Intl.DateTimeFormat(tag, { ...form, timeZone: 'UTC' }).format(at));
      assert.equal(loose(dateFormat(formats.long, locale?.language)(at)), unicode({ dateStyle: 'full' }));
      assert.equal(
        loose(dateFormat(formats.time, locale?.language)(at)).replace(' ', ''),
        unicode({ timeStyle: 'short' }).replace(' ', ''),
      );
    });
  }
});

describe('a number', () => {
  const cases = [
    ['45', 45],
    ['1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ['1 234,50', 1234.5],
    ['1,234', 1234],
    ['12,5', 12.5],
    ['0.125', 0.125],
    ['1,234,567', 1234567],
    ['US$ 45.00', 45],
    ['45 USD', 45],
    ['-$3', -3],
    ['$-3', -3],
    ['12,34,567.5', undefined],
    ['1,2345.5', undefined],
    ['', undefined],
    ['.', undefined],
    ['abc', undefined],
    ['1e5', undefined],
    ['Infinity', undefined],
  ] as const;
  for (const [text, expected] of cases) it(`${text} is ${expected}`, () => assert.equal(readNumber(text, { thousands: ',' }), expected));
  it('with one mark and three digits is read as the locale reads it', () => assert.equal(readNumber('1.234', { thousands: '.' }), 1234));
});

describe('a text cut to a length', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const seen = (text: string): readonly string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);
  const unit = fc.constantFrom('a', 'bc', ' ', '  ', '😀', '👨‍👩‍👧', '👍🏽', 'é', '🇧🇷', ',', '\n');
  it('is short enough, and whole characters and words of its beginning', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (units, length) => {
        const text = units.join('');
        const cut = truncateText(text, length, '');
        assert.ok(seen(cut).length <= length);
        assert.ok(text.startsWith(cut));
        assert.deepEqual(seen(text).slice(0, seen(cut).length), seen(cut));
        if (seen(text).length <= length) assert.equal(cut, text);
      }),
      { numRuns: 300 },
    );
  });
});
