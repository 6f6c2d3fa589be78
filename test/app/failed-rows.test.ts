import assert from 'node:assert/strict';
import { changeCampaign } from '#app/change-campaign.ts';
import { failedRows } from '#app/failed-rows.ts';
import { fixedPacket } from '#app/fixed-packet.ts';
import { fixesFolder } from '#domain/campaign/mapping.ts';
import { errorFileHeader, errorFileRows } from '#reports/error-file.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { runToEnd } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, people, phoneOf, remind, sendNow, testCompany } from '../support/house-steps.ts';
import { codesOf, ofType, receivedBy } from '../support/house-story.ts';

describe('rows that were rejected', () => {
  let test: TestHouse;
  beforeEach(async () => void (test = await openTestHouse()));
  afterEach(() => test.close());

  const fileOf = async (packetId: string): Promise<string> => {
    const { header, rows } = await failedRows(test.house, packetId);
    return errorFileHeader(header) + errorFileRows(header, rows);
  };

  it('are handed out, mended, and dropped again: what went out stays as it is', async () => {
    const campaignId = await activeCampaign(test);
    const bad = `P7,Ann,12345\nP8,Bob,\nP9,Cem,+1 208 555 0109\n`;
    const packetId = await load(test, campaignId, people(3) + bad, 'monday.csv');
    await runToEnd(test);
    const { header, rows } = await failedRows(test.house, packetId);
    assert.deepEqual(header, ['id', 'name', 'phone']);
    assert.deepEqual(
      rows.map(({ row, cells, errors }) => [row, cells, errors.length, errors[0]!.slice(0, 7)]),
      [
        [5, ['P7', 'Ann', '12345'], 1, 'phone: '],
        [6, ['P8', 'Bob', ''], 1, 'phone: '],
      ],
    );
    const mended = (await fileOf(packetId)).replace('12345', "'+12085550107").replace('P8,Bob,', "P8,Bob,'2085550108");
    // somebody put a row that had gone out into the file as well
    await load(test, campaignId, `${mended}none,P0,Person 0,'${phoneOf(0)}\n`, `${fixesFolder(packetId)}/mended.csv`);
    await runToEnd(test);
    const received = await receivedBy(test);
    assert.deepEqual([...received.keys()].sort(), [0, 1, 2, 107, 108, 109].map(phoneOf));
    assert.deepEqual([...new Set(received.values())], [1]);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { duplicate: 1 });
    const [, accepted] = await ofType(test, 'PacketAccepted');
    assert.equal(accepted?.data.fixes, packetId);
  });

  it('tell each reason once, though several touches have it', async () => {
    const { schedule } = remind;
    const campaignId = await activeCampaign(test, {
      ...remind,
      name: 'Twice',
      schedule: { ...(schedule as object), offsetDays: [5, 2] } as never,
    });
    const packetId = await load(
      test,
      campaignId,
      'id,name,phone,date,time\nP1,Ann,12345,2026-11-20,10:00\nP2,Bob,+12085550102,never,10:00\n',
    );
    await runToEnd(test);
    assert.equal((await ofType(test, 'TouchRejected')).length, 4);
    assert.deepEqual(
      (await failedRows(test.house, packetId)).rows.map(({ errors }) => [errors.length, errors[0]!.split(':')[0]]),
      [
        [1, 'phone'],
        [1, 'date'],
      ],
    );
  });

  it('are told by the names of their own file, whatever its source calls its columns', async () => {
    const { fields, channels } = sendNow;
    const template = `${channels[0]!.template as string} {{ room_number }}`;
    const campaignId = await activeCampaign(test, { ...sendNow, name: 'Own names', channels: [{ channel: 'sms', template }] });
    const mapping = { campaignId, source: 'clinic', fields: { ...fields, person: 'PatNum', phone: 'cell phone' } };
    await changeCampaign(test.house, testCompany, { type: 'MapColumns', data: mapping }, causeAt(test));
    const content = `PatNum,Name,Cell Phone,Room Number\nP1,Ann,12345,7\nP2,Bob,${phoneOf(2)},\n`;
    const packetId = await load(test, campaignId, content, 'clinic/monday.csv');
    await runToEnd(test);
    const { rows } = await failedRows(test.house, packetId);
    assert.deepEqual(
      rows.map(({ errors }) => errors[0]!.split(':')[0]),
      ['Cell Phone', 'Room Number'],
    );
    assert.match(await fileOf(packetId), /Cell Phone: .*\r\n.*Room Number: /);
  });

  it('are read as their packet was, though the columns of its source were mapped anew meanwhile', async () => {
    const campaignId = await activeCampaign(test, { ...sendNow, name: 'Mapped anew' });
    const map = (phone: string) =>
      changeCampaign(
        test.house,
        testCompany,
        { type: 'MapColumns', data: { campaignId, source: 'clinic', fields: { ...sendNow.fields, phone } } },
        causeAt(test),
      );
    await map('Cell');
    const packetId = await load(test, campaignId, 'id,name,Cell\nP1,Ann,12345\n', 'clinic/monday.csv');
    await runToEnd(test);
    await map('Mobile');
    const mended = (await fileOf(packetId)).replace('12345', phoneOf(1));
    await load(test, campaignId, mended, `clinic/${fixesFolder(packetId)}/mended.csv`);
    await runToEnd(test);
    assert.deepEqual([...(await receivedBy(test)).keys()], [phoneOf(1)]);
  });

  it('come in pages', async () => {
    const campaignId = await activeCampaign(test);
    const packetId = await load(test, campaignId, `id,name,phone\n${Array.from({ length: 2_600 }, (_, n) => `P${n},N,1\n`).join('')}`);
    await runToEnd(test);
    const first = await failedRows(test.house, packetId);
    assert.deepEqual([first.rows.length, first.next], [2_000, 4]);
    const second = await failedRows(test.house, packetId, first.next);
    assert.deepEqual([second.rows.length, second.next, second.rows[0]?.row], [600, undefined, 2_002]);
  });

  it('are none of an unknown packet, and none that was forgotten', async () => {
    await assert.rejects(failedRows(test.house, 'pkt_nobody'), { code: 'packet_unknown' });
    const campaignId = await activeCampaign(test, sendNow);
    const packetId = await load(test, campaignId, people(1));
    await assert.rejects(fixedPacket(test.house, { companyId: 'co_other', packetId }), {
      code: 'packet_unknown',
      message: /say --company co_test/,
    });
    await assert.rejects(fixedPacket(test.house, { companyId: 'co_other', packetId: 'pkt_nobody' }), { code: 'packet_unknown' });
    assert.deepEqual(await fixedPacket(test.house, { companyId: testCompany, packetId }), { campaignId, source: 'drop' });
  });

  it('belong to the source that their packet came from', async () => {
    const campaignId = await activeCampaign(test, sendNow);
    const packetId = await load(test, campaignId, people(1), 'eaglesoft/monday.csv');
    assert.deepEqual(await fixedPacket(test.house, { companyId: testCompany, packetId }), { campaignId, source: 'eaglesoft' });
  });
});
