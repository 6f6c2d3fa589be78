/** A full list that waits for a person. */
export type HeldPacket = Readonly<{
  companyId: string;
  campaignId: string;
  packetId: string;
  /** appointments to come that the list before had, and this one has not; at most 10,000 are counted */
  vanished: number;
  /** those that both have */
  relisted: number;
  order: number;
  source?: string | undefined;
}>;

/** Due at all times, so that they can be listed: over all campaigns by `heldPackets`. */
export const heldPackets = (campaignId: string): string => `campaigns/${campaignId}/heldPackets`;
export const heldPath = (campaignId: string, packetId: string): string => `${heldPackets(campaignId)}/${packetId}`;
