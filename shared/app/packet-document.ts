import type { Documents } from '#ports/documents.ts';

/** How far a packet has come: what is needed to go on after a kill, and to check that a callback names a message that can exist. */
export type PacketDocument = Readonly<{
  companyId: string;
  campaignId: string;
  status: 'accepted' | 'loaded' | 'failed';
  /** bytes of the file whose rows stand in the log */
  offset: number;
  rows: number;
  chunks: number;
  /** the number that a spreadsheet shows beside the next row */
  nextRow: number;
  /** names of the columns, sealed under the packet's key: for rows whose file is gone before it was read whole */
  header?: string | undefined;
}>;

export const packetPath = (packetId: string): string => `packets/${packetId}`;

export const readPacketDocument = async (documents: Documents, packetId: string): Promise<PacketDocument | undefined> =>
  (await documents.get<PacketDocument>(packetPath(packetId)))?.data;
