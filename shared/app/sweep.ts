import type { Cause } from '#domain/kernel/event.ts';
import { dropsPrefix, packetIdOf, parseDropPath } from './accept-drop.ts';
import { endConsents } from './end-consents.ts';
import { fillCampaignList } from './fill-campaign-list.ts';
import { duePages } from './due-pages.ts';
import type { House } from './house.ts';
import { packetIdIn, packetPath, type PacketDocument } from './packet-document.ts';
import { besideOf } from './side-md5.ts';
import { timeLimit } from './time-limit.ts';
import { topics } from './topics.ts';
import { wakeForgettings } from './wake-forgettings.ts';

const page = 200;
/** Something that should have moved this long ago has lost its hint. */
const stalledMs = 10 * 60_000;
const ago = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString();

/** A handler looks at no more files after this much real time: the next one goes on behind the last of them. */
const mostMs = 150_000;

/** Files whose finalize event was lost: every dropped file that is no packet yet. */
const sweepDrops = async (house: House, from?: string): Promise<number> => {
  const isOver = timeLimit(house.clock, mostMs);
  let lost = 0;
  let after = from;
  for (;;) {
    const files = await house.files.list(dropsPrefix, page, after);
    for (const file of files) {
      const drop = besideOf(file.path) === undefined ? parseDropPath(file.path) : undefined;
      if (!drop || (await house.documents.get(packetPath(packetIdOf(drop, file.md5))))) continue;
      await house.bus.publish(topics.dropFinalized, [{ data: { path: file.path }, key: file.path }]);
      lost += 1;
    }
    after = files.at(-1)?.path;
    if (files.length < page || after === undefined) return lost;
    if (isOver()) {
      await house.bus.publish(topics.sweep, [{ data: { after } }]);
      return lost;
    }
  }
};

/** Packets that nobody loads any more. */
const sweepPackets = async ({ documents, bus }: House, now: string): Promise<number> => {
  let told = 0;
  for await (const stalled of duePages<PacketDocument>(documents, 'packets', ago(now, stalledMs))) {
    const ids = stalled.map(({ path }) => packetIdIn(path));
    await bus.publish(
      topics.packet,
      ids.map((packetId) => ({ data: { packetId }, key: packetId })),
    );
    told += ids.length;
  }
  return told;
};

/** Something registered whose provider is to be asked how it stands. */
const sweepRegistered = async ({ documents, bus }: House, now: string): Promise<number> => {
  const due = await documents.due('registrarLooks', now, 1);
  if (due.length > 0) await bus.publish(topics.registrarLooks, [{ data: {}, key: 'registrar-looks' }]);
  return due.length;
};

const expiredPerSweep = 20_000;

/** Finds what stopped moving, whatever lost its hint, and removes documents and uploads whose time is over. */
export const sweep = async (house: House, cause: Cause, after?: string): Promise<void> => {
  const drops = await sweepDrops(house, after);
  const packets = await sweepPackets(house, cause.now);
  await sweepRegistered(house, cause.now);
  const consents = await endConsents(house, cause.now);
  await fillCampaignList(house);
  const forgettings = await wakeForgettings(house, cause.now);
  const uploads = (await house.uploads?.sweep()) ?? 0;
  const expired = await house.documents.removeExpired(cause.now, expiredPerSweep);
  house.log.info({ drops, packets, consents, forgettings, uploads, expired }, 'swept');
};
