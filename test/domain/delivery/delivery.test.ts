import assert from 'node:assert/strict';
import { schemaOf } from '#domain/catalogue.ts';
import { isFinal, rankOf, statusAfter, statusOf, type MessageStatus } from '#domain/delivery/delivery.ts';
import { reportedStatus } from '#domain/delivery/events.ts';
import * as fc from 'fast-check';

const statuses = Object.keys(rankOf) as readonly MessageStatus[];
const status = fc.constantFrom(...statuses);
const after = (list: readonly MessageStatus[]): MessageStatus | undefined =>
  list.reduce<MessageStatus | undefined>((current, next) => statusAfter(current, next), undefined);

const permutations = <Value>(list: readonly Value[]): readonly (readonly Value[])[] =>
  list.length === 0 ? [[]] : list.flatMap((value, n) => permutations(list.toSpliced(n, 1)).map((rest) => [value, ...rest]));

describe('the status of a message', () => {
  it('goes one way', () => {
    assert.equal(after(['queued', 'sending', 'sent', 'delivered', 'read']), 'read');
    assert.equal(after(['queued', 'sending', 'sent', 'undelivered']), 'undelivered');
    assert.equal(after(['queued', 'sending', 'in_doubt']), 'in_doubt');
    assert.equal(after(['queued', 'sending', 'in_doubt', 'sent']), 'sent');
    assert.equal(after(['queued', 'expired']), 'expired');
    assert.equal(after(['queued', 'sending', 'delivered', 'sent', 'sending', 'queued']), 'delivered');
  });

  it('believes the network where we thought that nothing was sent', () => {
    for (const ours of ['expired', 'canceled', 'failed'] as const) {
      assert.equal(statusAfter(ours, 'delivered'), 'delivered');
      assert.equal(statusAfter('undelivered', ours), 'undelivered');
    }
  });

  it('is not delivered where reports contradict each other', () => {
    assert.equal(after(['delivered', 'undelivered']), 'undelivered');
    assert.equal(after(['undelivered', 'delivered']), 'undelivered');
  });

  it('is final once nothing but a better report can change it', () => {
    assert.deepEqual(
      statuses.filter((one) => !isFinal(one)),
      ['queued', 'sending', 'in_doubt', 'sent'],
    );
    for (const final of statuses.filter(isFinal)) for (const next of statuses) assert.ok(isFinal(statusAfter(final, next)));
  });

  it('never goes back by rank', () => {
    for (const current of statuses) {
      for (const next of statuses) {
        const then = statusAfter(current, next);
        assert.ok(then === current || then === next);
        assert.ok(rankOf[then] >= rankOf[current] && rankOf[then] >= rankOf[next]);
      }
    }
  });

  it('is the same in whatever order its reports come', () => {
    for (const some of [statuses.slice(0, 6), statuses.slice(4, 10), statuses.slice(2, 8)]) {
      const ends = new Set(permutations(some).map(after));
      assert.equal(ends.size, 1, [...ends].join());
    }
  });

  it('is the same in whatever order, and however often, any reports come', () => {
    const property = fc.property(fc.array(status, { minLength: 1, maxLength: 12 }), fc.infiniteStream(fc.nat()), (list, dice) => {
      const keys = new Map(list.map((_, n) => [n, dice.next().value as number]));
      const shuffled = [...list.entries()].toSorted(([one], [other]) => keys.get(one)! - keys.get(other)!).map(([, one]) => one);
      assert.equal(after(shuffled), after(list));
      assert.equal(after([...list, ...shuffled]), after(list));
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('the status that an event speaks for', () => {
  const spoken: Readonly<Record<string, MessageStatus>> = {
    MessageQueued: 'queued',
    MessageSending: 'sending',
    MessageSent: 'sent',
    MessageFailed: 'failed',
    MessageExpired: 'expired',
    MessageCanceled: 'canceled',
    MessageDoubted: 'in_doubt',
  };
  it('is the one of its name, or none', () => {
    for (const type of schemaOf.keys()) if (type !== 'DeliveryReported') assert.equal(statusOf({ type, data: {} }), spoken[type], type);
  });
  it('is what a report says', () => {
    for (const reported of reportedStatus.options)
      assert.equal(statusOf({ type: 'DeliveryReported', data: { status: reported } }), reported);
  });
});
