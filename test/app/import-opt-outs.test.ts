import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { importOptOuts, type OptOutImport } from '#app/import-opt-outs.ts';
import { suppressionPath } from '#app/suppression-path.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, numbers, people, phoneOf, register, testCompany } from '../support/house-steps.ts';
import { codesOf, ofType, receivedBy } from '../support/house-story.ts';

describe('a file of opt-outs', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
    await register(test);
  });
  afterEach(() => test.close());

  const fileOf = (content: string) => ({
    open: async (start: number) => Readable.from([Buffer.from(content).subarray(start)]),
    name: 'dnc.csv',
  });
  const take = (content: string, more: Partial<OptOutImport> = {}) =>
    importOptOuts(test.house, { companyId: testCompany, file: fileOf(content), defaults: {}, by: 'usr_front', ...more }, causeAt(test));
  const isMarked = async (to: string): Promise<boolean> =>
    (await test.house.documents.get(suppressionPath(test.house, testCompany, { channel: 'sms', to }))) !== undefined;

  it('stops whoever stands in it, and one bad row keeps no other back', async () => {
    const content =
      `Name,Phone,Keyword\nAda,${phoneOf(0)},STOP\nBen,none,STOP\n"Cleo,x\n`.replace('"', '') + `Dan,(208) 555-0002,STOP\n,,\nEve,,\n`;
    const { rows, written, already, bad, badRows, columns } = await take(content);
    assert.deepEqual([rows, written, already, bad], [5, 2, 0, 3]);
    assert.deepEqual(
      badRows.map(({ row, code }) => [row, code]),
      [
        [3, 'phone_invalid'],
        [4, 'phone_invalid'],
        [7, 'contact_missing'],
      ],
    );
    assert.deepEqual(columns, { to: 'Phone', word: 'Keyword' });
    const [first] = await ofType(test, 'ConsentWithdrawn');
    assert.deepEqual(first?.data, { family: 'sms', source: 'import', scope: 'channel' });
    assert.deepEqual(first?.private, { contactPoint: phoneOf(0), said: 'STOP', proof: 'dnc.csv, row 2', by: 'usr_front' });
    const campaignId = await activeCampaign(test);
    await load(test, campaignId, people(4));
    await settle(test);
    assert.deepEqual([...(await receivedBy(test)).keys()].toSorted(), [phoneOf(1), phoneOf(3)]);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { opted_out: 2 });
  });

  it('that comes again changes nothing, as the same file and as another one', async () => {
    const content = `phone\n${phoneOf(0)}\n${phoneOf(1)}\n${phoneOf(1)}\n`;
    const once = await take(content);
    assert.deepEqual([once.rows, once.written, once.already], [3, 2, 1]);
    const again = await take(content);
    assert.deepEqual({ ...again, from: undefined }, { ...once, from: undefined });
    assert.equal(again.from, 4);
    const other = await take(`${content}${phoneOf(2)}\n`);
    assert.deepEqual([other.written, other.already], [1, 3]);
    assert.equal((await ofType(test, 'ConsentWithdrawn')).length, 3);
  });

  it('goes on where it was after a kill, in batches', async () => {
    const content = `phone\n${numbers(1_200).map(phoneOf).join('\n')}\n`;
    test.crashes.dieAt(900, 'before');
    await assert.rejects(take(content), { name: 'Crash' });
    test.crashes.revive();
    const after = await take(content);
    assert.deepEqual([after.rows, after.from, after.bad], [1_200, 501, 0]);
    assert.equal(after.written + after.already, 1_200);
    assert.equal(new Set((await ofType(test, 'ConsentWithdrawn')).map(({ stream }) => stream)).size, 1_200);
    assert.equal((await ofType(test, 'ConsentWithdrawn')).length, 1_200);
    assert.ok(await isMarked(phoneOf(1_199)));
  });

  it('is refused where nobody can tell whom it names', async () => {
    const refused = (code: string, wanted: Promise<unknown>) =>
      assert.rejects(wanted, (error) => error instanceof Refusal && error.code === code);
    await refused('column_missing', take('A,B\n1,2\n'));
    await refused('column_missing', take('phone\n1\n', { columns: { to: 'Mobile' } }));
    await refused('company_unknown', take(`phone\n${phoneOf(0)}\n`, { companyId: 'co_nobody' }));
    const named = await take(`A,B\n,${phoneOf(0)}\n`, { columns: { to: 'B' } });
    assert.equal(named.written, 1);
  });
});
