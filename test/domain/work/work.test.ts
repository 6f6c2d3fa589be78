import assert from 'node:assert/strict';
import type { Place } from '#domain/kernel/ids.ts';
import { schemaOf } from '#domain/catalogue.ts';
import { decideWork, type CallOutcome, type DoubtOutcome, type WorkCommand } from '#domain/work/work.ts';
import { dueAtOf, dueIndexes, queueOf, withoutReplaced, type WorkItem } from '#domain/work/work-item.ts';
import * as fc from 'fast-check';

const now = '2026-12-07T16:00:00.000Z';
const later = '2026-12-07T17:00:00.000Z';
const startedAt = '2026-11-20T08:00:00.000Z';
const sender = { provider: 'twilio', accountId: 'AC1' };

const places: readonly Place[] = [2, 3, 5, 8, 13].map((row) => ({ row, channel: 'sms', offset: 0 }));
const all = places.map((_, index) => index);

const item = (change: Partial<WorkItem> = {}): WorkItem => ({
  companyId: 'co_a',
  campaignId: 'cmp_a',
  channel: 'sms',
  priority: 'bulk',
  payload: { stream: 'chunk-pkt_a-0', partition: 'bulk-0', position: 2, cause: 'pkt_a/0/0@1' },
  pending: all.map((index) => [index, now]),
  inFlight: [],
  attempt: 0,
  ...change,
});
const flying = (...indexes: number[]): WorkItem =>
  item({
    pending: all.filter((index) => !indexes.includes(index)).map((index) => [index, now]),
    inFlight: indexes.map((index) => [index, startedAt, 'twilio/AC1']),
  });

const decide = (command: WorkCommand, before = item()) => decideWork(command, { item: before, places });
const at = (index: number) => ({ ...places[index]!, campaignId: 'cmp_a' });
const nothing = (command: WorkCommand, before: WorkItem): void => assert.deepEqual(decide(command, before), { events: [], item: before });

const expire = (...indexes: number[]): WorkCommand => ({ type: 'ExpireMessages', data: { indexes, code: 'window_past' } });
const cancel = (...indexes: number[]): WorkCommand => ({ type: 'CancelMessages', data: { indexes, code: 'opted_out' } });
const postpone = (...to: [number, string][]): WorkCommand => ({ type: 'PostponeMessages', data: { to } });
const intend = (...indexes: number[]): WorkCommand => ({ type: 'IntendMessages', data: { ...sender, indexes, startedAt } });
const record = (...outcomes: [number, CallOutcome][]): WorkCommand => ({
  type: 'RecordOutcomes',
  data: { ...sender, outcomes, now: later },
});
const settle = (...doubts: [number, DoubtOutcome][]): WorkCommand => ({ type: 'SettleDoubts', data: { ...sender, doubts, now: later } });

const accepted: CallOutcome = { kind: 'accepted', reference: 'SM1', segments: 2 };
const refused: CallOutcome = { kind: 'refused', code: 'number_invalid', providerCode: '21211', retryable: false };
const turnedAway: CallOutcome = { kind: 'refused', code: 'rate_limited', retryable: true };
const unknown: CallOutcome = { kind: 'unknown', code: 'timeout' };
const notCalled: CallOutcome = { kind: 'not_called' };

describe('a message that waits', () => {
  it('expires', () =>
    assert.deepEqual(decide(expire(1)), {
      events: [{ type: 'MessageExpired', data: { ...at(1), code: 'window_past' } }],
      item: item({ pending: [0, 2, 3, 4].map((index) => [index, now]) }),
    }));
  it('is canceled', () => {
    const { events, item: after } = decide(cancel(4, 0));
    assert.deepEqual(
      events.map(({ type, data }) => [type, data.row]),
      [
        ['MessageCanceled', 13],
        ['MessageCanceled', 2],
      ],
    );
    assert.deepEqual(
      after.pending.map(([index]) => index),
      [1, 2, 3],
    );
  });
  it('ends once, also where it is named twice', () => assert.equal(decide(expire(1, 1)).events.length, 1));
  it('is postponed without an event', () =>
    assert.deepEqual(decide(postpone([2, later], [9, later])), {
      events: [],
      item: item({ pending: all.map((index) => [index, index === 2 ? later : now]) }),
    }));
  it('is intended before it is called', () =>
    assert.deepEqual(decide(intend(0, 3), item({ attempt: 2 })), {
      events: [0, 3].map((index) => ({ type: 'MessageSending', data: { ...at(index), ...sender, attempt: 3 } })),
      item: { ...flying(0, 3), attempt: 2 },
    }));
  it('is intended once, also where it is named twice', () => {
    const { events, item: after } = decide(intend(0, 0));
    assert.equal(events.length, 1);
    assert.deepEqual(after, flying(0));
  });
  it('has no outcome', () => {
    nothing(record([0, accepted], [1, turnedAway], [2, notCalled], [3, refused]), item({ attempt: 3 }));
    nothing(settle([0, { kind: 'found', reference: 'SM1' }], [1, { kind: 'absent' }], [2, { kind: 'untold', code: 'no_answer' }]), item());
  });
});

