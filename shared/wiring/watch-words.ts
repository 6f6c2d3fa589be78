import { houseStatus, type HouseStatus } from '#app/house-status.ts';
import type { LiveHouse } from './live-house.ts';

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const waitsOf = ({ campaigns, queue, bus }: HouseStatus): string => {
  const waiting = campaigns.reduce((sum, { waitingTouches }) => sum + waitingTouches, 0);
  const parts = [
    ...(queue.messages > 0 ? [`${counted(queue.messages, 'message')} to send`] : []),
    ...(waiting > 0 ? [`${waiting} wait for their day`] : []),
    ...(bus.deadLetters.length > 0 ? ['some work was given up: see "carillon status"'] : []),
  ];
  return parts.join(', ') || 'nothing waits';
};

/** "195 delivered, 5 undelivered", of all companies of the house. */
const outcomesOf = async ({ house }: LiveHouse, { campaigns }: HouseStatus): Promise<string> => {
  const counts = new Map<string, number>();
  for (const companyId of new Set(campaigns.map((campaign) => campaign.companyId))) {
    const { rows } = await house.readModel.report('totals-messages', { companyId, campaignId: null });
    for (const { status, messages } of rows) counts.set(String(status), (counts.get(String(status)) ?? 0) + Number(messages));
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const each = [...counts].map(([status, count]) => `${count} ${status.replace('_', ' ')}`);
  return all === 0 ? 'no messages so far' : `${counted(all, 'message')} so far: ${each.join(', ')}`;
};

/** What a house is doing, in one line for whoever watches it. */
export const watchWords = async (live: LiveHouse): Promise<string> => {
  const status = await houseStatus(live.house, live.bus);
  const { state, behindCommits } = status.reporting;
  if (state === 'away') return `${waitsOf(status)}; reports wait for their database`;
  if (behindCommits !== 0) return `${waitsOf(status)}; reports catch up`;
  const outcomes = await outcomesOf(live, status).catch(() => 'reports wait for their database');
  return `${waitsOf(status)}; ${outcomes}`;
};
