import assert from 'node:assert/strict';
import { project } from '#app/project.ts';
import type { Event } from '#domain/kernel/event.ts';
import { openReporting, type Reporting } from '../../support/reporting.ts';
import { recorded, storyCompany } from '../../support/story.ts';

const received = (reply: string, from: string, body: string): Event => ({
  type: 'MessageReceived',
  data: { reply, provider: 'twilio', accountId: 'AC1', reference: reply, channel: 'sms', sender: '+12085550199' },
  private: { from, body, raw: { url: '/x', body: 'y' } },
});
const about = { campaignId: 'cmp_a', messageId: 'msg_a-0-2-sms-0', saidAt: '2026-11-02T15:00:00.000Z' };
const story = recorded([
  { stream: 'conversation-co_a-1', events: [received('rpl_a', '+12085550123', 'C')] },
  {
    stream: 'conversation-co_a-1',
    events: [{ type: 'AppointmentConfirmed', data: { reply: 'rpl_a', ...about, confidence: 1, via: 'words' } }],
  },
  { stream: 'conversation-co_a-2', events: [received('rpl_b', '+12085550124', 'who?')] },
  { stream: 'conversation-co_a-2', events: [{ type: 'ReplyParked', data: { reply: 'rpl_b', code: 'TypeError', attempts: 8 } }] },
]);

describe('reports of replies', () => {
  let reporting: Reporting;
  const report = async (name: string, params: Readonly<Record<string, string | number>>) =>
    (await reporting.readModel.report(name, { companyId: storyCompany, ...params })).rows;
  before(async () => {
    reporting = await openReporting();
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const feed = async (_: string, after: number, limit: number) => {
      const events = story.filter(({ position }) => position > after && position <= after + limit);
      return { events, at: events.at(-1)?.position ?? after };
    };
    await project({ store: { feed }, readModel: reporting.readModel, log }, 'other-0');
  });
  after(() => reporting.close());

  it('say what each came to', async () => {
    const totals = (await report('totals-replies', {})).map((row) => `${row['meaning']} ${row['replies']}`);
    assert.deepEqual(totals.toSorted(), ['confirm 1', 'waiting 1']);
    const [first] = await report('replies-from', { phone: '+12085550123', limit: 10 });
    assert.deepEqual([first?.['reply_id'], first?.['body'], first?.['meaning']], ['rpl_a', 'C', 'confirm']);
  });
  it("say what was answered to a campaign on a day, and by which row's person", async () => {
    const day = { campaignId: 'cmp_a', from: '2026-11-02', to: '2026-11-03', limit: 10 };
    const rows = await report('answers', day);
    assert.deepEqual(
      rows.map((row) => [row['packet_id'], row['file_row'], row['meaning']]),
      [['pkt_a', 2, 'confirm']],
    );
    assert.deepEqual(await report('answers', { ...day, from: '2026-11-03', to: '2026-11-04' }), []);
  });
  it('say what is parked, and why', async () => {
    const [parked] = await report('webhooks', { status: 'parked', limit: 10 });
    assert.deepEqual([parked?.['reply_id'], parked?.['error'], parked?.['retries']], ['rpl_b', 'TypeError', 8]);
    assert.equal((await report('webhooks', { status: 'processed', limit: 10 })).length, 1);
  });
});
