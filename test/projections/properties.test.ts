import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Event } from '#domain/kernel/event.ts';
import { recorded, say, type Told } from '../support/story.ts';
import { contentOf, projected, rowsOf } from '../support/tables.ts';

/** What may be said about a row, sensible or not, in any order. */
const saying = fc.oneof(
  { weight: 3, arbitrary: fc.constant((row: number): Event => say.queued(row)) },
  fc.constant((row: number): Event => say.queued(row, { version: 2, segments: 3, sendAt: '2026-11-05T16:00:00.000Z' })),
  fc.constant((row: number): Event => say.rejected(row)),
  fc.constant((row: number): Event => say.skipped(row)),
  fc.constant((row: number): Event => say.joined(row)),
  fc.nat({ max: 3 }).map(
    (attempt) =>
      (row: number): Event =>
        say.sending(row, attempt + 1),
  ),
  fc.constantFrom({}, { price: '0.0079', currency: 'USD' }, { price: '0.01', currency: 'EUR', segments: 2 }).map(
    (more) =>
      (row: number): Event =>
        say.sent(row, more),
  ),
  fc.constant((row: number): Event => say.failed(row)),
  fc.constantFrom('MessageExpired' as const, 'MessageCanceled' as const, 'MessageDoubted' as const).map(
    (type) =>
      (row: number): Event =>
        say.ended(type, row, 'window_past'),
  ),
  {
    weight: 4,
    arbitrary: fc.constantFrom('sending', 'sent', 'delivered', 'undelivered', 'failed', 'read', 'canceled').map(
      (status) =>
        (row: number): Event =>
          say.reported(row, status),
    ),
  },
);

const commit = fc
  .record({ chunk: fc.nat({ max: 2 }), says: fc.array(fc.tuple(fc.integer({ min: 2, max: 4 }), saying), { minLength: 1, maxLength: 6 }) })
  .map(({ chunk, says }): Told => ({ stream: `chunk-pkt_a-${chunk}`, events: says.map(([row, event]) => event(row + chunk * 500)) }));

const stories = fc.array(commit, { maxLength: 25 });

/** The commits in another order that keeps each stream's own. */
const shuffled = (story: readonly Told[], order: readonly number[]): readonly Told[] => {
  const queues = new Map<string, Told[]>();
  for (const told of story) queues.set(told.stream, [...(queues.get(told.stream) ?? []), told]);
  const streams = [...queues.keys()];
  const result: Told[] = [];
  for (let n = 0; result.length < story.length; n++) {
    const told =
      queues.get(streams[(order[n % order.length] ?? 0) % streams.length]!)?.shift() ??
      [...queues.values()].find((queue) => queue.length > 0)?.shift();
    if (told) result.push(told);
  }
  return result;
};

const sumOf = (rows: readonly Readonly<Record<string, unknown>>[], column: string): number =>
  rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);

describe('projections of any story', () => {
  it('do not care how it is cut into batches', () =>
    fc.assert(
      fc.property(stories, fc.integer({ min: 1, max: 8 }), (story, records) => {
        const events = recorded(story);
        assert.deepEqual(projected(events, { records }), projected(events));
      }),
    ));

  it('take every event once, however often it comes', () =>
    fc.assert(
      fc.property(stories, fc.integer({ min: 1, max: 8 }), (story, records) => {
        const events = recorded(story);
        const once = projected(events);
        const tables = projected(events, { records });
        assert.deepEqual(projected(events, { records: 3, tables }), once);
      }),
    ));

  it('do not care in which order streams arrive', () =>
    fc.assert(
      fc.property(stories, fc.array(fc.nat(), { minLength: 1, maxLength: 30 }), (story, order) => {
        assert.deepEqual(contentOf(projected(recorded(shuffled(story, order)))), contentOf(projected(recorded(story))));
      }),
    ));

  it('count what the rows add up to', () =>
    fc.assert(
      fc.property(stories, fc.integer({ min: 1, max: 8 }), (story, records) => {
        const tables = projected(recorded(story), { records });
        const messages = rowsOf(tables, 'messages');
        const counters = rowsOf(tables, 'message_analytics');
        const outcomes = rowsOf(tables, 'row_outcomes');
        assert.equal(sumOf(counters, 'messages_queued'), messages.length);
        assert.equal(sumOf(counters, 'messages_sent'), messages.filter((row) => row['sent_at'] !== null).length);
        for (const status of ['delivered', 'undelivered', 'failed', 'expired', 'canceled', 'read', 'in_doubt'])
          assert.equal(sumOf(counters, `messages_${status}`), messages.filter((row) => row['status'] === status).length, status);
        assert.equal(sumOf(counters, 'cost_millionths'), Math.round(sumOf(messages, 'cost') * 1e6));
        assert.equal(sumOf(rowsOf(tables, 'touch_analytics'), 'touches'), outcomes.length);
        const touches = new Set(outcomes.map((row) => row['file_row']));
        for (const message of messages) assert.ok(touches.has(message['file_row'] ?? null));
      }),
    ));
});
