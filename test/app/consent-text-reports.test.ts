import assert from 'node:assert/strict';
import { readLedger } from '#adapters/simulator/ledger.ts';
import { receiveStatus } from '#app/receive-status.ts';
import { setSender } from '#app/set-sender.ts';
import { showMessage } from '#app/show-message.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, people, phoneOf, sendNow, testCompany } from '../support/house-steps.ts';
import { ofType } from '../support/house-story.ts';

describe('what we say about consent', () => {
  let test: TestHouse;
  let known = 0;
  before(async () => (test = await openTestHouse({ listening: true, at: '2026-11-02T18:00:00.000Z' })));
  after(() => test.close());

  /** What his phone has shown after the first message. */
  const hears = async (to: string): Promise<readonly string[]> => {
    await settle(test);
    const bodies: string[] = [];
    for await (const line of readLedger(test.simulator.ledgerFile)) if (line.status === 'queued' && line.to === to) bodies.push(line.body);
    return bodies.slice(1);
  };

  it('has reports of its own, and is shown like any message', async () => {
    const id = await activeCampaign(test);
    await load(test, id, people(1, { from: known * 7 }), 'people.csv');
    await settle(test);
    const to = phoneOf((known += 1) * 7 - 7);
    await test.simulator.control.write({ from: to, to: sendNow.from, body: 'no more texts please' });
    assert.equal((await hears(to)).length, 1);
    const queued = (await ofType(test, 'MessageQueued')).find(({ data, private: said }) => said?.to === to && data.followUp);
    const sent = (await ofType(test, 'MessageSent')).find(({ stream }) => stream === queued?.stream);
    assert.ok(sent);
    const { name: provider, accountId } = test.provider;
    const messageId = messageIdIn(sent.stream, sent.data);
    const report = { messageId, accountId, reference: sent.data.reference, status: 'delivered' as const };
    await receiveStatus(test.house, provider, report, causeAt(test));
    assert.equal((await showMessage(test.house, { companyId: testCompany, messageId })).status, 'delivered');
    await assert.rejects(showMessage(test.house, { companyId: 'co_other', messageId }), { code: 'message_unknown' });
    const receive = (change: object) => receiveStatus(test.house, provider, { ...report, ...change }, causeAt(test));
    await assert.rejects(receive({ accountId: 'AC00000000000000000000000000000001' }), { code: 'message_foreign' });
    const { row, channel, offset } = sent.data;
    for (const place of [{ row: row + 1 }, { channel: 'mms' as const }, { offset: offset + 1 }])
      await assert.rejects(receive({ messageId: messageIdIn(sent.stream, { row, channel, offset, ...place }) }), {
        code: 'message_unknown',
      });
  });

  it('confirms the opt-out of each brand by itself, and that of all of them once', async () => {
    const [dental, vision] = ['+12085550197', '+12085550198'];
    for (const [number, brandId] of Object.entries({ [dental]: 'brd_dental', [vision]: 'brd_eyes' })) {
      await setSender(test.house, { companyId: testCompany, kind: 'number', number, brandId }, causeAt(test));
      const id = await activeCampaign(test, { ...sendNow, name: brandId, from: number });
      await load(test, id, people(1, { from: known * 7 }).replaceAll('P', brandId), `${brandId}.csv`);
    }
    const to = phoneOf((known += 1) * 7 - 7);
    const told = async (body: string, own: string): Promise<number> => {
      const before = (await hears(to)).length;
      await test.simulator.control.write({ from: to, to: own, body });
      return (await hears(to)).length - before;
    };
    assert.deepEqual([await told('no more texts please', dental), await told('stop texting me', dental)], [1, 0]);
    assert.deepEqual([await told('no more texts please', vision), await told('stop texting me', vision)], [1, 0]);
    assert.equal(await told('subscribe', dental), 1);
    assert.equal(await told('stop texting me', vision), 0, 'the other brand stands as it was');
    assert.equal(await told('no more texts please', dental), 1, 'it is a new opt-out');
    await told('subscribe', dental);
    await told('subscribe', vision);
    assert.deepEqual([await told('please stop everything', vision), await told('no more texts please', dental)], [1, 0]);
  });
});