describe('a message in flight', () => {
  const away = flying(0, 1, 2);

  it('can not be ended, moved or intended any more', () => {
    for (const command of [expire(0), cancel(1), postpone([2, later]), intend(0, 1)]) nothing(command, away);
  });
  it('was sent', () =>
    assert.deepEqual(decide(record([1, accepted]), away), {
      events: [{ type: 'MessageSent', data: { ...at(1), ...sender, reference: 'SM1', segments: 2 } }],
      item: { ...away, inFlight: [0, 2].map((index) => [index, startedAt, 'twilio/AC1']) },
    }));
  it('was refused for good', () =>
    assert.deepEqual(decide(record([1, refused]), away).events, [
      { type: 'MessageFailed', data: { ...at(1), code: 'number_invalid', providerCode: '21211' } },
    ]));
  it('was refused without a code of the provider', () =>
    assert.deepEqual(decide(record([1, { kind: 'refused', code: 'blocked', retryable: false }]), away).events, [
      { type: 'MessageFailed', data: { ...at(1), code: 'blocked' } },
    ]));
  it('stays in flight where nobody knows', () => nothing(record([0, unknown], [1, unknown]), { ...away, attempt: 4 }));
  it('waits again where it was turned away or never called', () =>
    assert.deepEqual(decide(record([1, turnedAway], [2, notCalled]), away), {
      events: [],
      item: {
        ...flying(0),
        attempt: 1,
        pending: [
          [3, now],
          [4, now],
          [1, later],
          [2, later],
        ],
      },
    }));
  it('has one outcome, the first that says something', () => {
    const { events, item: after } = decide(record([1, unknown], [1, accepted], [1, refused], [1, turnedAway]), away);
    assert.deepEqual(
      events.map(({ type }) => type),
      ['MessageSent'],
    );
    assert.equal(after.pending.length + after.inFlight.length, 4);
    assert.equal(after.attempt, 0);
    nothing(record([1, accepted]), after);
  });
  it('was found at the provider', () =>
    assert.deepEqual(decide(settle([1, { kind: 'found', reference: 'SM7' }]), away).events, [
      { type: 'MessageSent', data: { ...at(1), ...sender, reference: 'SM7' } },
    ]));
  it('waits again where the provider does not have it', () => {
    const { events, item: after } = decide(settle([1, { kind: 'absent' }]), away);
    assert.deepEqual(events, []);
    assert.deepEqual(after.pending.at(-1), [1, later]);
  });
  it('is held in doubt where nobody can tell, and leaves the item', () => {
    const { events, item: after } = decide(settle([1, { kind: 'untold', code: 'no_answer' }], [1, { kind: 'absent' }]), away);
    assert.deepEqual(events, [{ type: 'MessageDoubted', data: { ...at(1), code: 'no_answer' } }]);
    assert.equal(after.pending.length + after.inFlight.length, 4);
  });
});

describe('the attempts of an item', () => {
  const attempts = (before: number, ...outcomes: CallOutcome[]): number =>
    decide(record(...outcomes.map((outcome, n): [number, CallOutcome] => [n, outcome])), { ...flying(0, 1, 2), attempt: before }).item
      .attempt;

  it('count groups that a provider turned away, one each', () => {
    assert.equal(attempts(2, turnedAway, turnedAway), 3);
    assert.equal(attempts(2, accepted, turnedAway), 3);
  });
  it('begin anew once it takes messages', () => {
    assert.equal(attempts(2, accepted), 0);
    assert.equal(attempts(2, refused, notCalled), 0);
  });
  it('stay where nothing was heard', () => assert.equal(attempts(2, notCalled, unknown), 2));
});

