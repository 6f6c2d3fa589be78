import assert from 'node:assert/strict';
import { cancelMessage } from '#app/cancel-message.ts';
import { sendOne } from '#app/send-one.ts';
import { showMessage } from '#app/show-message.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { activeCampaign, causeAt, phoneOf, remind, sendNow, testCompany } from '../support/house-steps.ts';
import { runToEnd, settle } from '../support/house-run.ts';
import { receivedBy } from '../support/house-story.ts';

describe('a message that is called off', () => {
  let test: TestHouse;
  beforeEach(async () => {
    // four in the morning in Boise: messages wait for nine
    test = await openTestHouse({ at: '2026-11-02T11:00:00.000Z' });
  });
  afterEach(() => test.close());

  const rows = (n: number, from = 0) =>
    Array.from({ length: n }, (_, place) => from + place).map((at) => ({
      phone: phoneOf(at),
      firstName: `P${at}`,
      person: `P${at}`,
      appointmentDate: '2026-11-20',
      appointmentTime: '10:00',
    }));
  const queue = async (
    n: number,
    definition = remind,
    { reference = 'a', from = 0 } = {},
  ): Promise<{ campaignId: string; ids: readonly string[] }> => {
    const campaignId = await activeCampaign(test, definition);
    const { results } = await sendOne(test.house, { companyId: testCompany, campaignId, rows: rows(n, from), reference }, causeAt(test));
    return { campaignId, ids: results.map((one) => (one.outcome === 'queued' ? one.messageId : one.outcome)) };
  };
  const cancel = (messageId = '', companyId = testCompany): Promise<void> =>
    cancelMessage(test.house, { companyId, messageId, by: 'usr_ana' }, causeAt(test));
  const statusOf = async (messageId = ''): Promise<string> => {
    const { status, code } = await showMessage(test.house, { companyId: testCompany, messageId });
    return code === undefined ? status : `${status} ${code}`;
  };

  it('is not sent, and the others are', async () => {
    const { ids } = await queue(3);
    await cancel(ids[1]);
    await cancel(ids[1]);
    await runToEnd(test);
    assert.deepEqual([...(await receivedBy(test)).keys()].sort(), [phoneOf(0), phoneOf(2)].sort());
    assert.equal(await statusOf(ids[1]), 'canceled called_off');
  });

  it('leaves nothing to do when it was the last one', async () => {
    const { ids } = await queue(1);
    await cancel(ids[0]);
    assert.equal(await test.house.documents.nextDue('queue'), undefined);
  });

  it('may be asked for again: nobody counts it as told', async () => {
    const { ids, campaignId } = await queue(1);
    await cancel(ids[0]);
    const again = await sendOne(test.house, { companyId: testCompany, campaignId, rows: rows(1), reference: 'b' }, causeAt(test));
    assert.equal(again.results[0]?.outcome, 'queued');
  });

  it('is told that it is too late once it was sent, and that it is not there to anybody else', async () => {
    const { ids } = await queue(1, sendNow);
    await settle(test);
    await assert.rejects(cancel(ids[0]), { code: 'message_not_waiting' });
    await assert.rejects(cancel(ids[0], 'co_other'), { code: 'message_unknown' });
    for (const id of ['', 'x', 'msg_nobody-0-1-sms-0']) await assert.rejects(cancel(id), { code: 'message_unknown' });
  });

  it('is sent or called off, never both, however the two meet', async () => {
    for (let nth = 1; nth <= 8; nth++) {
      const { ids } = await queue(2, { ...sendNow, name: `Race ${nth}` }, { reference: `race ${nth}`, from: nth * 10 });
      let answer = '';
      test.crashes.interrupt(nth, async () => {
        answer = await cancel(ids[0]).then(
          () => 'called off',
          (error: { code?: string }) => error.code ?? 'failed',
        );
      });
      await settle(test);
      const status = await statusOf(ids[0]);
      if (answer === 'called off') assert.equal(status, 'canceled called_off', `step ${nth}`);
      else assert.doesNotMatch(status, /canceled/, `step ${nth}: ${answer}`);
      assert.doesNotMatch(await statusOf(ids[1]), /canceled|queued/, `step ${nth}`);
      test.crashes.revive();
    }
  });
});
