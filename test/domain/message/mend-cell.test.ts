import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Definition } from '#domain/campaign/definition.ts';
import { assemble, type Assembled } from '#domain/message/assemble.ts';
import { bindColumns, fieldsOf, mendedIn, type Binding } from '#domain/message/columns.ts';
import { compileDefinition } from '#domain/message/compile-definition.ts';
import { reminder } from '../../support/campaigns.ts';

const header = ['Cell', 'Date', 'Time', 'ZIP Code', 'Notes'];
const definition: Definition = {
  ...reminder,
  filters: [],
  fields: { phone: 'Cell', appointmentDate: 'Date', appointmentTime: 'Time' },
  channels: [{ channel: 'sms', template: "{{ appointmentAt | date: '%Y-%m-%d %H:%M' }} {{ zip_code }} STOP" }],
  schedule: 'now',
};
const bindingFor = (given: Definition): Binding => {
  const bound = bindColumns(given, header);
  return bound.kind === 'bound' ? bound.binding : assert.fail(bound.message);
};
const now = '2026-12-01T17:00:00.000Z';
const madeOf = (cells: readonly string[], region?: string): Assembled => {
  const given = region === undefined ? definition : { ...definition, region };
  const compiled = compileDefinition(given);
  return assemble({ compiled, binding: bindingFor(given), row: { row: 2, cells }, touch: compiled.touches[0]!, now });
};
const toOf = (phone: string, region?: string): string => {
  const made = madeOf([phone, '2026-12-08', '10:30', '83702', ''], region);
  return made.kind === 'message' ? made.to : made.code;
};
const saidOf = (date: string, time: string, zip = '83702'): string => {
  const made = madeOf(['2085550123', date, time, zip, '']);
  return made.kind === 'message' ? made.body.replace(' STOP', '') : made.code;
};

describe('a phone that a spreadsheet took for a number', () => {
  const cases = [
    ['2.085550123E+09', '+12085550123'],
    ['1.2085550123E+10', '+12085550123'],
    ['2,085550123e9', '+12085550123'],
    ['2085550123.0', '+12085550123'],
    ['="2085550123"', '+12085550123'],
    ["'2085550123", '+12085550123'],
    ['2.08555E+09', 'phone_shortened'],
    ['7.7E+10', 'phone_shortened'],
    ['1E+10', 'phone_shortened'],
    ['77000000000', 'phone_shortened'],
    ['+77000000000', 'phone_shortened'],
    ['2085550000', '+12085550000'],
    ['085550123', 'phone_invalid'],
  ] as const;
  for (const [phone, to] of cases) it(`${phone} is ${to}`, () => assert.equal(toOf(phone), to));

  it('has lost its first zero: the country of the campaign gives it back', () => {
    assert.equal(toOf('7400123456', 'GB'), '+447400123456');
    assert.equal(toOf('612345678', 'FR'), '+33612345678');
    assert.equal(toOf('447400123456', 'GB'), '+447400123456');
  });

  it('of another country without its + is no guess, but a hint', () => {
    assert.equal(toOf('447400123456'), 'phone_country_missing');
    assert.equal(toOf('999999999999'), 'phone_invalid');
  });

  it('is mended only where every digit is there', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1_000_000n, max: 999_999_999_999_999n }), fc.integer({ min: 0, max: 14 }), (number, decimals) => {
        const text = number.toString();
        const written = `${text[0]}.${text.slice(1, 1 + decimals)}E+${String(text.length - 1).padStart(2, '0')}`;
        const phone = fieldsOf(bindingFor(definition), [written, '', '', '', ''])['phone'];
        assert.ok(phone === text || (phone === written && decimals < text.length - 1));
      }),
    );
  });
});

