import type { Mapping } from '#domain/campaign/mapping.ts';
import type { Documents } from '#ports/documents.ts';
import type { Understood } from '#ports/row-reader.ts';

/** How far a packet has come: what is needed to go on after a kill, and to check that a callback names a message that can exist. */
export type PacketDocument = Readonly<{
  companyId: string;
  campaignId: string;
  /** how new its content is: the microsecond in which the file or the request came */
  order?: number;
  /** a full list: to be compared with the one before, held until a person has looked at it, confirmed, or done with */
  list?: 'full' | 'held' | 'confirmed' | 'compared';
  /** where a full list came from: it is compared with those of the same source */
  source?: string;
  /** appointments to come that the list before had as well */
  relisted?: number;
  /** those that this one has no more, while they are marked */
  vanished?: number;
  status: 'accepted' | 'loaded' | 'failed';
  /** the place in the file up to which its rows stand in the log; only the row reader understands it */
  offset: number;
  rows: number;
  chunks: number;
  /** its messages go from then on, UTC ISO; left out: when the campaign says */
  startsAt?: string;
  /** what was left out and mended so far, as counts by code */
  notes?: Readonly<Record<string, number>>;
  understood?: Understood | undefined;
  /** the number that a spreadsheet shows beside the next row */
  nextRow: number;
  /** names of the columns, sealed under the packet's key: for rows whose file is gone before it was read whole */
  header?: string | undefined;
  /** field → column, as the campaign had it for the file's source when the loading began */
  mapping?: Mapping | undefined;
  /**
   * Its rows came by a request: a fingerprint of all that was asked for, and until they stand in the log the rows themselves, sealed
   * under the packet's key.
   */
  request?:
    Readonly<{ fingerprint: string; rows?: string; /** they wait for the days that the campaign names */ running?: true }> | undefined;
  /** its rows are those of a list that was kept */
  listId?: string;
}>;

/** A request's rows count from 1; in a file the first line names the columns. */
export const firstRowOf = ({ request }: Pick<PacketDocument, 'request'>): number => (request ? 1 : 2);

export const packetPath = (packetId: string): string => `packets/${packetId}`;
/** The packet of such a path. */
export const packetIdIn = (path: string): string => path.slice('packets/'.length);

export const readPacketDocument = async (documents: Documents, packetId: string): Promise<PacketDocument | undefined> =>
  (await documents.get<PacketDocument>(packetPath(packetId)))?.data;
