import assert from 'node:assert/strict';
import { readCampaign } from '#app/campaign-document.ts';
import { resendFailed } from '#app/resend-failed.ts';
import { tallyLog } from '#app/tally-log.ts';
import type { Weekday } from '#domain/campaign/schedule.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { runToEnd, settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, change, load, put, sendNow, testCompany } from '../support/house-steps.ts';
import { ofType, receivedBy } from '../support/house-story.ts';

/** Phones that the simulator turns away, each for a reason of its own, and one that gets its message. */
const [noRoute, optedOut, fine] = ['+15005550002', '+15005550004', '+12085550177'];
const content = `id,name,phone\nA,Ada,${noRoute}\nB,Ben,${optedOut}\nC,Cleo,${fine}\n`;

describe('failed messages, sent again', () => {
  let test: TestHouse;
  let campaignId: string;
  let packetId: string;
  let runs: number;
  beforeEach(async () => {
    test = await openTestHouse();
    campaignId = await activeCampaign(test);
    packetId = await load(test, campaignId, content);
    await settle(test);
    runs = (await ofType(test, 'CampaignFired')).length;
  });
  afterEach(() => test.close());
  const again = (codes?: readonly string[]) => resendFailed(test.house, { packetId, codes }, causeAt(test));

  it('go as a run of their own that names the packet; whoever said no is left out', async () => {
    assert.deepEqual(await again(), { packetId, campaignId, run: runs + 1, again: 1, left: { opted_out: 1 } });
    await settle(test);
    const last = (await ofType(test, 'CampaignFired')).at(-1);
    assert.deepEqual([last?.data.run, last?.data.resends], [runs + 1, packetId]);
    const { tally } = await tallyLog(test.opened.store, testCompany);
    const { messages, followUps, failed } = totalsOf(tally);
    assert.deepEqual([messages, followUps, failed], [3, 1, 3], 'the number is as wrong as it was');
    assert.deepEqual([...(await receivedBy(test))], [[fine, 1]], 'nobody who had it gets it twice');
  });

  it('fire no run where nothing is to be sent again', async () => {
    assert.deepEqual(await again(['carrier_timeout']), {
      packetId,
      campaignId,
      run: undefined,
      again: 0,
      left: { opted_out: 1, not_asked_for: 1 },
    });
    assert.equal((await ofType(test, 'CampaignFired')).length, runs);
  });

  it('are queued once by two who ask at the same time', async () => {
    const answers = await Promise.all([again(), again()]);
    assert.equal(
      answers.reduce((sum, answer) => sum + answer.again, 0),
      1,
    );
    assert.equal((await ofType(test, 'MessageQueued')).filter(({ data }) => data.followUp).length, 1);
  });

  it('are made from the version that sends, where it changed before they went', async () => {
    await again();
    const definition = (await readCampaign(test.house.documents, campaignId))!.campaign.definition;
    await put(test, { ...definition, channels: [{ channel: 'sms', template: 'Hello {{ firstName }}' }] });
    await change(test, campaignId, 'ApproveCampaign');
    await settle(test);
    const resent = (await ofType(test, 'MessageQueued')).filter(({ data }) => data.followUp);
    assert.deepEqual(
      resent.map(({ data, private: hidden }) => [data.version, hidden?.body]),
      [
        [1, 'Hi Ada, your glasses are ready.'],
        [2, 'Hello Ada'],
      ],
    );
    assert.deepEqual((await ofType(test, 'MessageCanceled')).length, 0);
  });

  it("go in the hours of their own channel, not at any time that the campaign's other channels may have", async () => {
    const window = { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as Weekday[], from: '09:00', to: '17:00' };
    const own = { channel: 'sms', template: 'Hi {{ firstName }}', schedule: { sendAt: '2026-11-02T16:00:00Z', window } } as const;
    const other = await activeCampaign(test, { ...sendNow, name: 'Glasses by day', schedule: 'now', clock: 'campaign', channels: [own] });
    const packet = await load(test, other, content, 'more.csv');
    await settle(test);
    // three in the morning in Boise
    test.clock.set('2026-11-03T10:00:00.000Z');
    assert.equal((await resendFailed(test.house, { packetId: packet }, causeAt(test))).again, 1);
    const before = (await ofType(test, 'MessageSending')).length;
    await runToEnd(test);
    const late = (await ofType(test, 'MessageSending')).slice(before).map(({ occurredAt }) => occurredAt);
    assert.deepEqual(late, ['2026-11-03T16:00:00.000Z']);
  });

  it('are refused while the campaign does not send, and for packets nobody knows', async () => {
    await change(test, campaignId, 'PauseCampaign');
    await assert.rejects(again(), { code: 'campaign_not_active' });
    await assert.rejects(resendFailed(test.house, { packetId: 'pkt_none' }, causeAt(test)), { code: 'packet_unknown' });
  });
});
