import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { packetStream } from '#domain/kernel/streams.ts';
import { nextDueOf, rowChunkPath, type RowChunk } from '#domain/message/row-chunk.ts';
import { startChunkAt } from '#domain/message/start-chunk.ts';
import { packet, type PacketCommand } from '#domain/packet/packet.ts';
import { DocumentMoved, type Document, type DocumentWrite } from '#ports/documents.ts';
import { readCampaign } from './campaign-document.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { scheduledPath, scheduledWrite, type ListedScheduled } from './listed-scheduled.ts';
import type { OfCompany } from './own-packet.ts';
import { packetPath, type PacketDocument } from './packet-document.ts';
import { queueRows } from './queue-rows.ts';
import { serveRequest } from './serve-request.ts';
import { ownScheduled } from './show-scheduled.ts';
import { wakeClock } from './wake-clock.ts';

export type ChangeScheduled = OfCompany & Readonly<{ by?: string | undefined }>;

const tries = 8;

type Waiting = Readonly<{
  document: Document<PacketDocument>;
  chunks: readonly Document<RowChunk>[];
  listed: Document<ListedScheduled> | undefined;
}>;

/** What of it waits. Throws Refusals `scheduled_unknown` and, where nothing does any more, `scheduled_started`. */
const waitingOf = async (house: House, asked: OfCompany): Promise<Waiting> => {
  const { companyId, packetId } = asked;
  const { chunks, campaignId } = await ownScheduled(house, asked);
  const paths = Array.from({ length: chunks }, (_, n) => rowChunkPath(campaignId, packetId, n));
  const [document, listed] = [
    await house.documents.get<PacketDocument>(packetPath(packetId)),
    await house.documents.get<ListedScheduled>(scheduledPath(companyId, packetId)),
  ];
  const found = (await house.documents.getMany<RowChunk>(paths)).flatMap((chunk) => chunk ?? []);
  if (document && found.length > 0) return { document, chunks: found, listed };
  throw new Refusal('scheduled_started', 'its time has come: what still waits of its messages can be called off one by one');
};

type Change = Readonly<{
  command: Extract<PacketCommand, { type: 'ReschedulePacket' | 'CancelPacket' }>;
  startsAt: string | undefined;
  chunk: (chunk: RowChunk) => RowChunk;
}>;

/** The packet's event, its rows, the list and the campaign's clock change together: of this and the run that takes the rows one is first. */
const commitChange = async (house: House, asked: OfCompany, { command, startsAt, chunk }: Change, cause: Cause): Promise<void> => {
  const { companyId, packetId } = asked;
  const { document, chunks, listed } = await waitingOf(house, asked);
  const { path, data, version, dueAt } = document;
  const after: PacketDocument = { ...data, ...(startsAt === undefined ? {} : { startsAt }) };
  const listWrite: DocumentWrite =
    startsAt !== undefined && listed
      ? { ...scheduledWrite(listed.data, startsAt), ifVersion: listed.version }
      : { path: scheduledPath(companyId, packetId), delete: true };
  const writes: readonly DocumentWrite[] = [
    { path, data: after, ifVersion: version, ...(dueAt === undefined ? {} : { dueAt }) },
    ...chunks.map((found): DocumentWrite => {
      const next = chunk(found.data);
      return {
        path: found.path,
        data: next,
        ifVersion: found.version,
        dueAt: next.calledOff ? cause.now : (nextDueOf(next.due) ?? cause.now),
      };
    }),
    listWrite,
  ];
  await wakeClock(house, data.campaignId, cause, async (wake) => {
    const documents = (): readonly DocumentWrite[] => [...writes, wake];
    await handle(house.store, packet, { stream: packetStream(packetId), companyId, command, cause, documents });
  });
};

/** Whoever takes its rows, or changes it, in the same moment is first. */
const change = async (house: House, asked: OfCompany, made: Change, cause: Cause): Promise<void> => {
  for (let left = tries; ; left--) {
    try {
      return await commitChange(house, asked, made, cause);
    } catch (error) {
      if (!(error instanceof DocumentMoved) || left <= 1) throw error;
    }
  }
};

/** Rows that stand in no log yet come there first. */
const loaded = async (house: House, asked: OfCompany, cause: Cause) => {
  const found = await ownScheduled(house, asked);
  if (found.status === 'accepted') await serveRequest(house, asked.packetId, cause);
  return found;
};

/** Its messages go from another time on, which may be earlier, or now. Throws Refusals: scheduled_unknown, scheduled_started, scheduled_canceled. */
export const rescheduleMessages = async (
  house: House,
  { by, startsAt, ...asked }: ChangeScheduled & Readonly<{ startsAt: string }>,
  cause: Cause,
): Promise<void> => {
  const { campaignId } = await loaded(house, asked, cause);
  const command = { type: 'ReschedulePacket', data: { packetId: asked.packetId, campaignId, startsAt, by } } as const;
  await change(house, asked, { command, startsAt, chunk: (found) => startChunkAt(found, startsAt) }, cause);
};

const isCalledOff = async (house: House, packetId: string): Promise<boolean> =>
  (await house.store.read(packetStream(packetId))).events.some(({ type }) => type === 'PacketCanceled');

/**
 * None of its messages goes; each touch is skipped (`called_off`), of a paused campaign when it is resumed. Twice is as good as once. Throws Refusals:
 * scheduled_unknown, scheduled_started.
 */
export const callOffScheduled = async (house: House, { by, ...asked }: ChangeScheduled, cause: Cause): Promise<void> => {
  const { packetId } = asked;
  const { campaignId } = await loaded(house, asked, cause);
  const command = { type: 'CancelPacket', data: { packetId, campaignId, by } } as const;
  if (!(await isCalledOff(house, packetId)))
    await change(house, asked, { command, startsAt: undefined, chunk: (found) => ({ ...found, calledOff: true }) }, cause);
  const { chunks } = await ownScheduled(house, asked);
  const runs = (await readCampaign(house.documents, campaignId))?.campaign.runs ?? 0;
  for (let n = 0; n < chunks; n++) await queueRows(house, { path: rowChunkPath(campaignId, packetId, n), run: Math.max(1, runs) }, cause);
};