describe('a work item', () => {
  it('stands in the queue of its company', () => assert.equal(queueOf('co_a'), 'companies/co_a/queue'));
  it('wants a hand at once while something is in flight', () =>
    assert.equal(dueAtOf({ ...flying(0), pending: [[1, later]] }, '2026-01-01T00:00:00.000Z'), '2026-01-01T00:00:00.000Z'));
  it('wants a hand when its first message is due', () =>
    assert.equal(
      dueAtOf(
        item({
          pending: [
            [0, later],
            [1, now],
            [2, later],
          ],
        }),
        now,
      ),
      now,
    ));
  it('is over when nothing is left', () => assert.equal(dueAtOf(item({ pending: [] }), now), undefined));
  it('is due message by message, the earliest first, up to a limit', () => {
    const early = '2026-12-07T15:00:00.000Z';
    const mixed = item({
      pending: [
        [0, now],
        [1, later],
        [2, early],
        [3, now],
        [4, early],
      ],
    });
    assert.deepEqual(dueIndexes(mixed, now, 10), [2, 4, 0, 3]);
    assert.deepEqual(dueIndexes(mixed, now, 3), [2, 4, 0]);
    assert.deepEqual(dueIndexes(mixed, early, 10), [2, 4]);
    assert.deepEqual(dueIndexes(mixed, '2026-12-07T14:59:59.999Z', 10), []);
    assert.equal(mixed.pending.length, 5, 'asking changes nothing');
  });
  it('knows only its own messages', () => {
    assert.throws(() => decideWork(expire(0), { item: item(), places: [] }), /no message 0/);
  });
});

describe('any decisions about an item', () => {
  const index = fc.integer({ min: 0, max: 6 });
  const indexes = fc.array(index, { maxLength: 6 });
  const time = fc.constantFrom(now, later);
  const outcome = fc.constantFrom(accepted, refused, turnedAway, unknown, notCalled);
  const doubt = fc.constantFrom<DoubtOutcome>({ kind: 'found', reference: 'SM1' }, { kind: 'absent' }, { kind: 'untold', code: 'x' });
  const command: fc.Arbitrary<WorkCommand> = fc.oneof(
    indexes.map((list) => expire(...list)),
    indexes.map((list) => cancel(...list)),
    fc.array(fc.tuple(index, time), { maxLength: 4 }).map((list) => postpone(...list)),
    indexes.map((list) => intend(...list)),
    fc.array(fc.tuple(index, outcome), { maxLength: 6 }).map((list) => record(...list)),
    fc.array(fc.tuple(index, doubt), { maxLength: 6 }).map((list) => settle(...list)),
  );
  const ends = new Set(['MessageSent', 'MessageFailed', 'MessageExpired', 'MessageCanceled', 'MessageDoubted']);
  const whereabouts = (of: WorkItem, ended: readonly number[]): readonly number[] =>
    [...of.pending.map(([n]) => n), ...of.inFlight.map(([n]) => n), ...ended].toSorted((one, other) => one - other);

  it('leave every message in one place: waiting, in flight, or ended by one event', () => {
    const property = fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      let current = item();
      const ended: number[] = [];
      for (const next of commands) {
        const before = current;
        const { events, item: after } = decide(next, before);
        for (const event of events) {
          schemaOf.get(event.type)!.data.parse(event.data);
          const own = places.findIndex(({ row }) => row === event.data.row);
          if (event.type === 'MessageSending') assert.ok(before.pending.some(([n]) => n === own));
          if (ends.has(event.type)) ended.push(own);
        }
        current = after;
        assert.deepEqual(whereabouts(current, ended), all);
        assert.equal(dueAtOf(current, now) === undefined, ended.length === all.length);
      }
    });
    fc.assert(property, { numRuns: 1000 });
  });

  it('change nothing when they come again', () => {
    const repeatable = command.filter(({ type }) => type !== 'RecordOutcomes' && type !== 'SettleDoubts');
    const property = fc.property(fc.array(command, { maxLength: 15 }), repeatable, (commands, last) => {
      nothing(
        last,
        [...commands, last].reduce((current, next) => decide(next, current).item, item()),
      );
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('messages that gave way to newer ones', () => {
  it('wait no more, and make the item due until their own stream knows', () => {
    const left = withoutReplaced(item(), [1, 3]);
    assert.deepEqual(
      left?.pending.map(([index]) => index),
      [0, 2, 4],
    );
    assert.deepEqual(left?.replaced, [1, 3]);
    const alone = withoutReplaced(item({ pending: [[4, later]], replaced: [1] }), [4]);
    assert.deepEqual([alone?.pending, alone?.replaced, alone && dueAtOf(alone, now)], [[], [1, 4], now]);
  });

  it('are only those that wait', () => {
    assert.equal(withoutReplaced(flying(1), [0, 1]), undefined);
    assert.equal(withoutReplaced(item({ pending: [] }), [0]), undefined);
  });

  it('are canceled once', () => {
    const told: WorkCommand = { type: 'CancelReplaced', data: { code: 'replaced' } };
    const { events, item: after } = decide(told, item({ pending: [], replaced: [1, 3] }));
    assert.deepEqual(
      events,
      [1, 3].map((index) => ({ type: 'MessageCanceled', data: { ...at(index), code: 'replaced' } })),
    );
    assert.deepEqual([dueAtOf(after, now), decide(told, after).events], [undefined, []]);
  });
});