describe('an appointment that a spreadsheet wrote', () => {
  const cases = [
    ['46364', '10:30', '2026-12-08 10:30'],
    ['46364.4375', '', '2026-12-08 10:30'],
    ['46364,4375', '46364,4375', '2026-12-08 10:30'],
    ['46364', '0.4375', '2026-12-08 10:30'],
    ['46364', '0.388888888888889', '2026-12-08 09:20'],
    ['46364', '.5', '2026-12-08 12:00'],
    ['2026-12-08T10:30', '', '2026-12-08 10:30'],
    ['2026-12-08 10:30:00', '', '2026-12-08 10:30'],
    ['12/8/2026 10:30 AM', '', '2026-12-08 10:30'],
    ['12/8/2026 2:30pm', '12/8/2026 2:30pm', '2026-12-08 14:30'],
    ['2026-12-08 00:00:00', '10:30', '2026-12-08 10:30'],
    ['12/8/2026 0:00', '1899-12-30 10:30', '2026-12-08 10:30'],
    ['2026-12-08T00:00:00.000Z', '10:30', '2026-12-08 10:30'],
    ['2026-12-08T17:30:00Z', '', '2026-12-08 10:30'],
    ['2026-12-08T11:30:00-06:00', '', '2026-12-08 10:30'],
    ['2026-12-08 00:00:00', '', 'time_invalid'],
    ['2026-12-08 25:00', '10:30', 'date_invalid'],
    ['46364', '0.33', 'time_invalid'],
    ['46364', '', 'time_invalid'],
    ['1200', '10:30', 'date_invalid'],
    ['36526', '10:30', 'date_invalid'],
    ['2026', '10:30', 'date_invalid'],
  ] as const;
  for (const [date, time, at] of cases)
    it(`${date} and ${time || 'nothing'} is ${at}`, () => assert.equal(saidOf(date, time).replace(' 83702', ''), at));

  it('needs no column of its own for the time', () => {
    const { appointmentTime: _, ...fields } = definition.fields;
    const compiled = compileDefinition({ ...definition, fields });
    const binding = bindingFor({ ...definition, fields });
    const hourOf = (date: string): string => {
      const row = { row: 2, cells: ['2085550123', date, '', '83702', ''] };
      const made = assemble({ compiled, binding, row, touch: compiled.touches[0]!, now });
      return made.kind === 'message' ? made.body.slice(11, 16) : made.code;
    };
    assert.deepEqual(['46364.4375', '2026-12-08T10:30', '12/8/2026 0:00', '2026-12-08'].map(hourOf), ['10:30', '10:30', '12:00', '12:00']);
  });
});

describe('a ZIP code that lost its zeros', () => {
  it('gets them back in the United States alone', () => {
    const zips = ['2139', '601', '2139-4307', '2139.0', '83702', '83702.0', 'BOI'].map((zip) =>
      saidOf('2026-12-08', '10:30', zip).slice(17),
    );
    assert.deepEqual(zips, ['02139', '00601', '02139-4307', '02139', '83702', '83702', 'BOI']);
    const swiss = fieldsOf(bindingFor({ ...definition, region: 'CH' }), ['', '', '', '8001', '']);
    assert.equal(swiss['zip_code'], '8001');
  });

  it('is one by the name of its column', () => {
    const named = (name: string): string | undefined => {
      const bound = bindColumns({ ...definition, fields: {} }, [name]);
      return bound.kind === 'bound' ? fieldsOf(bound.binding, ['2139'])[name] : undefined;
    };
    for (const name of ['zip', 'Zip', 'zipcode', 'ZIP_Code', 'Postal Code', 'home zip', 'patient_zip_code'])
      assert.equal(named(name), '02139');
    for (const name of ['unzip', 'zipper', 'code', 'Area Code', 'gzip']) assert.equal(named(name), '2139');
  });
});

describe('what was mended in a row', () => {
  const told = (cells: string[], fault?: string): readonly string[] =>
    mendedIn(bindingFor(definition), fault === undefined ? { cells } : { cells, fault });

  it('is counted by what it was', () => {
    assert.deepEqual([...told(['2085550123.0', '46364', '0.4375', '2139', '46364'])].sort(), [
      'date_mended',
      'phone_mended',
      'time_mended',
      'zip_mended',
    ]);
    assert.deepEqual(told(['2085550123', '2026-12-08', '10:30', '83702', '46364']), []);
    assert.deepEqual(told(['7.7E+10', 'x', 'y', 'z', '']), []);
    assert.deepEqual(told(['2085550123.0'], 'row_too_wide'), []);
  });
});
