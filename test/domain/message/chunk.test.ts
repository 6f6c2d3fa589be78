import assert from 'node:assert/strict';
import type { Place } from '#domain/kernel/ids.ts';
import { chunk, type AssembledTouch, type ChunkEvent, type QueueTouches } from '#domain/message/chunk.ts';
import * as fc from 'fast-check';
import { specFor } from '../../support/given.ts';

const { given } = specFor(chunk);

const place = (row: number, offset = 0): Place => ({ row, channel: 'sms', offset });
const idOf = (row: number, offset = 0): string => `msg_a-3-${row}-sms-${offset}`;
const common = { version: 2, run: 4, from: '+12085550199' };
const sendAt = '2026-12-07T16:00:00.000Z';
const facts = { to: '+12085550100', body: 'Hi', sendAt, segments: 1, claim: 'c1' };

const message = (row: number, change: Partial<Extract<AssembledTouch, { kind: 'message' }>> = {}): AssembledTouch => ({
  place: place(row),
  kind: 'message',
  ...facts,
  ...change,
});
const queue = (touches: readonly AssembledTouch[], perPersonPerDay?: QueueTouches['data']['perPersonPerDay']): QueueTouches => ({
  type: 'QueueTouches',
  data: { packetId: 'pkt_a', chunk: 3, campaignId: 'cmp_a', ...common, touches, ...(perPersonPerDay ? { perPersonPerDay } : {}) },
});

const at = (row: number, offset = 0) => ({ ...place(row, offset), campaignId: 'cmp_a' });
const queued = (row: number, change: object = {}) =>
  ({
    type: 'MessageQueued',
    data: { ...at(row), ...common, sendAt, segments: 1, claim: 'c1', ...change },
    private: { to: facts.to, body: facts.body },
  }) as const;
const skipped = (row: number, code: string, owner?: string) =>
  ({ type: 'TouchSkipped', data: { ...at(row), code, ...(owner === undefined ? {} : { owner }) } }) as const;

describe('a chunk', () => {
  const rows = [
    { row: 2, cells: ['a', 'b'] },
    { row: 4, cells: [''], fault: 'row_unreadable' },
  ];
  const loaded: readonly ChunkEvent[] = [
    { type: 'RowLoaded', data: { row: 2 }, private: { cells: ['a', 'b'] } },
    { type: 'RowLoaded', data: { row: 4, fault: 'row_unreadable' }, private: { cells: [''] } },
  ];
  it('is loaded with its rows', () =>
    given()
      .when({ type: 'LoadRows', data: { rows } })
      .then(...loaded));
  it('is loaded once', () =>
    given(...loaded)
      .when({ type: 'LoadRows', data: { rows } })
      .thenNothing());
});

describe('a touch', () => {
  it('becomes a message', () =>
    given()
      .when(queue([message(2)]))
      .then(queued(2)));
  it('tells until when its message is worth something', () => {
    const validUntil = '2026-12-08T19:45:00.000Z';
    given()
      .when(queue([message(2, { validUntil })]))
      .then(queued(2, { validUntil }));
  });
  it('is rejected with what stood in the file in private', () => {
    const rejected: AssembledTouch = { place: place(2), kind: 'rejected', code: 'phone_invalid', field: 'phone', value: '12' };
    const told = { type: 'TouchRejected', data: { ...at(2), code: 'phone_invalid', field: 'phone' }, private: { value: '12' } } as const;
    given()
      .when(queue([rejected]))
      .then(told);
  });
  it('is rejected without a field where the whole row is at fault', () =>
    given()
      .when(queue([{ place: place(2), kind: 'rejected', code: 'row_too_wide' }]))
      .then({ type: 'TouchRejected', data: { ...at(2), code: 'row_too_wide' }, private: { value: '' } }));
  it('is skipped', () =>
    given()
      .when(queue([{ place: place(2), kind: 'skipped', code: 'past_window' }]))
      .then(skipped(2, 'past_window')));
  it('is decided once, whatever was decided', () => {
    const past: readonly ChunkEvent[] = [
      queued(2),
      skipped(3, 'past_window'),
      { type: 'TouchRejected', data: { ...at(4), code: 'too_long' }, private: { value: '' } },
    ];
    given(...past)
      .when(queue([message(2), message(3), message(4), message(5, { claim: 'c5' })]))
      .then(queued(5, { claim: 'c5' }));
  });
  it('is decided once where a command names it twice', () =>
    given()
      .when(queue([message(2), message(2, { claim: 'c9' })]))
      .then(queued(2)));
  it('is another one by another offset', () =>
    given(queued(2))
      .when(queue([message(2, { place: place(2, 1), claim: 'c9' })]))
      .then(queued(2, { offset: 1, claim: 'c9' })));
  it('stays decided whatever becomes of its message', () =>
    given(queued(2), { type: 'MessageExpired', data: { ...at(2), code: 'window_past' } })
      .when(queue([message(2)]))
      .thenNothing());
});

