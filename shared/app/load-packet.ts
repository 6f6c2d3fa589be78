import { withMapping } from '#domain/campaign/mapping.ts';
import { packet } from '#domain/packet/packet.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { packetStream } from '#domain/kernel/streams.ts';
import { bindColumns, type Binding } from '#domain/message/columns.ts';
import { DocumentMoved, type DocumentWrite } from '#ports/documents.ts';
import { StreamMoved } from '#ports/event-store.ts';
import { FileGone, FileMoved } from '#ports/file-store.ts';
import { FileUnreadable, type SourceFile, type Understood } from '#ports/row-reader.ts';
import { readCampaign } from './campaign-document.ts';
import { compareList } from './compare-list.ts';
import { compiledCampaign } from './compiled-campaign.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { listRows } from './list-rows.ts';
import { loadChunks, type Loading } from './load-chunks.ts';
import { packetPath, readPacketDocument, type PacketDocument } from './packet-document.ts';
import { columnsHint, mappingFor } from './mapping-for.ts';
import { listFile, packetFile, type PacketSource } from './packet-source.ts';
import { openHeader, sealHeader } from './packet-header.ts';
import { serveRequest } from './serve-request.ts';
import { topics } from './topics.ts';
import { replanWrite, wakeClock } from './wake-clock.ts';
import { withLocations } from './with-locations.ts';

type Failure = Readonly<{ code: string; message: string }>;

const failPacket = async (
  house: House,
  { packetId, generation }: Readonly<{ packetId: string; generation: number }>,
  { code, message }: Failure,
  cause: Cause,
): Promise<void> => {
  const document = await house.documents.get<PacketDocument>(packetPath(packetId));
  if (!document) return;
  const { companyId, campaignId, rows, mapping } = document.data;
  // rows that stand in the log go on, and need the names of their columns
  const header = await openHeader(house, packetId, document.data.header);
  const path = packetPath(packetId);
  await handle(house.store, packet, {
    stream: packetStream(packetId),
    companyId,
    command: {
      type: 'FailPacket',
      data: { packetId, campaignId, generation, code, rows, message, ...(header ? { header, mapping } : {}) },
    },
    cause,
    documents: () => [{ path, data: { ...document.data, status: 'failed' }, ifVersion: document.version }, replanWrite(campaignId, cause)],
  });
};

/** What went wrong with the file itself; undefined for anything that may be better the next time. */
const failureOf = (error: unknown): Failure | undefined => {
  if (error instanceof FileUnreadable) return error;
  const rest = 'The rows read until then go on';
  if (error instanceof FileMoved)
    return {
      code: 'file_replaced',
      message: `The file was replaced before it was read whole. ${rest}; what the file holds now is a packet of its own.`,
    };
  if (error instanceof FileGone)
    return { code: 'file_gone', message: `The file was removed before it was read whole. ${rest}; drop the file again for the others.` };
  return undefined;
};

/** Its chunks may have been planned for other versions than the one that sends: they are looked at one by one then. */
const isMixed = async ({ documents }: House, { resumed = false, version, state: { campaignId } }: Loading): Promise<boolean> => {
  const campaign = (await readCampaign(documents, campaignId))?.campaign;
  return resumed || (campaign?.approved ?? campaign)?.version !== version;
};

const finishPacket = async (house: House, loading: Loading, cause: Cause): Promise<void> => {
  const { packetId, header, state, sheet } = loading;
  const { companyId, campaignId, rows, chunks, understood, notes, mapping } = state;
  const data = { packetId, campaignId, rows, chunks, header, understood, notes, sheet, mapping };
  const finish = async (wake: DocumentWrite): Promise<void> => {
    await handle(house.store, packet, {
      stream: packetStream(packetId),
      companyId,
      command: { type: 'FinishLoading', data },
      cause,
      // a full list is due until it was compared
      documents: () => [
        { path: packetPath(packetId), data: { ...state, status: 'loaded' }, ...(state.list ? { dueAt: cause.now } : {}) },
        wake,
      ],
    });
  };
  if (await isMixed(house, loading)) await finish(replanWrite(campaignId, cause));
  else await wakeClock(house, campaignId, cause, finish);
  // the messages of a full list wait until it was compared
  if (state.list) await house.bus.publish(topics.packet, [{ data: { packetId }, key: packetId }]);
  else await house.bus.publish(topics.campaignFire, [{ data: { campaignId }, key: campaignId }]);
};

