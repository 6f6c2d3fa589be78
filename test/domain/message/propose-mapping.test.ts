import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { fieldNames } from '#domain/campaign/definition.ts';
import { proposeMapping, type Proposal } from '#domain/message/propose-mapping.ts';
import { kinds, table, ugly, type Kind, type Table } from '../../support/exported-tables.ts';

const mapped = ({ fields }: Proposal): Record<string, string> => Object.fromEntries(fields.map(({ field, column }) => [field, column]));

const sampleTable = table(ugly[0]![1]);
const byColumn = (proposal: Proposal) =>
  [...proposal.fields].map(({ index: _index, ...field }) => field).sort((one, other) => (one.field < other.field ? -1 : 1));

const permuted = ({ header, rows }: Table, order: readonly number[]): Table => ({
  header: order.map((at) => header[at]!),
  rows: rows.map((row) => order.map((at) => row[at]!)),
});
const orderOf = (length: number): fc.Arbitrary<number[]> =>
  fc.shuffledSubarray(
    Array.from({ length }, (_, at) => at),
    { minLength: length, maxLength: length },
  );

const someTables = fc.array(fc.tuple(fc.string({ maxLength: 8 }), fc.constantFrom(...(Object.keys(kinds) as Kind[]))), { maxLength: 14 });

describe('a proposed mapping', () => {
  for (const [what, columns, wanted] of ugly) {
    it(`finds the fields of ${what}`, () => {
      assert.deepEqual(mapped(proposeMapping(table(columns))), wanted);
    });
  }

  it('is sure of names and cells that agree, and says why', () => {
    const { fields } = proposeMapping(sampleTable);
    for (const { field, confidence } of fields) assert.ok(confidence > (field === 'lastName' ? 0.7 : 0.6), `${field} ${confidence}`);
    const phone = fields.find(({ field }) => field === 'phone');
    assert.equal(phone?.why, 'its name says so, and 100 % of its cells are phone numbers');
    assert.deepEqual(phone?.samples, ['(208) 555-0100', '(208) 555-0101', '(208) 555-0102']);
  });

  it('is less sure where two columns may be meant', () => {
    const one = proposeMapping(table([['Mobile', 'phone']])).fields[0];
    const two = proposeMapping(
      table([
        ['Mobile', 'phone'],
        ['Cell', 'phone2'],
      ]),
    ).fields[0];
    assert.equal(one?.field, 'phone');
    assert.ok(two!.confidence < 0.7 * one.confidence, `${two!.confidence} of ${one.confidence}`);
    assert.match(two!.why, /may be meant as well/);
  });

  it('does not believe a name whose cells are something else', () => {
    const [phone] = proposeMapping(table([['phone', 'note']])).fields;
    assert.ok(!phone || phone.confidence < 0.3);
  });

  it('knows the columns that a campaign names, and its own fields', () => {
    const { fields, missing } = proposeMapping({
      ...table([
        ['Standort', 'note'],
        ['Kundentel', 'phone'],
        ['x', 'gender'],
      ]),
      wanted: { clinic: ['standort'], phone: ['Kundentel'], room: [] },
    });
    assert.deepEqual(
      fields.map(({ field, column }) => [field, column]),
      [
        ['clinic', 'Standort'],
        ['phone', 'Kundentel'],
      ],
    );
    assert.deepEqual(missing, ['room']);
  });

  it('never takes a column that has no name, or whose name another one has', () => {
    const { fields } = proposeMapping(
      table([
        ['', 'phone'],
        ['Tel', 'phone'],
        ['tel', 'phone2'],
        ['a', 'email'],
      ]),
    );
    assert.deepEqual(
      fields.map(({ column }) => column),
      ['a'],
    );
  });

  it('says what every column looks like', () => {
    const { columns } = proposeMapping(
      table([
        ['a', 'phone'],
        ['b', 'email'],
        ['c', 'born'],
        ['d', 'none'],
        ['e', 'gender'],
        ['f', 'id'],
      ]),
    );
    assert.deepEqual(
      columns.map(({ look }) => look),
      ['phone', 'email', 'birthday', 'empty', 'text', 'id'],
    );
  });

  it('finds the ids of pages by their names, where they are asked for', () => {
    const given = { header: ['Patient ID', 'Messenger ID', 'IG ID'], rows: [['P-17', '617283940516', '617283940517']] };
    const found = (wanted: Readonly<Record<string, readonly string[]>>) =>
      proposeMapping({ ...given, wanted }).fields.map(({ field, column }) => [field, column]);
    assert.deepEqual(found({ messengerId: [], instagramId: [] }), [
      ['messengerId', 'Messenger ID'],
      ['instagramId', 'IG ID'],
    ]);
    assert.ok(!proposeMapping({ header: ['Name'], rows: [] }).missing.includes('messengerId'), 'missed by nobody who did not ask');
  });

  it('does not depend on the order of the columns', () => {
    fc.assert(
      fc.property(orderOf(sampleTable.header.length), (order) => {
        assert.deepEqual(byColumn(proposeMapping(permuted(sampleTable, order))), byColumn(proposeMapping(sampleTable)));
      }),
      { numRuns: 50 },
    );
    const any = someTables.chain((columns) => fc.tuple(fc.constant(table(columns)), orderOf(columns.length)));
    fc.assert(
      fc.property(any, ([given, order]) => {
        assert.deepEqual(byColumn(proposeMapping(permuted(given, order))), byColumn(proposeMapping(given)));
      }),
      { numRuns: 100 },
    );
  });

  it('finds phones, addresses and dates by their cells under any names', () => {
    const nonsense = fc.uniqueArray(fc.stringMatching(/^[qxzkv]{4,8}$/), { minLength: 13, maxLength: 13 });
    fc.assert(
      fc.property(nonsense, (header) => {
        const { fields } = proposeMapping({ ...sampleTable, header });
        const at = (field: string): string | undefined => sampleTable.header[fields.find((one) => one.field === field)?.index ?? -1];
        assert.deepEqual([at('phone'), at('email')], ['phone', 'email']);
        assert.ok(['appointment_date', 'booked_at'].includes(at('appointmentDate') ?? ''));
        assert.equal(at('appointmentTime'), 'appointment_time');
      }),
      { numRuns: 50 },
    );
  });

  it('gives a column to one field at most, a field one column at most, and a confidence between 0 and 1', () => {
    fc.assert(
      fc.property(someTables, (columns) => {
        const { fields, missing } = proposeMapping(table(columns));
        assert.equal(new Set(fields.map(({ index }) => index)).size, fields.length);
        assert.equal(new Set(fields.map(({ field }) => field)).size, fields.length);
        assert.equal(fields.length + missing.length, fieldNames.length - 5);
        for (const { confidence } of fields) assert.ok(confidence > 0 && confidence <= 1);
      }),
      { numRuns: 200 },
    );
  });
});
