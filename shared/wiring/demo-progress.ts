import { houseStatus } from '#app/house-status.ts';
import { readPacketDocument } from '#app/packet-document.ts';
import type { OpenHouse } from './open-house.ts';

/** `now`: the demo's own time, UTC ISO. `touches` are those of the rows read so far; `done` the ones that wait neither for a day nor in the queue. */
export type DemoProgress = Readonly<{
  now: string;
  reading: boolean;
  rows: number;
  touches: number;
  done: number;
  reports: 'ready' | 'away';
}>;

type Asked = Readonly<{
  campaignId: string;
  packetId: string;
  /** of one row */
  touches: number;
  /** real time between two looks: counting costs time that the demo measures */
  everyMs?: number;
}>;

/** Tells how things stand, at most once a second unless told. */
export const demoProgress = (
  live: Pick<OpenHouse, 'house' | 'bus'>,
  asked: Asked,
  tell: (progress: DemoProgress) => void,
): (() => Promise<void>) => {
  const { house, bus } = live;
  const { everyMs = 1_000 } = asked;
  let toldAt = Date.now();
  return async () => {
    if (Date.now() - toldAt < everyMs) return;
    const packet = await readPacketDocument(house.documents, asked.packetId);
    const { now, campaigns, queue, reporting } = await houseStatus(house, bus);
    const waiting = campaigns.find(({ campaignId }) => campaignId === asked.campaignId)?.waitingTouches ?? 0;
    const touches = (packet?.rows ?? 0) * asked.touches;
    const done = Math.max(0, touches - waiting - queue.messages);
    tell({ now, reading: packet?.status !== 'loaded', rows: packet?.rows ?? 0, touches, done, reports: reporting.state });
    toldAt = Date.now();
  };
};
