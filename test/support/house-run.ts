import { acceptDrop } from '#app/accept-drop.ts';
import { answerReply } from '#app/answer-reply.ts';
import { fireCampaign } from '#app/fire-campaign.ts';
import { loadPacket } from '#app/load-packet.ts';
import { queueRows } from '#app/queue-rows.ts';
import { sendDue, type DueHint } from '#app/send-due.ts';
import { tickCampaigns } from '#app/tick-campaigns.ts';
import { tickSends } from '#app/tick-sends.ts';
import { topics } from '#app/topics.ts';
import { judgeAll } from '#app/judge-routes.ts';
import { watchMessages } from '#app/watch-messages.ts';
import { voidLeases } from '#app/void-leases.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { House } from '#app/house.ts';
import type { Hint, TestHouse } from './house.ts';
import { causeAt } from './house-steps.ts';

type Verb = (house: House, data: never, cause: Cause) => Promise<unknown>;

/** What listens on each topic; projections have tests of their own. */
const verbs: Readonly<Record<string, Verb>> = {
  [topics.dropFinalized]: (house, { path }: { path: string }, cause) => acceptDrop(house, path, cause),
  [topics.packet]: (house, { packetId }: { packetId: string }, cause) => loadPacket(house, packetId, cause),
  [topics.campaignFire]: (house, { campaignId }: { campaignId: string }, cause) => fireCampaign(house, campaignId, cause),
  [topics.queueRows]: queueRows,
  [topics.watchMessages]: (house, { path }: { path?: string }, cause) =>
    path === undefined ? judgeAll(house) : watchMessages(house, path, cause),
  [topics.replyReceived]: (house, { path }: { path: string }, cause) => answerReply(house, path, cause),
  [topics.sendNow]: (house, hint: DueHint, cause) => sendDue(house, hint, cause),
  [topics.sendBulk]: (house, hint: DueHint, cause) => sendDue(house, hint, cause),
};

export const deliver = async (test: TestHouse, { topic, data }: Hint): Promise<void> => {
  await verbs[topic]?.(test.house, data as never, causeAt(test));
};

/** Takes the hints of one topic that nobody has delivered yet. */
export const takeHints = ({ hints }: TestHouse, topic: string): readonly Hint[] => {
  const taken = hints.filter((hint) => hint.topic === topic);
  hints.splice(0, hints.length, ...hints.filter((hint) => hint.topic !== topic));
  return taken;
};

/** Delivers every hint, those that follow from it included, one after the other. Delayed ones are lost: a tick finds what they were about. */
export const deliverAll = async (test: TestHouse): Promise<void> => {
  for (let hint = test.hints.shift(); hint; hint = test.hints.shift()) if (hint.delayMs === undefined) await deliver(test, hint);
};

export const tick = async (test: TestHouse): Promise<void> => {
  await tickCampaigns(test.house, causeAt(test));
  await tickSends(test.house, causeAt(test));
  await deliverAll(test);
};

const mostTicks = 60;
/** Longer than a call's time-out and its margin, shorter than what the provider's clock may be wrong by. */
const patienceMs = 2_100;

/**
 * Ticks until nothing is due at this business time. Where something is due but does not move, real time passes. Throws when it does
 * not come to rest.
 */
export const settle = async (test: TestHouse): Promise<void> => {
  for (let ticks = 0; ; ticks++) {
    if (ticks > mostTicks) throw new Error('the house does not come to rest');
    await tick(test);
    const { documents } = test.house;
    const now = test.clock.now();
    const [clock] = await documents.due('campaignClock', now, 1);
    const [work] = await documents.due('queue', now, 1);
    if (!clock && !work) return;
    if (work) test.clock.passReal(patienceMs);
  }
};

/** A new process on the same folder: nobody holds a lease, and hints that were published stand on the bus. */
export const restart = async (test: TestHouse): Promise<void> => {
  test.crashes.revive();
  await voidLeases(test.house);
};

const elevenMinutesMs = 11 * 60_000;

/** The process died: hints in its memory are gone, and the next one comes after the checks of those who lost theirs. */
export const dieAndComeBack = async (test: TestHouse): Promise<void> => {
  test.hints.length = 0;
  await restart(test);
  test.clock.set(new Date(Date.parse(test.clock.now()) + elevenMinutesMs).toISOString());
};

/** Jumps from one due moment to the next until nothing waits. */
export const runToEnd = async (test: TestHouse): Promise<void> => {
  for (;;) {
    await settle(test);
    const { documents } = test.house;
    const moments = [await documents.nextDue('campaignClock'), await documents.nextDue('queue')].filter((at) => at !== undefined);
    const next = moments.sort()[0];
    if (next === undefined) return;
    test.clock.set(next > test.clock.now() ? next : test.clock.now());
  }
};
