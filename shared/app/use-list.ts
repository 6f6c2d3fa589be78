import { createHash } from 'node:crypto';
import type { Cause } from '#domain/kernel/event.ts';
import { idBody } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { packetStream } from '#domain/kernel/streams.ts';
import { packet } from '#domain/packet/packet.ts';
import { readCampaign } from './campaign-document.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { listNamed } from './list-document.ts';
import { listedWrite } from './listed-packets.ts';
import { packetPath, type PacketDocument } from './packet-document.ts';
import { topics } from './topics.ts';

/** `again`: whatever makes this use another one than those before; the same list is one packet of a campaign unless told. */
export type ListUse = Readonly<{
  companyId: string;
  name: string;
  campaignId: string;
  again?: string | undefined;
  /** staff */ by?: string | undefined;
}>;
export type UsedList = Readonly<{ packetId: string; listId: string; rows: number }>;

/** A list that was edited is another packet, in which who was in the one before is told as a duplicate. */
const packetIdOf = (
  { companyId, campaignId, again = '' }: ListUse,
  { listId, edits = 0 }: Readonly<{ listId: string; edits?: number }>,
): string => {
  const edited = edits === 0 ? '' : `\n${edits}`;
  return `pkt_${idBody(createHash('sha256').update(`${companyId}\n${campaignId}\nlist\n${listId}\n${again}${edited}`).digest())}`;
};

/**
 * A list that was kept becomes a packet of a campaign, and is loaded, mapped and queued as a file's rows are. Throws a Refusal for a list
 * or a campaign that the company does not have.
 */
export const useList = async (house: House, use: ListUse, cause: Cause): Promise<UsedList> => {
  const { companyId, campaignId, name } = use;
  const campaign = await readCampaign(house.documents, campaignId);
  if (campaign?.companyId !== companyId)
    throw new Refusal('campaign_unknown', `there is no campaign ${campaignId} of ${companyId}: "carillon status" shows the ones there are`);
  const { listId, rows, edits } = (await listNamed(house, use)).data;
  const packetId = packetIdOf(use, { listId, ...(edits === undefined ? {} : { edits }) });
  const order = house.clock.realMs() * 1_000;
  const document: PacketDocument = {
    companyId,
    campaignId,
    status: 'accepted',
    order,
    offset: 0,
    rows: 0,
    chunks: 0,
    nextRow: 2,
    listId,
  };
  const about = { md5: '', bytes: 0, generation: 0, version: 1, path: '', fileName: name, source: 'list', acceptedBy: use.by } as const;
  await handle(house.store, packet, {
    stream: packetStream(packetId),
    companyId,
    command: { type: 'AcceptPacket', data: { packetId, campaignId, ...about } },
    cause,
    documents: () => [
      { path: packetPath(packetId), data: document, dueAt: cause.now, ifAbsent: true },
      listedWrite({ companyId, campaignId, packetId }, cause.now),
    ],
  });
  await house.bus.publish(topics.packet, [{ data: { packetId }, key: packetId }]);
  return { packetId, listId, rows };
};