type Header = Readonly<{
  header: readonly string[];
  end: number;
  nextRow: number;
  understood: Understood | undefined;
  sheet: string | undefined;
}>;

const readHeader = async (house: House, file: SourceFile): Promise<Header> => {
  for await (const { cells, end, fault, row = 1, understood, sheet } of house.rows.read(file, 0)) {
    if (fault !== undefined) {
      throw new FileUnreadable(
        'header_unreadable',
        "The first line of the file, which names the columns, can't be read: it has a quote that is never closed, or is far too long. Mend it and drop the file again.",
      );
    }
    return { header: cells, end, nextRow: row + 1, understood, sheet };
  }
  throw new FileUnreadable('file_empty', 'The file is empty. Export it again and drop the new file.');
};

type Bound = Header & Readonly<{ kind: 'bound'; binding: Binding }>;

const bindFile = async (house: House, definition: Parameters<typeof bindColumns>[0], file: SourceFile): Promise<Bound | Failure> => {
  const found = await readHeader(house, file);
  const bound = bindColumns(definition, found.header);
  return bound.kind === 'bound' ? { ...found, kind: 'bound', binding: bound.binding } : { code: bound.code, message: bound.message };
};

const load = async (house: House, packetId: string, accepted: PacketSource, cause: Cause): Promise<void> => {
  const { file, generation, source } = accepted;
  const document = await house.documents.get<PacketDocument>(packetPath(packetId));
  if (document?.data.status !== 'accepted') return;
  const { campaignId } = document.data;
  const campaign = (await readCampaign(house.documents, campaignId))?.campaign;
  if (!campaign) return;
  const version = campaign.approved ?? campaign;
  const begun = document.data.offset > 0;
  const mapping = begun ? document.data.mapping : await mappingFor(house, campaign, accepted);
  const bound = await bindFile(house, withMapping(version.definition, mapping), file);
  if (!('binding' in bound)) {
    const message = [bound.message, ...columnsHint(bound.code, { campaignId, source, mapped: mapping !== undefined })].join(' ');
    return failPacket(house, { packetId, generation }, { code: bound.code, message }, cause);
  }
  const { header, end, nextRow, understood, binding, sheet } = bound;
  const compiled = await withLocations(house, document.data.companyId, compiledCampaign(campaignId, version));
  const state: PacketDocument = begun
    ? document.data
    : { ...document.data, offset: end, nextRow, understood, mapping, header: await sealHeader(house, packetId, header) };
  const loading: Loading = {
    packetId,
    header,
    binding,
    compiled,
    version: version.version,
    file,
    sheet,
    state,
    documentVersion: document.version,
    resumed: begun,
  };
  const complete = await loadChunks(house, loading, cause);
  if (complete) return finishPacket(house, loading, cause);
  await house.bus.publish(topics.packet, [{ data: { packetId }, key: packetId }]);
};

/** Streams a packet's rows into the log, 500 a commit, from where the last commit left off. A file that can't be used fails the packet. */
export const loadPacket = async (house: House, packetId: string, cause: Cause): Promise<void> => {
  const { request, listId, status, list } = (await readPacketDocument(house.documents, packetId)) ?? {};
  if (status === 'loaded' && list) return compareList(house, packetId, cause);
  if (request) return serveRequest(house, packetId, cause);
  const accepted = listId === undefined ? await packetFile(house, packetId) : listFile;
  if (!accepted) return;
  try {
    await load(listId === undefined ? house : { ...house, rows: listRows(house, listId) }, packetId, accepted, cause);
  } catch (error) {
    const failure = failureOf(error);
    if (failure) return failPacket(house, { packetId, generation: accepted.generation }, failure, cause);
    // somebody else loads the same packet: theirs is as good
    if (error instanceof StreamMoved || error instanceof DocumentMoved) return;
    throw error;
  }
};
