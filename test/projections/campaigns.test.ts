import assert from 'node:assert/strict';
import type { Event } from '#domain/kernel/event.ts';
import type { Row } from '#projections/projection.ts';
import { minutes, recorded, say } from '../support/story.ts';
import { projected, rowsOf } from '../support/tables.ts';

const campaignId = 'cmp_a';
const channels = [{ channel: 'sms', template: 'Hi' }];
const twice = { name: 'Twice', channels, schedule: { offsetDays: [7, 2] } };
const revised = (definition: unknown, version = 2): Event => ({ type: 'CampaignRevised', data: { campaignId, version, definition } });
const approved = (version: number): Event => ({ type: 'CampaignApproved', data: { campaignId, version, approvedBy: 'usr_1' } });
const activated: Event = { type: 'CampaignActivated', data: { campaignId, version: 1 } };

const campaignAfter = (...events: readonly Event[]): Row => {
  const story = events.map((event, n) => ({ stream: 'campaign-cmp_a', events: [event], at: minutes(n) }));
  return rowsOf(projected(recorded(story)), 'campaigns')[0]!;
};
const pick = (row: Row, ...columns: readonly string[]) => columns.map((column) => row[column]);

describe('the row of a campaign', () => {
  it('begins as a draft with its definition', () => {
    const row = campaignAfter(say.drafted(twice));
    assert.deepEqual(pick(row, 'status', 'name', 'version', 'approved_version', 'touches_per_row'), ['draft', 'Twice', 1, null, 2]);
    assert.deepEqual(JSON.parse(String(row['definition'])), twice);
  });

  it('counts the touches of the newest version until one is approved, then of the approved one', () => {
    const tpr = (...events: readonly Event[]) => campaignAfter(say.drafted(), ...events)['touches_per_row'];
    assert.equal(tpr(), 1);
    assert.equal(tpr(revised(twice)), 2);
    assert.equal(tpr(approved(1), revised(twice)), 1);
    assert.equal(tpr(approved(1), revised(twice), approved(2)), 2);
  });

  it('goes from ready to archived', () => {
    const steps: readonly Event[] = [
      say.drafted(),
      approved(1),
      activated,
      { type: 'CampaignFired', data: { campaignId, run: 4, version: 1, firedAt: minutes(3) } },
      { type: 'CampaignPaused', data: { campaignId } },
      { type: 'CampaignResumed', data: { campaignId, version: 1 } },
      { type: 'CampaignArchived', data: { campaignId } },
    ];
    assert.deepEqual(
      steps.map((_, n) => campaignAfter(...steps.slice(0, n + 1))['status']),
      ['draft', 'ready', 'active', 'active', 'paused', 'active', 'archived'],
    );
    assert.deepEqual(pick(campaignAfter(...steps), 'runs', 'approved_version', 'approved_by'), [4, 1, 'usr_1']);
  });

  it('stays active when a new version is written and approved', () =>
    assert.equal(campaignAfter(say.drafted(), approved(1), activated, revised(twice), approved(2))['status'], 'active'));
});

describe('the row of a packet', () => {
  const packetAfter = (...events: readonly Event[]): Row =>
    rowsOf(projected(recorded([{ stream: 'packet-pkt_a', events }])), 'packets')[0]!;
  const failed: Event = {
    type: 'PacketFailed',
    data: { packetId: 'pkt_a', campaignId, code: 'column_missing', rows: 0 },
    private: { message: 'The file has no column "phone".' },
  };

  it('is ingested, then loaded', () => {
    assert.deepEqual(pick(packetAfter(say.accepted()), 'status', 'file_name', 'file_rows'), ['ingested', 'Ada Lovelace.csv', 0]);
    assert.deepEqual(pick(packetAfter(say.accepted(), say.loaded(12)), 'status', 'file_rows', 'chunks'), ['loaded', 12, 1]);
  });
  it('fails with a code and what to do, also at the door', () => {
    for (const events of [[say.accepted(), failed], [failed]])
      assert.deepEqual(pick(packetAfter(...events), 'status', 'failure_code', 'failure_message'), [
        'failed',
        'column_missing',
        'The file has no column "phone".',
      ]);
  });
  it('that is a full list was held, confirmed and compared', () => {
    const full = say.accepted();
    const list = { ...full, data: { ...(full.data as object), list: 'full' } } as Event;
    const on = { packetId: 'pkt_a', campaignId };
    const held: Event = { type: 'PacketHeld', data: { ...on, vanished: 3, relisted: 17 } };
    const confirmed: Event = { type: 'PacketConfirmed', data: { ...on, confirmedBy: 'usr_ann' } };
    const compared: Event = { type: 'PacketCompared', data: { ...on, vanished: 3, relisted: 17 } };
    const steps = [list, say.loaded(17), held, confirmed, compared];
    const columns = ['status', 'list_state', 'vanished', 'relisted', 'confirmed_by'] as const;
    const after = (n: number): readonly unknown[] => pick(packetAfter(...steps.slice(0, n)), ...columns);
    assert.deepEqual([1, 3, 4, 5].map(after), [
      ['ingested', 'full', null, null, null],
      ['loaded', 'held', 3, 17, null],
      ['loaded', 'confirmed', 3, 17, 'usr_ann'],
      ['loaded', 'compared', 3, 17, 'usr_ann'],
    ]);
    assert.deepEqual(pick(packetAfter(full), 'list_state'), [null]);
  });
  it('forgets its name with its key', () => {
    const { private: _gone, ...accepted } = say.accepted();
    assert.deepEqual(pick(packetAfter(accepted), 'status', 'file_name'), ['ingested', null]);
  });
});

describe('the row of a company', () => {
  it('is written once', () => {
    const story = [{ stream: 'company-co_a', events: [say.registered(), say.registered()] }];
    assert.deepEqual(rowsOf(projected(recorded(story)), 'companies'), [
      {
        company_id: 'co_a',
        name: 'Smile Dental',
        provider: 'twilio',
        account_id: 'AC1',
        registered_at: '2026-11-02 15:00:00.000',
        position: 1,
        ordinal: 0,
      },
    ]);
  });
});
