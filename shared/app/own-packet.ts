import { packetId as packetIdSchema } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { House } from './house.ts';
import { readPacketDocument, type PacketDocument } from './packet-document.ts';

export type OfCompany = Readonly<{ companyId: string; packetId: string }>;

/** A packet of this company. Throws a Refusal `packet_unknown`, also for one of another company. */
export const ownPacket = async ({ documents }: Pick<House, 'documents'>, { companyId, packetId }: OfCompany): Promise<PacketDocument> => {
  const found = packetIdSchema.safeParse(packetId).success ? await readPacketDocument(documents, packetId) : undefined;
  if (found?.companyId === companyId) return found;
  throw new Refusal('packet_unknown', `there is no packet ${packetId}: "carillon packets" lists them`);
};
