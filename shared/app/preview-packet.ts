import { Refusal } from '#domain/kernel/refusal.ts';
import { FileGone, FileMoved } from '#ports/file-store.ts';
import { headReader } from './head-reader.ts';
import type { House } from './house.ts';
import { mappingFor } from './mapping-for.ts';
import { ownPacket, type OfCompany } from './own-packet.ts';
import { packetRows, type PacketSource } from './packet-source.ts';
import { previewCampaign, type PreviewOfCampaign } from './preview-campaign.ts';
import { readCampaign } from './campaign-document.ts';
import type { RowReader } from '#ports/row-reader.ts';

export type ToPreviewPacket = OfCompany &
  Readonly<{ /** of the file, from its beginning */ rows: number; first: number; row?: number | undefined; price: number }>;
export type PreviewOfPacket = PreviewOfCampaign & Readonly<{ /** the file has more rows */ isCut: boolean }>;

/** A file that is not there any more is the caller's to send again. */
export const withFile = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileGone || error instanceof FileMoved)
      throw new Refusal('packet_without_file', 'the file of this packet is not there any more: send it again');
    throw error;
  }
};

/** Throws Refusals: packet_unknown, packet_without_file. */
export const ownRows = async (
  house: House,
  asked: OfCompany,
): Promise<PacketSource & Readonly<{ reader: RowReader; campaignId: string }>> => {
  const { listId, campaignId } = await ownPacket(house, asked);
  const found = await packetRows(house, { packetId: asked.packetId, listId });
  if (!found)
    throw new Refusal('packet_without_file', `the rows of ${asked.packetId} came by a request: nothing is kept of them but its messages`);
  return { ...found, campaignId };
};

/**
 * What the first rows of a packet's file become by its campaign's newest version, as if they came now: before it is loaded, and after; nothing is
 * stored. Throws Refusals: packet_unknown, packet_without_file, and what previewing a file throws.
 */
export const previewPacket = async (house: House, asked: ToPreviewPacket): Promise<PreviewOfPacket> => {
  const { companyId, row, first, price } = asked;
  const { file, reader, source, fixes, campaignId } = await ownRows(house, asked);
  const campaign = (await readCampaign(house.documents, campaignId))?.campaign;
  const mapping = campaign && (await mappingFor(house, campaign, { source, ...(fixes === undefined ? {} : { fixes }) }));
  const head = headReader(reader, asked.rows);
  const given = { companyId, campaignId, source, mapping, row, first, price, file, reader: head.reader };
  const made = await withFile(() => previewCampaign(house, given));
  return { ...made, isCut: head.isCut() };
};
