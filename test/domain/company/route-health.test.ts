import assert from 'node:assert/strict';
import type { Route } from '#domain/company/events.ts';
import { movesFor, verdictOf, type Counts, type Health } from '#domain/company/route-health.ts';
import type { Moved } from '#domain/company/routing.ts';

const now = '2026-11-20T10:30:30.000Z';
const minute = (ago: number): string => new Date(Date.parse(now) - ago * 60_000).toISOString().slice(0, 16);
const twilio = { provider: 'twilio', accountId: 'AC1' };
const telnyx = { provider: 'telnyx', accountId: 'T1' };
const bandwidth = { provider: 'bandwidth', accountId: 'B1' };

const health = (
  of: typeof twilio,
  minutes: readonly (readonly [ago: number, counts: Partial<Counts>])[],
  more: Partial<Health> = {},
): Health => ({
  ...of,
  channel: 'sms',
  minutes: Object.fromEntries(minutes.map(([ago, counts]) => [minute(ago), { sent: 0, ended: 0, undelivered: 0, ...counts }])),
  ...more,
});
const verdict = (...minutes: readonly (readonly [number, Partial<Counts>])[]) => verdictOf(health(twilio, minutes), now);

describe('an account', () => {
  it('is well where everything ends soon', () => assert.equal(verdict([10, { sent: 100, ended: 100 }]), 'well'));
  it('is slow where more than 15 of 100 have no end after five minutes', () => {
    assert.equal(verdict([10, { sent: 100, ended: 84 }]), 'slow');
    assert.equal(verdict([10, { sent: 100, ended: 85 }]), 'well');
    assert.equal(verdict([10, { sent: 100 }]), 'slow');
  });
  it('has time for what it was given a moment ago', () => {
    assert.equal(verdict([4, { sent: 100 }]), 'well');
    assert.equal(verdict([10, { sent: 100 }], [3, { ended: 100 }]), 'well');
  });
  it('does not deliver where more than 15 of 100 ends were none', () => {
    assert.equal(verdict([1, { sent: 100, ended: 100, undelivered: 16 }]), 'undelivered');
    assert.equal(verdict([1, { sent: 100, ended: 100, undelivered: 15 }]), 'well');
  });
  it('is judged by a quarter of an hour, and by fifty messages at least', () => {
    assert.equal(verdict([16, { sent: 100, ended: 100, undelivered: 100 }]), 'well');
    assert.equal(verdict([21, { sent: 100 }]), 'well');
    assert.equal(verdict([10, { sent: 49 }]), 'well');
    assert.equal(verdict([1, { ended: 49, undelivered: 49 }]), 'well');
  });
  it('is never slow where it does not tell what was delivered', () =>
    assert.equal(verdictOf(health(twilio, [[10, { sent: 100 }]], { isMute: true }), now), 'well'));
  it('may have limits of its own', () => {
    const of = health(twilio, [[10, { sent: 100, ended: 90 }]]);
    assert.equal(verdictOf(of, now, { slowPercent: 5, undeliveredPercent: 15 }), 'slow');
  });
});

const sms = (of: typeof twilio, change: Partial<Route> = {}): Route => ({ channel: 'sms', ...of, weight: 50, priority: 1, ...change });
const slow = (of: typeof twilio): Health => health(of, [[10, { sent: 100 }]]);
const before = (of: typeof twilio, points: number, movedAt: string, why: Moved['why'] = 'slow'): Moved => ({
  ...of,
  channel: 'sms',
  points,
  movedAt,
  why,
});
const moves = (routes: readonly Route[], all: readonly Health[], moved: readonly Moved[] = []) =>
  movesFor({ routes, health: all, moved, now }).map(({ provider, points, why }) => [provider, points, why]);
const ago = (minutes: number): string => new Date(Date.parse(now) - minutes * 60_000).toISOString();

describe('the weights of routes', () => {
  const both = [sms(twilio), sms(telnyx)];
  it('stay where all are well', () => assert.deepEqual(moves(both, []), []));
  it('move by ten points from one that is not well to the other', () =>
    assert.deepEqual(moves(both, [slow(twilio)]), [
      ['twilio', -10, 'slow'],
      ['telnyx', 10, 'relieves'],
    ]));
  it('move to all that are well, each a part', () =>
    assert.deepEqual(moves([...both, sms(bandwidth)], [slow(twilio)]), [
      ['twilio', -10, 'slow'],
      ['telnyx', 5, 'relieves'],
      ['bandwidth', 5, 'relieves'],
    ]));
  it('move away to the next priority where none of the same is left', () =>
    assert.deepEqual(moves([sms(twilio), sms(telnyx, { priority: 2 })], [slow(twilio)]), [['twilio', -10, 'slow']]));
  it('stay where none is well', () => assert.deepEqual(moves(both, [slow(twilio), slow(telnyx)]), []));
  it('move once a minute', () => {
    const at = (minutes: number) => [before(twilio, -10, ago(minutes)), before(telnyx, 10, ago(minutes), 'relieves')];
    assert.deepEqual(moves(both, [slow(twilio)], at(0.5)), []);
    assert.deepEqual(moves(both, [slow(twilio)], at(1)), [
      ['twilio', -20, 'slow'],
      ['telnyx', 20, 'relieves'],
    ]);
  });
  it('move no further than everything', () =>
    assert.deepEqual(moves(both, [slow(twilio)], [before(twilio, -100, ago(5)), before(telnyx, 100, ago(5), 'relieves')]), []));
  it('come back by ten points, after a quarter of an hour, and every five minutes from then on', () => {
    const at = (minutes: number, why: Moved['why'] = 'slow') => [before(twilio, -20, ago(minutes), why)];
    assert.deepEqual(moves(both, [], at(14)), []);
    assert.deepEqual(moves(both, [], at(15)), [['twilio', -10, 'well']]);
    assert.deepEqual(moves(both, [], at(4, 'well')), []);
    assert.deepEqual(moves(both, [], at(5, 'well')), [['twilio', -10, 'well']]);
  });
  it('come back to what they were, from either side', () =>
    assert.deepEqual(moves(both, [], [before(twilio, -5, ago(20)), before(telnyx, 10, ago(20), 'relieves')]), [
      ['twilio', 0, 'well'],
      ['telnyx', 0, 'well'],
    ]));
});
