import { messagesIn } from '#domain/delivery/chunk-messages.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { dueAtOf, withoutReplaced, workPath, type WorkItem } from '#domain/work/work-item.ts';
import { DocumentMoved, type Document } from '#ports/documents.ts';
import { appointmentPath, overtakenBy, type KnownAppointment } from './appointment-path.ts';
import type { BookingPlace } from './booking.ts';
import type { Claim } from './hold-claims.ts';
import type { House } from './house.ts';
import { readPacketDocument } from './packet-document.ts';
import { wakeWork } from './wake-work.ts';
import { claimPath } from './work-session.ts';

/** A row of a packet, and the fingerprint of the appointment that it is about. */
export type Withdrawn = BookingPlace & Readonly<{ key: string }>;

type Waiting = Readonly<{ id: string; claim: string; about: string }>;
/** In one work item. */
type Held = Readonly<{ index: number; claim: Document<Claim>; known: Document<KnownAppointment> }>;

/** Claims of one commit, which takes 500 writes. */
const mostTogether = 200;

const waitingIn = async ({ store }: House, packetId: string, chunk: number, places: readonly Withdrawn[]): Promise<readonly Waiting[]> => {
  const stream = chunkStream(packetId, chunk);
  const { events } = await store.read(stream);
  const keys = new Map(places.map(({ row, campaignId, key }) => [row, appointmentPath(campaignId, key)]));
  return [...messagesIn(events).values()].flatMap(({ queued: { data }, status }): readonly Waiting[] => {
    const about = keys.get(data.row);
    return about === undefined || status !== 'queued' ? [] : [{ id: messageIdIn(stream, data), claim: data.claim, about }];
  });
};

/** By the path of the work item in which they wait: those alone that a newer word has overtaken. */
const overtaken = async (
  house: House,
  waiting: readonly Waiting[],
  { companyId, packetId, order }: Readonly<{ companyId: string; packetId: string; order: number }>,
) => {
  const claims = await house.documents.getMany<Claim>(waiting.map(({ claim }) => claimPath(claim)));
  const known = await house.documents.getMany<KnownAppointment>(waiting.map(({ about }) => about));
  const items = new Map<string, Held[]>();
  for (const [n, { id }] of waiting.entries()) {
    const [claim, appointment] = [claims[n], known[n]];
    if (!claim || !appointment || overtakenBy(appointment, { order, packetId }) === undefined) continue;
    const { owner, work, index } = claim.data;
    if (owner !== id || work === undefined || index === undefined) continue;
    const path = workPath(companyId, work);
    items.set(path, [...(items.get(path) ?? []), { index, claim, known: appointment }]);
  }
  return items;
};

/** One commit takes them out of their work item and gives their claims back, while what is known of their appointments is as it was read. */
const withdraw = async ({ documents, clock, ...house }: House, path: string, held: readonly Held[]): Promise<void> => {
  const item = await documents.get<WorkItem>(path);
  const waiting = new Set(item?.data.pending.map(([index]) => index));
  const still = held.filter(({ index }) => waiting.has(index)).slice(0, mostTogether);
  const after =
    item && still.length > 0
      ? withoutReplaced(
          item.data,
          still.map(({ index }) => index),
        )
      : undefined;
  if (!item || !after) return;
  const now = clock.now();
  const given = still.map(({ claim }) => ({ path: claim.path, delete: true as const, ifVersion: claim.version }));
  const expects = [...new Map(still.map(({ known }) => [known.path, { path: known.path, version: known.version }])).values()];
  await documents.write([{ path, ifVersion: item.version, data: after, dueAt: dueAtOf(after, now) ?? now }, ...given], expects);
  await wakeWork(house, [{ item: after, hint: { data: { path }, key: `${path}@withdrawn` } }]);
};

const withdrawFrom = async (house: House, companyId: string, packetId: string, places: readonly Withdrawn[]): Promise<void> => {
  const document = await readPacketDocument(house.documents, packetId);
  for (let chunk = 0; chunk < (document?.chunks ?? 0); chunk++) {
    const waiting = await waitingIn(house, packetId, chunk, places);
    const items = await overtaken(house, waiting, { companyId, packetId, order: document?.order ?? 0 });
    for (const [path, held] of items) {
      try {
        for (let from = 0; from < held.length; from += mostTogether) await withdraw(house, path, held.slice(from, from + mostTogether));
      } catch (error) {
        if (!(error instanceof DocumentMoved)) throw error;
      }
    }
  }
};

/**
 * Messages of these rows that wait, and that a newer word has overtaken, are canceled now and not when their hour comes. What is on its way, or
 * changes in the same moment, is left to the look before each sending.
 */
export const withdrawMessages = async (house: House, companyId: string, places: readonly Withdrawn[]): Promise<void> => {
  for (const packetId of new Set(places.map((place) => place.packetId)))
    await withdrawFrom(
      house,
      companyId,
      packetId,
      places.filter((place) => place.packetId === packetId),
    );
};
