import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { packetStream } from '#domain/kernel/streams.ts';
import { packet } from '#domain/packet/packet.ts';
import { handle } from './handle.ts';
import { heldPath } from './held-path.ts';
import type { House } from './house.ts';
import { packetPath, type PacketDocument } from './packet-document.ts';
import { topics } from './topics.ts';

/** A person has looked at a full list that was held: what vanished is canceled. Throws a Refusal for a packet that waits for nobody. */
export const confirmList = async (
  house: House,
  { packetId, confirmedBy }: Readonly<{ packetId: string; confirmedBy: string }>,
  cause: Cause,
): Promise<void> => {
  const path = packetPath(packetId);
  const found = await house.documents.get<PacketDocument>(path);
  if (!found) throw new Refusal('packet_unknown', `there is no packet ${packetId}: "carillon packets" lists them`);
  const { companyId, campaignId } = found.data;
  const data: PacketDocument = { ...found.data, list: 'confirmed' };
  await handle(house.store, packet, {
    stream: packetStream(packetId),
    companyId,
    command: { type: 'ConfirmPacket', data: { packetId, campaignId, confirmedBy } },
    cause,
    documents: () => [
      { path, data, dueAt: cause.now, ifVersion: found.version },
      { path: heldPath(campaignId, packetId), delete: true },
    ],
  });
  await house.bus.publish(topics.packet, [{ data: { packetId }, key: packetId }]);
};
