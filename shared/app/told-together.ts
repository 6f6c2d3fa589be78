import { parseMessageId } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { readCampaign } from './campaign-document.ts';
import { compiledCampaign } from './compiled-campaign.ts';
import type { House } from './house.ts';
import { joinPath, type JoinDocument } from './join-writes.ts';
import { bindPacket } from './packet-header.ts';
import { rowOf } from './row-of.ts';
import { withLocations } from './with-locations.ts';

type Asked = Readonly<{ companyId: string; campaignId: string; messageId: string }>;

export type ToldRow = Readonly<{ chunk: number; row: number }>;

/** The rows that a message tells of: its own first, and those of the same person and day where the campaign joins them. */
export const toldTogether = async (house: House, { companyId, campaignId, messageId }: Asked): Promise<readonly ToldRow[]> => {
  const parsed = parseMessageId(messageId);
  if (!parsed) return [];
  const { packetId, chunk, place } = parsed;
  const own: ToldRow = { chunk, row: place.row };
  const known = (await readCampaign(house.documents, campaignId))?.campaign;
  const version = known?.approved ?? known;
  if (version?.definition.join === undefined) return [own];
  const bound = await bindPacket(house, packetId, version.definition);
  const { events } = await house.store.read(chunkStream(packetId, chunk));
  const loaded = events.find((event) => event.type === 'RowLoaded' && event.data.row === place.row);
  if (bound?.kind !== 'bound' || loaded?.type !== 'RowLoaded') return [own];
  const compiled = await withLocations(house, companyId, compiledCampaign(campaignId, version));
  const joining = { companyId, packetId, compiled, binding: bound.binding };
  const path = joinPath(house, joining, rowOf(loaded));
  const members = path === undefined ? [] : ((await house.documents.get<JoinDocument>(path))?.data.members ?? []);
  return [own, ...members.flatMap(([one, row]) => (row === own.row ? [] : [{ chunk: one, row }]))];
};
