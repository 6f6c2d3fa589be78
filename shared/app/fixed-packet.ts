import { listSource, sourceOf } from '#domain/campaign/mapping.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { packetStream } from '#domain/kernel/streams.ts';
import { parseDropPath } from './accept-drop.ts';
import type { House } from './house.ts';
import { readPacketDocument } from './packet-document.ts';

/** Where a corrected file belongs: to the campaign, and the source, that the packet came for. */
export type FixedPacket = Readonly<{ campaignId: string; source: string }>;

/** Throws a Refusal for a packet that the company does not have, or that came without a file. */
export const fixedPacket = async (
  { store, documents }: House,
  { companyId, packetId }: Readonly<{ companyId: string; packetId: string }>,
): Promise<FixedPacket> => {
  const document = await readPacketDocument(documents, packetId);
  if (document?.companyId !== companyId) {
    const known = document
      ? `is a packet of ${document.companyId}: say --company ${document.companyId}`
      : 'is no packet: "carillon packets" lists them';
    throw new Refusal('packet_unknown', `${packetId} ${known}`);
  }
  const { events } = await store.read(packetStream(packetId));
  const accepted = events.find((event) => event.type === 'PacketAccepted');
  if (accepted?.data.source === 'request') {
    throw new Refusal(
      'packet_without_file',
      `the rows of ${packetId} came by a request, not in a file: send the corrected ones by another request`,
    );
  }
  if (accepted?.data.source === 'list') return { campaignId: document.campaignId, source: listSource };
  return { campaignId: document.campaignId, source: sourceOf(parseDropPath(accepted?.private?.path ?? '')?.fileName ?? '') };
};