describe('a newer packet', () => {
  const older = (waits: boolean, more: object = {}) => ({
    owner: 'msg_b-0-7-sms-0',
    campaignId: 'cmp_a',
    order: 1,
    facts: 'n.1',
    waits,
    ...more,
  });
  const newer = (touches: readonly AssembledTouch[], change: Partial<QueueTouches['data']> = {}): QueueTouches => {
    const command = queue(touches, { limit: 1, counts: { p: 1 } });
    return { ...command, data: { ...command.data, order: 2, corrections: true, ...change } };
  };
  const again = (row: number, waits: boolean, facts = 'n.2', more: object = {}) =>
    message(row, { facts, held: older(waits, more), personDay: 'p' });
  const after = { followUp: { kind: 'correction', of: 'msg_b-0-7-sms-0' } } as const;

  it('replaces a message that waits, whatever the limit of the person', () =>
    given()
      .when(newer([again(2, true)]))
      .then(queued(2, { replaces: ['msg_b-0-7-sms-0'] })));
  it('corrects one that was sent, beside its own touch', () =>
    given()
      .when(newer([again(2, false)]))
      .then(skipped(2, 'corrected', 'msg_b-0-7-sms-0'), queued(2, after)));
  it('replaces a correction by a correction', () =>
    given()
      .when(newer([again(2, true, 'n.2', { owner: 'msg_c-0-9-sms-0', corrects: 'msg_b-0-7-sms-0' })]))
      .then(skipped(2, 'corrected', 'msg_b-0-7-sms-0'), queued(2, { replaces: ['msg_c-0-9-sms-0'], ...after })));
  it('replaces nothing that another of its rows says once more', () =>
    given()
      .when(newer([again(2, true), again(3, true, 'n.1')]))
      .then(skipped(2, 'duplicate', 'msg_b-0-7-sms-0'), skipped(3, 'duplicate', 'msg_b-0-7-sms-0')));
  it('replaces a message once', () =>
    given()
      .when(newer([again(2, true), again(3, true, 'n.3')]))
      .then(queued(2, { replaces: ['msg_b-0-7-sms-0'] }), skipped(3, 'duplicate', idOf(2))));
});

describe('a claim', () => {
  it('that another message holds makes a duplicate, which names its owner', () =>
    given()
      .when(queue([message(2, { held: { owner: 'msg_b-0-7-sms-0', waits: false } })]))
      .then(skipped(2, 'duplicate', 'msg_b-0-7-sms-0')));
  it('of two rows of one command goes to the first', () =>
    given()
      .when(queue([message(2), message(3), message(4)]))
      .then(queued(2), skipped(3, 'duplicate', idOf(2)), skipped(4, 'duplicate', idOf(2))));
  it('of its own makes no duplicate', () =>
    given()
      .when(queue([message(2, { held: { owner: idOf(2), waits: false } })]))
      .then(queued(2)));
  it('is not taken by a touch that becomes no message', () =>
    given()
      .when(queue([message(2, { personDay: 'p' }), message(3)], { limit: 1, counts: { p: 1 } }))
      .then(skipped(2, 'person_limit'), queued(3)));
});

