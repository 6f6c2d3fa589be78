import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { acceptDrop } from '#app/accept-drop.ts';
import { acceptRequest } from '#app/accept-request.ts';
import { sayDrop } from '#app/dropped-by.ts';
import { keepList } from '#app/keep-list.ts';
import { loadPacket } from '#app/load-packet.ts';
import { useList } from '#app/use-list.ts';
import { readPacketDocument } from '#app/packet-document.ts';
import { runStage } from '#app/run-stage.ts';
import { sweep } from '#app/sweep.ts';
import { unloadedFiles } from '#app/unloaded-files.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { runToEnd } from '../support/house-run.ts';
import { accept, activeCampaign, causeAt, change, load, people, phoneOf, put, sendNow } from '../support/house-steps.ts';
import { ofType, receivedBy } from '../support/house-story.ts';
import { testCompany } from '../support/house-steps.ts';

describe('packets', () => {
  let test: TestHouse;
  let campaignId: string;
  beforeEach(async () => {
    test = await openTestHouse();
    campaignId = await activeCampaign(test);
  });
  afterEach(() => test.close());

  const other = people(3).replace('phone', 'handy');
  const pathOf = (name: string): string => `drops/${testCompany}/${campaignId}/${name}`;
  const drop = async (name: string, content: string): Promise<string> => {
    await test.house.files.write(pathOf(name), content);
    return (await acceptDrop(test.house, pathOf(name), causeAt(test))) ?? '';
  };
  const statusOf = async (packetId: string) => (await readPacketDocument(test.house.documents, packetId))?.status;
  const codes = async () => (await ofType(test, 'PacketFailed')).map(({ data }) => data.code);

  it('run a stage again: what is done stays done', async () => {
    const packetId = await load(test, campaignId, other);
    assert.equal(await statusOf(packetId), 'failed');
    await put(test, { ...sendNow, fields: { ...sendNow.fields, phone: 'handy' } });
    await change(test, campaignId, 'ApproveCampaign');
    assert.equal((await runStage(test.house, { packetId, stage: 'loaded' }, causeAt(test))).result, 'started');
    await runToEnd(test);
    assert.equal(await statusOf(packetId), 'loaded');
    assert.equal((await runStage(test.house, { packetId, stage: 'mapped' }, causeAt(test))).result, 'done');
    assert.equal((await runStage(test.house, { packetId, stage: 'queued' }, causeAt(test))).result, 'started');
    await runToEnd(test);
    assert.deepEqual([...(await receivedBy(test)).values()], [1, 1, 1]);
    assert.equal((await ofType(test, 'RowLoaded')).length, 3);
  });
  it('of a request and of a list run again too, with the rows that came', async () => {
    const rows = [{ id: 'P1', name: 'Ana', phone: phoneOf(1) }];
    const before = { ...sendNow, name: 'Before' };
    const changed = { ...before, fields: { ...sendNow.fields, phone: 'handy' } };
    const id = await activeCampaign(test, before);
    const file = { name: 'people.csv', open: () => Promise.resolve(Readable.from([Buffer.from(people(2, { from: 5 }))])) };
    await keepList(test.house, { companyId: testCompany, name: 'Winter', file }, causeAt(test));
    const { packetId: list } = await useList(
      test.house,
      { companyId: testCompany, name: 'Winter', campaignId: id, by: 'Rita' },
      causeAt(test),
    );
    const { packetId: request } = await acceptRequest(test.house, { companyId: testCompany, campaignId: id, rows }, causeAt(test));
    const using = async (definition: typeof before): Promise<void> => {
      await put(test, definition);
      await change(test, id, 'ApproveCampaign');
    };
    await using(changed);
    for (const packetId of [list, request]) await loadPacket(test.house, packetId, causeAt(test));
    assert.deepEqual([await statusOf(list), await statusOf(request)], ['failed', 'failed']);
    await using(before);
    for (const packetId of [list, request])
      assert.equal((await runStage(test.house, { packetId, stage: 'loaded', by: 'Sam' }, causeAt(test))).result, 'started');
    await runToEnd(test);
    assert.deepEqual([await statusOf(list), await statusOf(request)], ['loaded', 'loaded']);
    assert.deepEqual([...(await receivedBy(test)).keys()].sort(), [phoneOf(1), phoneOf(5), phoneOf(6)]);
    const accepted = (await ofType(test, 'PacketAccepted')).filter(({ data }) => data.campaignId === id);
    assert.deepEqual(
      accepted.map(({ data }) => [data.source, data.acceptedBy]).toSorted(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1)),
      [
        ['list', 'Rita'],
        ['list', 'Sam'],
        ['request', undefined],
        ['request', 'Sam'],
      ],
    );
  });
  it('say who dropped them: the one who said so of this very content', async () => {
    const said = (content: string, by: string) => ({
      companyId: testCompany,
      campaignId,
      fileName: 'people.csv',
      md5: createHash('md5').update(content).digest('hex'),
      by,
    });
    await sayDrop(test.house, said(people(1), 'Rita'));
    await drop('people.csv', people(1));
    await drop('people.csv', people(2));
    await sayDrop(test.house, said(people(3), 'Sam'));
    await drop('people.csv', people(4));
    await drop('people.csv', people(3));
    const accepted = (await ofType(test, 'PacketAccepted')).map(({ data }) => [data.version, data.acceptedBy]);
    assert.deepEqual(accepted, [
      [1, 'Rita'],
      [2, undefined],
      [3, undefined],
      [4, 'Sam'],
    ]);
  });
  it('fail again while nothing was mended, and refuse what nobody knows', async () => {
    const packetId = await load(test, campaignId, other);
    await runStage(test.house, { packetId, stage: 'mapped' }, causeAt(test));
    await runToEnd(test);
    assert.deepEqual(await codes(), ['column_missing', 'column_missing']);
    await assert.rejects(runStage(test.house, { packetId: 'pkt_unknown', stage: 'loaded' }, causeAt(test)), { code: 'packet_unknown' });
  });
  it('leave files that are not loaded yet, and those are listed', async () => {
    await test.house.files.write(pathOf('new.csv'), people(1));
    await test.house.files.write(pathOf('new.csv.md5'), 'x');
    const failed = await load(test, campaignId, other, 'other.csv');
    const waiting = await accept(test, campaignId, people(2), 'waiting.csv');
    await load(test, campaignId, people(4), 'loaded.csv');
    const { files, isCut } = await unloadedFiles(test.house, testCompany);
    assert.deepEqual(
      files.map(({ path, state, packetId }) => [path, state, packetId]),
      [
        [pathOf('new.csv'), 'new', undefined],
        [pathOf('other.csv'), 'failed', failed],
        [pathOf('waiting.csv'), 'loading', waiting],
      ],
    );
    assert.equal(isCut, false);
    assert.deepEqual((await unloadedFiles(test.house, testCompany, 1)).isCut, true);
    assert.deepEqual((await unloadedFiles(test.house, 'co_other')).files, []);
  });

  describe("with the sender's MD5 beside the file", () => {
    const content = people(2);
    const md5 = createHash('md5').update(content).digest('hex');

    it('are loaded where it is the same', async () => {
      await drop('people.csv.md5', `${md5.toUpperCase()}  people.csv\n`);
      const packetId = await drop('people.csv', content);
      await runToEnd(test);
      assert.deepEqual([await statusOf(packetId), await codes()], ['loaded', []]);
    });
    it('are refused where it is another one, until the right file or the right MD5 comes', async () => {
      await drop('people.csv.md5', '0123456789abcdef0123456789abcdef');
      const packetId = await drop('people.csv', content);
      await acceptDrop(test.house, pathOf('people.csv'), causeAt(test));
      await runToEnd(test);
      assert.deepEqual(
        [await statusOf(packetId), await codes(), (await ofType(test, 'RowLoaded')).length],
        ['failed', ['file_md5_differs'], 0],
      );
      assert.equal(await drop('people.csv.md5', md5), packetId);
      await runToEnd(test);
      assert.deepEqual([await statusOf(packetId), (await ofType(test, 'RowLoaded')).length], ['loaded', 2]);
    });
    it('are no packets themselves, nor does the sweep take them for some', async () => {
      assert.equal(await drop('alone.csv.md5', md5), '');
      await sweep(test.house, causeAt(test));
      await runToEnd(test);
      assert.deepEqual([await ofType(test, 'PacketAccepted'), await codes()], [[], []]);
    });
  });
});
