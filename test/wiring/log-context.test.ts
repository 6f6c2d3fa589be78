import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BusMessage } from '#ports/message-bus.ts';
import { atDoor, currentContext, handingOn, hopFields, inHop } from '#wiring/log-context.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const spanId = 'b7ad6b7169203331';
const fields = async (arrived: Parameters<typeof inHop>[0]) => inHop(arrived, async () => hopFields('carillon-test'));

describe('what every log line of a hop carries', () => {
  it('is nothing outside of a door', () => {
    assert.deepEqual([hopFields(), currentContext()], [{}, undefined]);
  });

  it("is a request's trace, by W3C's header or Google's older one", async () => {
    const expected = {
      cause: 'req_1',
      correlation: 'req_1',
      'logging.googleapis.com/trace': `projects/carillon-test/traces/${traceId}`,
      'logging.googleapis.com/spanId': spanId,
      'logging.googleapis.com/trace_sampled': true,
    };
    assert.deepEqual(await fields({ cause: 'req_1', headers: { traceparent: `00-${traceId}-${spanId}-01` } }), expected);
    const decimal = BigInt(`0x${spanId}`).toString();
    assert.deepEqual(await fields({ cause: 'req_1', headers: { 'x-cloud-trace-context': `${traceId}/${decimal};o=1` } }), expected);
  });

  it('is a new trace where there is none, or one that is none', async () => {
    const seen = new Set<unknown>();
    for (const headers of [
      {},
      { traceparent: 'Ada Lovelace' },
      { traceparent: `00-${'0'.repeat(32)}-${spanId}-01` },
      { traceparent: `00-${traceId}` },
      { 'x-cloud-trace-context': `${traceId}/${'9'.repeat(30)}` },
      { 'x-cloud-trace-context': 'x/1' },
    ]) {
      const trace = (await fields({ cause: 'req_1', headers }))['logging.googleapis.com/trace'];
      assert.match(String(trace), /^projects\/carillon-test\/traces\/[0-9a-f]{32}$/);
      assert.ok(!String(trace).includes(traceId));
      seen.add(trace);
    }
    assert.equal(seen.size, 6);
  });

  it("goes on from a message, whatever the push's own headers say, under a span of its own", async () => {
    const context = { correlation: 'req_0', traceparent: `00-${traceId}-${spanId}-00` };
    const headers = { traceparent: `00-${'f'.repeat(32)}-${spanId}-01` };
    const { 'logging.googleapis.com/spanId': own, ...rest } = await fields({ cause: 'tsk_1', context, headers });
    assert.notEqual(own, spanId);
    assert.deepEqual(rest, {
      cause: 'tsk_1',
      correlation: 'req_0',
      'logging.googleapis.com/trace': `projects/carillon-test/traces/${traceId}`,
      'logging.googleapis.com/trace_sampled': false,
    });
  });

  it('keeps hops apart that are under way at once, and stays with what a hop began', async () => {
    const hop = (n: number) =>
      atDoor(`door-${n}`, () =>
        inHop({ cause: `tsk_${n}` }, async () => {
          await sleep(n % 3);
          return [hopFields()['door'], hopFields()['cause'], currentContext()?.correlation];
        }),
      );
    const all = await Promise.all(Array.from({ length: 20 }, (_, n) => hop(n)));
    assert.deepEqual(
      all,
      Array.from({ length: 20 }, (_, n) => [`door-${n}`, `tsk_${n}`, `tsk_${n}`]),
    );
  });

  it('is handed on with whatever is published in it, unless the message has its own', async () => {
    const sent: BusMessage[] = [];
    const bus = handingOn({ publish: async (_, messages) => void sent.push(...messages) });
    const own = { correlation: 'mine' };
    await bus.publish('work', [{ data: {} }]);
    await inHop({ cause: 'tsk_1', headers: { traceparent: `00-${traceId}-${spanId}-01` } }, () =>
      bus.publish('work', [{ data: {} }, { data: {}, context: own }]),
    );
    assert.deepEqual(
      sent.map(({ context }) => context),
      [undefined, { correlation: 'tsk_1', traceparent: `00-${traceId}-${spanId}-01` }, own],
    );
  });
});
