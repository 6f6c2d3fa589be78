import type { Cause } from '#domain/kernel/event.ts';
import { packetStream } from '#domain/kernel/streams.ts';
import { bindColumns } from '#domain/message/columns.ts';
import { rowChunkPath } from '#domain/message/row-chunk.ts';
import { packet } from '#domain/packet/packet.ts';
import { DocumentMoved, type Document, type DocumentWrite } from '#ports/documents.ts';
import { StreamMoved } from '#ports/event-store.ts';
import type { RowReader } from '#ports/row-reader.ts';
import { readCampaign } from './campaign-document.ts';
import { compiledCampaign } from './compiled-campaign.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { loadChunks, type Loading } from './load-chunks.ts';
import { packetIdIn, packetPath, type PacketDocument } from './packet-document.ts';
import { openHeader, openText } from './packet-header.ts';
import { queueRows } from './queue-rows.ts';
import { wakeClock } from './wake-clock.ts';
import { withLocations } from './with-locations.ts';

type Found = Document<PacketDocument>;

/** Whoever serves the same request meanwhile brings it one step further each time that we are in each other's way. */
const tries = 20;

/** The request's rows in the place of a file's: an offset counts rows. */
const readerOf = (rows: readonly (readonly string[])[]): RowReader => ({
  read: async function* (_, start) {
    for (const [n, cells] of rows.slice(start).entries()) yield { cells, end: start + n + 1 };
  },
});

const noFile = (): never => {
  throw new Error('the rows of a request stand in no file');
};

type Failure = Readonly<{ code: string; message: string; header: readonly string[] }>;

/** Nothing of it can be used as it is: the campaign asks for other columns now. */
const fail = async (house: House, { path, data, version }: Found, failure: Failure, cause: Cause): Promise<void> => {
  const packetId = packetIdIn(path);
  const { companyId, campaignId, rows } = data;
  // with its rows: it can be run again
  const after: PacketDocument = { ...data, status: 'failed' };
  await handle(house.store, packet, {
    stream: packetStream(packetId),
    companyId,
    command: { type: 'FailPacket', data: { packetId, campaignId, rows, ...failure } },
    cause,
    documents: () => [{ path, data: after, ifVersion: version }],
  });
};

/** Nothing can be written about people who were forgotten: the packet goes no further. */
const giveUp = ({ documents }: House, { path, data, version }: Found): Promise<void> => {
  const { request, header: _, ...rest } = data;
  const after: PacketDocument = { ...rest, status: 'failed', request: request && { fingerprint: request.fingerprint } };
  return documents.write([{ path, data: after, ifVersion: version }]);
};

const finish = async (house: House, { packetId, header, state, documentVersion }: Loading, cause: Cause): Promise<void> => {
  const { companyId, campaignId, rows, chunks, notes, request, startsAt } = state;
  const { rows: _, ...known } = request ?? { fingerprint: '' };
  const after: PacketDocument = { ...state, status: 'loaded', request: known };
  const commit = async (wake?: DocumentWrite): Promise<void> => {
    await handle(house.store, packet, {
      stream: packetStream(packetId),
      companyId,
      command: { type: 'FinishLoading', data: { packetId, campaignId, rows, chunks, notes, header } },
      cause,
      // due until its rows are queued
      documents: () => [{ path: packetPath(packetId), data: after, dueAt: cause.now, ifVersion: documentVersion }, ...(wake ? [wake] : [])],
    });
  };
  // rows that wait for their day are found by the campaign's clock
  if (request?.running || startsAt !== undefined) await wakeClock(house, campaignId, cause, commit);
  else await commit();
};

const load = async (house: House, found: Found, cause: Cause): Promise<void> => {
  const packetId = packetIdIn(found.path);
  const { data: state, version: documentVersion } = found;
  const { campaignId } = state;
  const campaign = (await readCampaign(house.documents, campaignId))?.campaign;
  const header = await openHeader(house, packetId, state.header);
  const rows = await openText(house, packetId, state.request?.rows);
  if (!campaign || header === undefined || rows === undefined) return giveUp(house, found);
  const version = campaign.approved ?? campaign;
  const bound = bindColumns(version.definition, header);
  if (bound.kind === 'unbound') return fail(house, found, { code: bound.code, message: bound.message, header }, cause);
  const compiled = await withLocations(house, state.companyId, compiledCampaign(campaignId, version, !state.request?.running));
  const { binding } = bound;
  const loading: Loading = {
    packetId,
    header,
    binding,
    compiled,
    version: version.version,
    file: { open: noFile, name: '' },
    state,
    documentVersion,
  };
  const reader = readerOf(JSON.parse(rows) as string[][]);
  if (await loadChunks({ ...house, rows: reader }, loading, cause)) await finish(house, loading, cause);
};

/** Whether rows that go now were planned by somebody whose clock is ahead of ours: they are due in a moment, and nobody looks at them then. */
const isAhead = async (
  { documents }: House,
  { request, startsAt }: PacketDocument,
  chunks: readonly string[],
  now: string,
): Promise<boolean> => {
  if (request?.running || startsAt !== undefined) return false;
  return (await documents.getMany(chunks)).some((chunk) => chunk?.dueAt !== undefined && chunk.dueAt > now);
};

/** Its touches become messages now; a campaign that was paused meanwhile keeps them waiting. */
const queue = async (house: House, { path, data, version }: Found, given: Cause): Promise<void> => {
  const packetId = packetIdIn(path);
  // who loaded them may have begun after us
  const clock = house.clock.now();
  const cause = clock > given.now ? { ...given, now: clock } : given;
  const runs = (await readCampaign(house.documents, data.campaignId))?.campaign.runs ?? 0;
  const chunks = Array.from({ length: data.chunks }, (_, n) => rowChunkPath(data.campaignId, packetId, n));
  for (const chunk of chunks) await queueRows(house, { path: chunk, run: Math.max(1, runs) }, cause);
  const done: DocumentWrite = { path, data, ifVersion: version };
  if (await isAhead(house, data, chunks, cause.now))
    await wakeClock(house, data.campaignId, cause, (wake) => house.documents.write([done, wake]));
  else await house.documents.write([done]);
};

const step = async (house: House, packetId: string, cause: Cause): Promise<boolean> => {
  const found = await house.documents.get<PacketDocument>(packetPath(packetId));
  if (!found?.data.request || found.dueAt === undefined) return false;
  if (found.data.status === 'accepted') await load(house, found, cause);
  else await queue(house, found, cause);
  return true;
};

/** Brings a request from wherever it stands to its messages: loaded, queued, and its work woken. Done twice, or by two at once, it changes nothing. */
export const serveRequest = async (house: House, packetId: string, cause: Cause): Promise<void> => {
  for (let left = tries; left > 0; left--) {
    try {
      if (!(await step(house, packetId, cause))) return;
    } catch (error) {
      if (!(error instanceof StreamMoved || error instanceof DocumentMoved)) throw error;
    }
  }
  throw new Error(`${packetId} could not be brought to its end: others were faster each time`);
};
