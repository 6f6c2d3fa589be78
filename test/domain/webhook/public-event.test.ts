import assert from 'node:assert/strict';
import { eventTypes, hears, isEventFilter } from '#domain/webhook/event-types.ts';
import { publicEventOf } from '#domain/webhook/public-event.ts';
import { mostAttempts, nextWaitMs, retryWaitsMs } from '#domain/webhook/retry.ts';
import { approvedEvents } from '../../architecture/approved-events.ts';

/** Streams in which such events stand. */
const streamOf = (type: string): string =>
  /^(?:Message|Touch|Delivery)/.test(type) && type !== 'MessageReceived' ? 'chunk-pkt_h7k2m9qxw3np-0' : 'company-co_hillside';

describe('what customers are told', () => {
  const approved = approvedEvents();
  const told = approved.map((event) => ({ event, public: publicEventOf({ ...event, id: 'c/0', stream: streamOf(event.type) }) }));

  it('fits the catalogue, whatever event of the log it is made of', () => {
    for (const { event, public: one } of told) {
      if (!one) continue;
      // what is looked up beside the event comes later
      const schema = eventTypes[one.type].data.partial().strict();
      assert.deepEqual(schema.safeParse(one.data).error?.issues, undefined, `${event.file} as ${one.type}`);
    }
  });
  it('is every type of the catalogue, from some event', () => {
    const statuses = ['delivered', 'undelivered', 'failed', 'read', 'canceled'].map((status) => {
      const data = { row: 1, channel: 'sms', offset: 0, provider: 'p', accountId: 'a', reference: 'r', status };
      return publicEventOf({ type: 'DeliveryReported', id: 'c/0', stream: 'chunk-pkt_a-0', data })?.type;
    });
    const types = new Set([...told.map((one) => one.public?.type), ...statuses]);
    assert.deepEqual(
      Object.keys(eventTypes).filter((type) => !types.has(type as never)),
      [],
    );
  });
  it('names the same fact once, whoever tells of it', () => {
    const place = { row: 3, channel: 'sms', offset: 0 };
    const failed = (type: string, data: object) =>
      publicEventOf({ type, id: `${type}/0`, stream: 'chunk-pkt_a-0', data: { ...place, ...data } });
    const [one, other] = [failed('MessageFailed', { campaignId: 'cmp_a', code: 'x' }), failed('DeliveryReported', { status: 'failed' })];
    assert.deepEqual([one?.type, one?.fact], [other?.type, other?.fact]);
    assert.equal(one?.fact, 'msg_pkt_a-0-3-sms-0'.replace('pkt_', ''));
  });
  it('names nobody who was forgotten', () => {
    for (const type of ['MessageReceived', 'ConsentWithdrawn', 'PacketFailed']) {
      const event = approved.find((one) => one.type === type)!;
      const text = JSON.stringify(publicEventOf({ ...event, private: undefined, id: 'c/0', stream: 'x' })?.data);
      const people = Object.values(event.private as object).filter((value) => typeof value === 'string' && value.length > 3) as string[];
      assert.ok(people.length > 0);
      for (const one of people) assert.ok(!text.includes(one), type);
    }
  });
});

describe('filters of events', () => {
  it('name a type, a kind, or all', () => {
    assert.deepEqual(
      ['*', 'message.*', 'message.failed', 'message.sent'].map((one) => hears([one], 'message.failed')),
      [true, true, true, false],
    );
    assert.deepEqual(['*', 'message.*', 'message.failed', 'mess*', 'other.*', '', 'constructor', '.*'].map(isEventFilter), [
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('attempts', () => {
  it('are ten, over three days, spread by a tenth', () => {
    const hours = (chance: number): number =>
      retryWaitsMs.reduce((sum, _, n) => sum + nextWaitMs({ attempts: n + 1, chance })!, 0) / 3_600_000;
    assert.deepEqual([mostAttempts, Math.round(hours(0.5))], [10, 76]);
    assert.ok(hours(0) > 67 && hours(1) < 84);
    assert.equal(nextWaitMs({ attempts: 10, chance: 0.5 }), undefined);
  });
  it('wait as long as they are asked to, a day at most, and never less than they would', () => {
    assert.equal(nextWaitMs({ attempts: 1, chance: 0.5, retryAfterMs: 60_000 }), 60_000);
    assert.equal(nextWaitMs({ attempts: 2, chance: 0.5, retryAfterMs: 1 }), 300_000);
    assert.equal(nextWaitMs({ attempts: 1, chance: 0.5, retryAfterMs: 1e12 }), 86_400_000);
  });
});
