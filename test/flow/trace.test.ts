import assert from 'node:assert/strict';
import { openPubSub } from '#adapters/pubsub/open-pubsub.ts';
import { openPushReceiver } from '#adapters/pubsub/push-receiver.ts';
import { tallyLog } from '#app/tally-log.ts';
import { topics } from '#app/topics.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import type { MessageBus } from '#ports/message-bus.ts';
import { enterHouse } from '#wiring/current-house.ts';
import { subscribeDoors } from '#wiring/doors.ts';
import { handingOn } from '#wiring/log-context.ts';
import { openLog } from '#wiring/logging.ts';
import { describeOnEmulators, freshProject, pubsubHost } from '../support/emulators.ts';
import { eventually } from '../support/eventually.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { activeCampaign, people, place, testCompany } from '../support/house-steps.ts';
import { ofType } from '../support/house-story.ts';

type Line = Readonly<Record<string, unknown>>;
const traceId = '0af7651916cd43dd8448eb211c80319c';
const context = { correlation: 'req_origin', traceparent: `00-${traceId}-b7ad6b7169203331-01` };

/** Lets all doors work on the bus, drops a file in the context above, and returns what they logged until it was sent. */
const linesOfADrop = async (test: TestHouse, bus: MessageBus): Promise<readonly Line[]> => {
  const lines: Line[] = [];
  const googleCloud = { projectId: 'carillon-test' } as never;
  const log = openLog({ logLevel: 'info', googleCloud }, { write: (line: string) => void lines.push(JSON.parse(line) as Line) });
  const campaignId = await activeCampaign(test);
  const path = await place(test, campaignId, { content: people(3) });
  enterHouse({ ...test.house, bus: handingOn(bus), log });
  subscribeDoors(bus);
  await bus.publish(topics.dropFinalized, [{ data: { path }, context }]);
  const isDone = async (): Promise<boolean> => totalsOf((await tallyLog(test.opened.store, testCompany)).tally).delivered === 3;
  const isSaidBy = (door: string) => (): boolean => lines.some((line) => line['door'] === door && line['message'] === 'done');
  await eventually('messages in the queue', isSaidBy('queue-rows'));
  await bus.publish(topics.tickSends, [{ data: {}, context }]);
  await eventually('reports of all of them', async () => isSaidBy('send-work')() && (await isDone()));
  return lines;
};

const checkLines = (lines: readonly Line[]): void => {
  const hops = lines.filter(({ correlation }) => correlation === context.correlation);
  const doors = new Set(hops.map(({ door }) => door));
  for (const door of ['accept-drop', 'load-packet', 'fire-campaign', 'queue-rows', 'send-work'])
    assert.ok(doors.has(door), `${door} says where it belongs`);
  const traces = new Set(hops.map((line) => line['logging.googleapis.com/trace']));
  assert.deepEqual(traces, new Set([`projects/carillon-test/traces/${traceId}`]));
  assert.ok(hops.every((line) => line['logging.googleapis.com/trace_sampled'] === true));
  const spans = new Set(hops.map((line) => line['logging.googleapis.com/spanId']));
  assert.ok(spans.size >= doors.size, 'each hop has a span of its own');
  assert.ok(!spans.has('b7ad6b7169203331'));
  for (const { door, cause } of lines.filter((line) => line['door'] !== undefined))
    assert.match(String(cause), /^(?:tsk|psm|req)_\w+/, String(door));
  const reports = lines.filter(({ door }) => door === 'receive-status');
  for (const line of reports) assert.match(String(line['logging.googleapis.com/trace']), /traces\/[0-9a-f]{32}$/);
  assert.doesNotMatch(JSON.stringify(lines), /Person|1208555|glasses/);
};

describe('trace and correlation of a drop', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse({ listening: true });
  });
  afterEach(() => test.close());

  it('lead through all doors of the embedded house, and stand in its events', async () => {
    checkLines(await linesOfADrop(test, test.bus));
    const accepted = await ofType(test, 'PacketAccepted');
    assert.deepEqual(
      accepted.map(({ correlation }) => correlation),
      [context.correlation],
    );
  });

  describeOnEmulators('over Pub/Sub', () => {
    it('lead through all doors that it pushes to', async () => {
      const [receiver, host] = await Promise.all([openPushReceiver(), pubsubHost()]);
      const bus = await openPubSub({ projectId: freshProject(), host, receiver, log: { info: () => undefined } });
      try {
        const subscriptions = Object.values(topics).map((topic) => ({
          topic,
          subscription: `${topic}-door`,
          endpoint: receiver.urlOf(topic),
        }));
        await bus.setUp(subscriptions);
        checkLines(await linesOfADrop(test, bus));
      } finally {
        await bus.close(5_000);
      }
    });
  });
});