describe('a person', () => {
  const of = (row: number, personDay: string) => message(row, { personDay, claim: `c${row}` });
  const to = (row: number) => queued(row, { claim: `c${row}` });

  it('has as many messages a day as the campaign allows, within one command', () =>
    given()
      .when(queue([of(2, 'p'), of(3, 'q'), of(4, 'p'), of(5, 'p')], { limit: 2, counts: {} }))
      .then(to(2), to(3), to(4), skipped(5, 'person_limit')));
  it('has had some already', () =>
    given()
      .when(queue([of(2, 'p'), of(3, 'p')], { limit: 3, counts: { p: 2 } }))
      .then(to(2), skipped(3, 'person_limit')));
  it('has had too many, since the limit was lowered', () =>
    given()
      .when(queue([of(2, 'p')], { limit: 1, counts: { p: 5 } }))
      .then(skipped(2, 'person_limit')));
  it('is not charged for a duplicate', () =>
    given()
      .when(queue([of(2, 'p'), message(3, { personDay: 'p', claim: 'c2' }), of(4, 'p')], { limit: 2, counts: {} }))
      .then(to(2), skipped(3, 'duplicate', idOf(2)), to(4)));
  it('has as many as there are where nobody limits them', () =>
    given()
      .when(queue([of(2, 'p'), of(3, 'p')]))
      .then(to(2), to(3)));
});

describe('any touches', () => {
  const touch = fc.record({
    row: fc.integer({ min: 2, max: 12 }),
    claim: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    personDay: fc.constantFrom('p', 'q', 'constructor'),
  });
  /** Claims that stood before: another message's, and row 2's own. */
  const owners: Readonly<Record<string, string>> = { d: 'msg_b-0-2-sms-0', e: idOf(2) };
  const given = fc.tuple(fc.array(touch, { maxLength: 30 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 }));

  it('are decided once each, with one owner per claim and nobody above the limit', () => {
    const property = fc.property(given, ([touches, limit, had]) => {
      const assembled = touches.map(({ row, claim, personDay }) => {
        const owner = owners[claim];
        return message(row, { claim, personDay, ...(owner === undefined ? {} : { held: { owner, waits: false } }) });
      });
      const counts = { p: had };
      const events = chunk.decide(queue(assembled, { limit, counts }), chunk.initial);
      const first = new Map(assembled.toReversed().map((one) => [one.place.row, one]));
      assert.deepEqual(
        events.map(({ data }) => data.row),
        [...new Set(touches.map(({ row }) => row))],
      );
      const people = new Map<string, number>(Object.entries(counts));
      const claims = new Map<string, number>();
      for (const event of events) {
        const asked = first.get(event.data.row);
        if (event.type !== 'MessageQueued' || asked?.kind !== 'message') continue;
        people.set(asked.personDay!, (people.get(asked.personDay!) ?? 0) + 1);
        claims.set(asked.claim, (claims.get(asked.claim) ?? 0) + 1);
        assert.ok(asked.held === undefined || asked.held.owner === idOf(event.data.row));
      }
      for (const [person, count] of people) assert.ok(count <= Math.max(limit, person === 'p' ? had : 0), `${person} has ${count}`);
      for (const [claim, count] of claims) assert.equal(count, 1, claim);
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('come to the same in one command or in several, each knowing what was taken before', () => {
    const property = fc.property(given, fc.integer({ min: 0, max: 30 }), ([touches, limit], cut) => {
      const assembled = touches.map(({ row, claim, personDay }) => message(row, { claim, personDay }));
      const whole = chunk.decide(queue(assembled, { limit, counts: {} }), chunk.initial);
      const before = chunk.decide(queue(assembled.slice(0, cut), { limit, counts: {} }), chunk.initial);
      const owners = new Map<string, string>();
      const counts: Record<string, number> = Object.create(null) as Record<string, number>;
      for (const event of before) {
        if (event.type !== 'MessageQueued') continue;
        owners.set(event.data.claim, idOf(event.data.row));
        const asked = assembled.find((one) => one.place.row === event.data.row);
        const day = asked?.kind === 'message' ? asked.personDay! : '';
        counts[day] = (counts[day] ?? 0) + 1;
      }
      const rest = assembled.slice(cut).map((one) => {
        const owner = one.kind === 'message' ? owners.get(one.claim) : undefined;
        return owner === undefined ? one : { ...one, held: { owner, waits: false } };
      });
      const after = chunk.decide(queue(rest, { limit, counts }), before.reduce(chunk.evolve, chunk.initial));
      assert.deepEqual([...before, ...after], whole);
    });
    fc.assert(property, { numRuns: 500 });
  });
});
