import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { forgetList } from '#app/forget-list.ts';
import { keepList } from '#app/keep-list.ts';
import { keptLists } from '#app/kept-lists.ts';
import { fixedPacket } from '#app/fixed-packet.ts';
import { listRows } from '#app/list-rows.ts';
import { mapColumns } from '#app/map-columns.ts';
import { readPacketDocument } from '#app/packet-document.ts';
import { useList } from '#app/use-list.ts';
import { fixesFolder } from '#domain/campaign/mapping.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { ReadRow } from '#ports/row-reader.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { restart, settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, people, phoneOf, register, sendNow, testCompany } from '../support/house-steps.ts';
import { codesOf, countTypes, ofType, receivedBy } from '../support/house-story.ts';

const name = "Dr. Kim's patients";
const file = (content: string) => ({
  open: (start: number) => Promise.resolve(Readable.from([Buffer.from(content).subarray(start)])),
  name: 'people.csv',
  bytes: Buffer.byteLength(content),
});

describe('a list that is kept for later', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
    await register(test);
  });
  afterEach(() => test.close());

  const keep = (content: string, called = name) =>
    keepList(test.house, { companyId: testCompany, name: called, file: file(content) }, causeAt(test));
  const use = (campaignId: string, more: Readonly<{ again?: string; called?: string }> = {}) =>
    useList(test.house, { companyId: testCompany, name: more.called ?? name, campaignId, again: more.again }, causeAt(test));
  const phones = async () => [...(await receivedBy(test)).keys()].sort();
  const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

  it('becomes a packet of a campaign, as if its file were dropped', async () => {
    const { rows } = await keep(
      `id,name,phone\nP1,Ada,${phoneOf(1)}\n\nP2,Ben,n/a\nP3,Cleo,${phoneOf(3)},too,much\nP4,Dev,${phoneOf(4)}\n`,
    );
    assert.equal(rows, 4);
    const campaignId = await activeCampaign(test);
    const { packetId } = await use(campaignId);
    await settle(test);
    assert.deepEqual(await phones(), [phoneOf(1), phoneOf(4)]);
    const rejected = (await ofType(test, 'TouchRejected')).map(({ data }) => [data.row, data.code]);
    assert.deepEqual(rejected, [
      [4, 'phone_invalid'],
      [5, 'row_too_wide'],
    ]);
    const [accepted] = await ofType(test, 'PacketAccepted');
    assert.deepEqual([accepted?.data.source, accepted?.private?.fileName], ['list', name]);
    assert.equal((await readPacketDocument(test.house.documents, packetId))?.status, 'loaded');
  });

  it('has columns of its own, which are kept for lists and not for files, and for the rows of it that are mended', async () => {
    const campaignId = await activeCampaign(test);
    const content = `Nr,Vorname,Handy\nP1,Ada,${phoneOf(1)}\nP2,Ben,123\n`;
    await keep(content);
    const { packetId: first } = await use(campaignId);
    await settle(test);
    assert.match(
      (await ofType(test, 'PacketFailed'))[0]?.private?.message ?? '',
      /carillon map FILE --campaign .* --source contacts --save/,
    );
    const said = { person: 'Nr', firstName: 'Vorname', phone: 'Handy' };
    await mapColumns(test.house, { campaignId, source: 'contacts', file: file(content), said, save: true }, causeAt(test));
    const { packetId } = await use(campaignId, { again: '2' });
    assert.notEqual(packetId, first);
    await settle(test);
    assert.deepEqual(await phones(), [phoneOf(1)]);
    const { source } = await fixedPacket(test.house, { companyId: testCompany, packetId });
    await load(test, campaignId, content.replace('123', phoneOf(2)), `${source}/${fixesFolder(packetId)}/mended.csv`);
    await load(test, campaignId, people(1, { from: 7 }));
    await settle(test);
    assert.deepEqual(await phones(), [phoneOf(1), phoneOf(2), phoneOf(7)]);
  });

  it('stands for its newest file, and is used once for a campaign unless told', async () => {
    const campaignId = await activeCampaign(test);
    await keep(people(2));
    await keep(people(3), ` ${name.toUpperCase()}`);
    const first = await use(campaignId);
    assert.deepEqual(await use(campaignId), first);
    await settle(test);
    assert.equal((await phones()).length, 3);
    const again = await use(campaignId, { again: '2' });
    assert.notEqual(again.packetId, first.packetId);
    await settle(test);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { duplicate: 3 });
    const other = await activeCampaign(test, { ...sendNow, name: 'Other', dedupe: ['person'] });
    assert.notEqual((await use(other)).packetId, first.packetId);
  });

  it('is whole, and there once, though it is kept twice and a kill came between', async () => {
    for (const nth of [1, 2, 3, 4]) {
      test.crashes.dieAt(nth, nth % 2 === 0 ? 'before' : 'after');
      await keep(people(1_100)).catch(() => undefined);
      await restart(test);
    }
    assert.equal((await keep(people(1_100))).rows, 1_100);
    const { ContactKept, ContactListKept } = await countTypes(test);
    assert.deepEqual([ContactKept, ContactListKept], [1_100, 1]);
    await use(await activeCampaign(test));
    await settle(test);
    assert.equal((await phones()).length, 1_100);
  });

  it('is read on from behind any of its rows', async () => {
    const { listId } = await keep(people(1_020));
    const reader = listRows(test.house, listId);
    const rowsFrom = (start: number): Promise<ReadRow[]> => Array.fromAsync(reader.read(file(''), start));
    const all = await rowsFrom(0);
    assert.equal(all.length, 1_021);
    for (const n of [0, 1, 2, 499, 500, 501, 502, 1_000, 1_001, 1_019, 1_020])
      assert.deepEqual(await rowsFrom(all[n]!.end), all.slice(n + 1));
  });

  it('tells its name and its people to nobody without its key', async () => {
    const { listId } = await keep(people(2));
    const campaignId = await activeCampaign(test);
    const documents = test.opened.db.prepare('select path, data from documents').all();
    assert.ok(!/Kim|Person|1208555000/.test(JSON.stringify(documents)));
    await test.house.vault.destroy(`list/${listId}`);
    const { packetId } = await use(campaignId);
    await settle(test);
    assert.equal((await readPacketDocument(test.house.documents, packetId))?.status, 'failed');
    assert.deepEqual([(await ofType(test, 'PacketFailed'))[0]?.data.code, await phones()], ['forgotten', []]);
  });

  it('is refused where it is not known, or nobody is in it', async () => {
    const campaignId = await activeCampaign(test);
    await assert.rejects(use(campaignId, { called: 'Nobody' }), refused('list_unknown'));
    await keep(people(1));
    await assert.rejects(use('cmp_other'), refused('campaign_unknown'));
    await assert.rejects(keep('id,name,phone\n'), refused('file_empty'));
    await assert.rejects(keep(''), { name: 'FileUnreadable' });
  });

  it('stands in a listing with its name, the newest content alone', async () => {
    await keep(people(2));
    await keep(people(3));
    test.clock.set('2026-12-24T12:00:00.000Z');
    await keep(people(4), 'Winter');
    await keep(people(3));
    const lists = await keptLists(test.house, testCompany);
    assert.deepEqual(
      lists.map((one) => [one.name, one.rows]).toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
      [
        [name, 3],
        ['Winter', 4],
      ],
    );
    assert.deepEqual(await keptLists(test.house, 'co_other'), []);
  });

  it('is forgotten with all that stood under its name, and may be kept anew', async () => {
    const { listId: first } = await keep(people(2));
    const { listId: second } = await keep(people(3));
    const forget = (called = name) => forgetList(test.house, { companyId: testCompany, name: called, by: 'Rita' }, causeAt(test));
    assert.deepEqual(await forget(), { listId: second, rows: 3 });
    for (const listId of [first, second]) assert.equal(await test.house.vault.existingKey(`list/${listId}`), undefined);
    assert.deepEqual(await keptLists(test.house, testCompany), []);
    const campaignId = await activeCampaign(test);
    for (const again of [use(campaignId), forget(), forget('Nobody')]) await assert.rejects(again, refused('list_unknown'));
    const [event] = await ofType(test, 'ContactListForgotten');
    assert.deepEqual(event?.data, { listId: second, forgottenBy: 'Rita' });
    const { listId: third } = await keep(people(3));
    assert.ok(third !== second);
    await use(campaignId);
    await settle(test);
    assert.equal((await phones()).length, 3);
  });
});
