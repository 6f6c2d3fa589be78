import type { Cause } from '#domain/kernel/event.ts';
import { packetStream } from '#domain/kernel/streams.ts';
import { packet, type PacketCommand } from '#domain/packet/packet.ts';
import { DocumentMoved, type Document, type DocumentWrite } from '#ports/documents.ts';
import { appointmentsOf, listedAt, type KnownAppointment } from './appointment-path.ts';
import { appointmentWrite } from './appointment-writes.ts';
import { duePages } from './due-pages.ts';
import { newestList, noteNewest, readFullLists } from './full-lists.ts';
import { handle } from './handle.ts';
import { heldPath, heldPackets, type HeldPacket } from './held-path.ts';
import type { House } from './house.ts';
import { packetPath, type PacketDocument } from './packet-document.ts';
import { timeLimit } from './time-limit.ts';
import { topics } from './topics.ts';
import { wakeClock } from './wake-clock.ts';

/** Up to this share of a list may vanish unasked; more looks like half an export. */
const mostVanish = 0.1;
/** Counted for the words of a list that is held; beyond it "at least" is good enough. */
const mostCounted = 10_000;
/** A handler marks no more after this much real time: the next one goes on. */
const mostMs = 120_000;
const tries = 8;

type List = Readonly<{ packetId: string; found: Document<PacketDocument>; order: number }>;

/** Appointments to come that an older full list of the same source had, and this one has not. */
async function* vanishedIn(house: House, { found, order }: List, now: string): AsyncGenerator<readonly Document<KnownAppointment>[]> {
  const before = new Date(Date.parse(listedAt(order)) - 1).toISOString();
  const { source } = found.data;
  for await (const page of duePages<KnownAppointment>(house.documents, appointmentsOf(found.data.campaignId), before)) {
    yield page.filter(
      ({ data }) => (data.listed ?? order) < order && data.source === source && data.gone === undefined && (data.at ?? '9') > now,
    );
  }
}

const countVanished = async (house: House, list: List, now: string): Promise<number> => {
  let vanished = 0;
  for await (const page of vanishedIn(house, list, now)) {
    vanished += page.length;
    if (vanished >= mostCounted) break;
  }
  return vanished;
};

const isTooMuch = (vanished: number, relisted: number): boolean => vanished > (vanished + relisted) * mostVanish;

type Storing = Readonly<{
  command: PacketCommand;
  after: Pick<PacketDocument, 'list' | 'vanished'>;
  more?: readonly DocumentWrite[];
}>;

/** The list's own messages waited for it. */
const store = async (house: House, { packetId, found }: List, { command, after, more = [] }: Storing, cause: Cause): Promise<void> => {
  const { companyId, campaignId } = found.data;
  const write = { path: packetPath(packetId), data: { ...found.data, ...after }, ifVersion: found.version };
  await wakeClock(house, campaignId, cause, async (wake) => {
    await handle(house.store, packet, {
      stream: packetStream(packetId),
      companyId,
      command,
      cause,
      documents: () => [write, wake, ...more],
    });
  });
  await house.bus.publish(topics.campaignFire, [{ data: { campaignId }, key: campaignId }]);
};

/** Nothing of it is canceled before a person has looked. */
const hold = async (house: House, list: List, vanished: number, cause: Cause): Promise<void> => {
  const { packetId, found } = list;
  const { companyId, campaignId, relisted = 0 } = found.data;
  const held: HeldPacket = { companyId, campaignId, packetId, vanished, relisted, order: list.order, source: found.data.source };
  const more: DocumentWrite = { path: heldPath(campaignId, packetId), data: held, dueAt: cause.now };
  await store(
    house,
    list,
    {
      command: { type: 'HoldPacket', data: { packetId, campaignId, vanished, relisted } },
      after: { list: 'held', vanished },
      more: [more],
    },
    cause,
  );
  house.log.warn(
    { alert: 'list_held', packetId, campaignId, vanished, relisted },
    'a full list lacks so much of the one before that a person is to look',
  );
};

const markSome = (house: House, { order }: List, some: readonly Document<KnownAppointment>[], now: string): Promise<void> =>
  house.documents.write(some.map((one) => appointmentWrite(one.path, { ...one.data, gone: order }, one, now)));

/** Marks what vanished: its messages are held back when their hour comes. False when the handler's time was over first. */
const mark = async (house: House, list: List, now: string): Promise<boolean> => {
  const isOver = timeLimit(house.clock, mostMs);
  const { campaignId, source } = list.found.data;
  for (let left = tries; ;) {
    try {
      // before it is looked what older ones had: what they bring from now on is gone when it comes
      const lists = await readFullLists(house, campaignId);
      await house.documents.write(noteNewest(campaignId, { source, order: list.order }, lists));
      for await (const page of vanishedIn(house, list, now)) {
        if (page.length > 0) await markSome(house, list, page, now);
        if (isOver()) return false;
      }
      return true;
    } catch (error) {
      // another packet speaks of some of them at the same time: look again
      if (!(error instanceof DocumentMoved) || --left === 0) throw error;
    }
  }
};

/** A newer list that was compared answers what older ones were held for. */
const settledBy = async (house: House, { found, order }: List): Promise<readonly DocumentWrite[]> => {
  const held = await house.documents.due<HeldPacket>(heldPackets(found.data.campaignId), '9999', 100);
  const { source } = found.data;
  return held.filter(({ data }) => data.order <= order && data.source === source).map(({ path }) => ({ path, delete: true }));
};

const finish = async (house: House, list: List, cause: Cause): Promise<void> => {
  const { packetId, found } = list;
  const { campaignId, relisted = 0, vanished = 0 } = found.data;
  const command = { type: 'FinishComparing', data: { packetId, campaignId, vanished, relisted } } as const;
  await store(house, list, { command, after: { list: 'compared' }, more: await settledBy(house, list) }, cause);
};

const readList = async ({ documents }: House, packetId: string): Promise<List | undefined> => {
  const found = await documents.get<PacketDocument>(packetPath(packetId));
  const isDue = found?.data.status === 'loaded' && (found.data.list === 'full' || found.data.list === 'confirmed');
  return isDue ? { packetId, found, order: found.data.order ?? 0 } : undefined;
};

/** A newer list of its source was compared: this one has nothing to say any more. */
const isLate = async (house: House, { found, order }: List): Promise<boolean> =>
  newestList(await readFullLists(house, found.data.campaignId), found.data.source) > order;

/** How much vanished is written down before anything is marked; undefined where a person is to look first. */
const decided = async (house: House, list: List, cause: Cause): Promise<List | undefined> => {
  const { found, packetId } = list;
  if (found.data.vanished !== undefined) return list;
  const vanished = await countVanished(house, list, cause.now);
  if (isTooMuch(vanished, found.data.relisted ?? 0)) {
    await hold(house, list, vanished, cause);
    return undefined;
  }
  await house.documents.write([{ path: found.path, data: { ...found.data, vanished }, dueAt: cause.now, ifVersion: found.version }]);
  return readList(house, packetId);
};

/**
 * Compares a full list that is loaded with what full lists before it had: what vanished is sent no more, unless it is so much that a person is
 * to look first. Does nothing for any other packet.
 */
export const compareList = async (house: House, packetId: string, cause: Cause): Promise<void> => {
  const found = await readList(house, packetId);
  if (!found) return;
  if (await isLate(house, found)) return finish(house, found, cause);
  const list = await decided(house, found, cause);
  if (!list) return;
  if (await mark(house, list, cause.now)) return finish(house, list, cause);
  await house.bus.publish(topics.packet, [{ data: { packetId }, key: packetId }]);
};
