import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Definition } from '#domain/campaign/definition.ts';
import { bindColumns, fieldsOf, type Binding } from '#domain/message/columns.ts';
import { header, reminder } from '../../support/campaigns.ts';

const bound = (definition: Definition, names: readonly string[]): Binding => {
  const result = bindColumns(definition, names);
  return result.kind === 'bound' ? result.binding : assert.fail(result.message);
};
const small = (fields: Record<string, string>, rest: Partial<Definition> = {}): Definition => {
  const { filters: _filters, ...definition } = reminder;
  return { ...definition, fields, ...rest };
};
const read = (definition: Definition, names: string[], cells: string[]): object => fieldsOf(bound(definition, names), cells);

describe('the columns of a file', () => {
  it('are found under the names that the campaign gives', () => {
    const cells = header.map((name) => `${name}!`);
    const fields = fieldsOf(bound(reminder, header), cells);
    assert.equal(fields['person'], 'patient_id!');
    assert.equal(fields['practitioner'], 'doctor!');
    assert.equal(fields['clinic'], 'clinic!');
    assert.equal(fields['phone'], 'phone!');
  });

  it('may differ in case and spaces, but an exact name comes first', () => {
    assert.deepEqual(read(small({ phone: 'phone' }), [' Phone '], ['1']), { phone: '1', Phone: '1' });
    assert.equal(bound(small({ phone: 'phone' }), ['PHONE', 'phone']).sources[0]?.index, 1);
    assert.deepEqual(read(small({ phone: 'Mobile No.' }), ['\uFEFFmobile no.', 'x'], ['1', '2']), {
      phone: '1',
      'mobile no.': '1',
      mobile_no: '1',
      x: '2',
    });
  });

  it('that are missing are all named, with those that are there', () => {
    const result = bindColumns(reminder, ['patient_id', 'first_name', 'last_name', 'phone', '', 'doctor']);
    assert.ok(result.kind === 'unbound');
    assert.equal(result.code, 'column_missing');
    assert.deepEqual(result.missing, ['email', 'appointment_date', 'appointment_time']);
    assert.match(result.message, /no columns "email" \(email\), "appointment_date" \(appointmentDate\), "appointment_time"/);
    assert.match(result.message, /names: "patient_id", "first_name", "last_name", "phone", "doctor"\. Rename/);
  });

  it('are told in a sentence of bounded length', () => {
    const result = bindColumns(
      reminder,
      Array.from({ length: 5000 }, (_, i) => `column ${i} ${'x'.repeat(1000)}`),
    );
    assert.ok(result.kind === 'unbound' && result.message.length < 5000 && result.message.includes('4970 more'));
    const none = bindColumns(small({ phone: 'phone' }), ['', ' ']);
    assert.ok(none.kind === 'unbound' && none.message.includes('names: none.'));
  });

  it('must not be there twice when the campaign wants them', () => {
    for (const names of [
      ['phone', 'phone'],
      ['Phone', 'PHONE'],
    ]) {
      const result = bindColumns(small({ phone: 'phone' }), names);
      assert.ok(result.kind === 'unbound');
      assert.equal(result.code, 'column_repeated');
      assert.match(result.message, /more than one column "phone"/);
    }
  });

  it('keep their own name otherwise: the first of a repeated one, none without a name', () => {
    assert.deepEqual(read(small({ phone: 'phone' }), ['phone', 'note', 'note', '', '__proto__'], ['1', 'a', 'b', 'c', 'd']), {
      phone: '1',
      note: 'a',
      proto: 'd',
    });
    assert.deepEqual(read(small({ phone: 'mobile' }), ['mobile', 'phone'], ['1', '2']), { phone: '1', mobile: '1' });
    assert.deepEqual(read(small({ phone: 'p' }), ['p', 'First Name', 'first_name'], ['1', 'a', 'b']), {
      phone: '1',
      p: '1',
      'First Name': 'a',
      first_name: 'b',
    });
  });

  it('may be missing at the end of a row, and an empty cell is no field', () => {
    assert.deepEqual(read(small({ phone: 'phone' }), ['phone', 'a', 'b'], [' 1 ', '  ']), { phone: '1' });
  });
});

describe('a filter', () => {
  const chop = (filters: NonNullable<Definition['filters']>, note: string): object =>
    read(small({ phone: 'phone', remark: 'note' }, { filters }), ['phone', 'note'], ['1', note]);

  it('chops its words and all after them, under every name of the column', () => {
    const expected = { phone: '1', remark: 'North', note: 'North' };
    assert.deepEqual(chop([{ field: 'note', chop: 'Bill amt:' }], 'North Bill amt: $12'), expected);
    assert.deepEqual(chop([{ field: 'remark', chop: 'Bill amt:' }], 'North Bill amt: $12'), expected);
    assert.deepEqual(
      chop(
        [
          { field: 'note', chop: 'Bill' },
          { field: 'remark', chop: 'Due' },
        ],
        'North Due Bill amt',
      ),
      expected,
    );
  });

  it('may leave nothing, and leaves alone what does not have its words', () => {
    assert.deepEqual(chop([{ field: 'note', chop: 'Bill' }], 'Bill amt: 3'), { phone: '1' });
    assert.deepEqual(
      chop(
        [
          { field: 'note', chop: 'Bill' },
          { field: 'clinic', chop: 'x' },
        ],
        'North',
      ),
      { phone: '1', remark: 'North', note: 'North' },
    );
  });
});

describe('any header', () => {
  it('gives fields that stand in the cells, and never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (names, cells) => {
        const result = bindColumns(small({ phone: 'phone' }), ['phone', ...names]);
        if (result.kind === 'unbound') return;
        for (const value of Object.values(fieldsOf(result.binding, cells)))
          assert.ok(cells.some((cell) => [value, `'${value}`].includes(cell.trim())));
      }),
    );
  });
});
