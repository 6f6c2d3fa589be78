import { createHash, randomUUID } from 'node:crypto';
import type { Definition } from '#domain/campaign/definition.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { idBody } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { packetStream } from '#domain/kernel/streams.ts';
import { packet } from '#domain/packet/packet.ts';
import { requestTable, type RequestRow } from '#domain/message/request-table.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { readCampaign } from './campaign-document.ts';
import { handle } from './handle.ts';
import { assertNotHalted } from './halt-company.ts';
import type { House } from './house.ts';
import { packetPath, readPacketDocument, type PacketDocument } from './packet-document.ts';
import { sealHeader, sealText } from './packet-header.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { scheduledWrite } from './listed-scheduled.ts';

/** What one row's caller asked, by a name of his own that `path` stands for; it stands for so long, business time. */
export type RequestMark = Readonly<{ path: string; fingerprint: string; expiresAt: string }>;

/**
 * Rows whose messages go now, not from a file. `reference` names the request: the same one again is the same request. `marks`: one for each
 * row, stored with the packet or not at all.
 */
export type SendRequest = Readonly<{
  companyId: string;
  campaignId: string;
  rows: readonly RequestRow[];
  reference?: string;
  marks?: readonly RequestMark[];
  /** business time from which they go, UTC ISO; left out: now */
  startsAt?: string | undefined;
  /** staff, or a key */
  by?: string | undefined;
}>;

const mostRows = 1_000;
const mostColumns = 200;
/** As JSON, so that the sealed rows fit into a working document. */
const mostBytes = 500_000;

/** Throws Refusals: rows_missing, too_many_rows, row_empty, too_many_columns. */
export const checkRows = ({ rows }: Pick<SendRequest, 'rows'>): void => {
  if (rows.length === 0) throw new Refusal('rows_missing', 'name at least one recipient: a row with a phone');
  if (rows.length > mostRows)
    throw new Refusal('too_many_rows', `a request takes up to ${mostRows} rows, not ${rows.length}: drop a file instead`);
  const blank = rows.findIndex((row) => Object.values(row).every((text) => text.trim() === ''));
  if (blank >= 0) throw new Refusal('row_empty', `row ${blank + 1} says nothing: give it a phone, or leave it out`);
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  if (names.size > mostColumns) throw new Refusal('too_many_columns', `a request takes up to ${mostColumns} fields, not ${names.size}`);
};

/** Whoever asks again with the same reference means the same packet. The reference may name a person, so its id tells nothing of it. */
const requestPacketId = ({ vault }: House, { companyId, reference }: SendRequest): string => {
  const name = reference === undefined ? randomUUID() : vault.fingerprint(companyId, `request/${reference}`);
  return `pkt_${idBody(createHash('sha256').update(`${companyId}\nrequest\n${name}`).digest())}`;
};

/** The same whatever the order of its names. */
const sorted = (row: RequestRow): RequestRow => Object.fromEntries(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));

/** Of all that was asked for. */
const fingerprintOf = ({ vault }: House, { companyId, campaignId, rows, startsAt }: SendRequest): string =>
  vault.fingerprint(companyId, `request/${JSON.stringify([campaignId, rows.map(sorted), ...(startsAt === undefined ? [] : [startsAt])])}`);

const definitionFor = async (house: House, { companyId, campaignId }: SendRequest): Promise<Definition> => {
  const found = await readCampaign(house.documents, campaignId);
  if (found?.companyId !== companyId)
    throw new Refusal('campaign_unknown', `there is no campaign ${campaignId} of ${companyId}: "carillon status" shows the ones there are`);
  if (found.campaign.status !== 'active')
    throw new Refusal('campaign_not_active', `${campaignId} is ${found.campaign.status}: only an active campaign sends`);
  const company = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data;
  if (company) assertNotHalted(company, companyId);
  return found.campaign.approved.definition;
};

type Naming = Readonly<{ packetId: string; fingerprint: string }>;

/** Rows that a request brings, for a packet that is not there yet. */
export type RowsToAccept = Naming &
  Readonly<{
    companyId: string;
    campaignId: string;
    definition: Definition;
    rows: readonly RequestRow[];
    /** one for each row, stored with the packet or not at all */
    marks?: readonly RequestMark[] | undefined;
    /** how new they are, in microseconds */
    order: number;
    /** the request's own name */
    reference?: string | undefined;
    /** they wait for the days that the campaign names, as those of a file do */
    running?: true;
    /** staff, or a key */
    by?: string | undefined;
    startsAt?: string | undefined;
  }>;

/** A packet of these rows, to be served. Throws a Refusal request_too_large, and DocumentMoved where the packet is there. */
export const acceptRows = async (house: House, given: RowsToAccept, cause: Cause): Promise<void> => {
  const { companyId, campaignId, packetId, fingerprint, definition, order, reference = '', running, by, startsAt } = given;
  const starting = startsAt === undefined ? {} : { startsAt };
  const { header, rows } = requestTable(definition, given.rows);
  const content = JSON.stringify(rows);
  const bytes = Buffer.byteLength(content);
  if (bytes > mostBytes) throw new Refusal('request_too_large', `a request takes ${mostBytes} bytes, not ${bytes}: drop a file instead`);
  const document: PacketDocument = {
    companyId,
    campaignId,
    ...starting,
    status: 'accepted',
    order,
    offset: 0,
    rows: 0,
    chunks: 0,
    nextRow: 1,
    header: await sealHeader(house, packetId, header),
    request: { fingerprint, rows: await sealText(house, packetId, content), ...(running ? { running } : {}) },
  };
  const marks = (given.marks ?? []).map(({ path, fingerprint: of, expiresAt }, n): DocumentWrite => {
    const data = { fingerprint: of, packetId, row: n + 1 };
    return { path, data, expiresAt, ifAbsent: true };
  });
  const listed = { companyId, campaignId, packetId, messages: rows.length, createdAt: cause.now, ...(by === undefined ? {} : { by }) };
  const scheduled = startsAt === undefined ? [] : [scheduledWrite(listed, startsAt)];
  const about = {
    md5: '',
    bytes,
    generation: 0,
    version: 1,
    path: '',
    fileName: reference,
    source: 'request',
    acceptedBy: by,
    ...starting,
  } as const;
  await handle(house.store, packet, {
    stream: packetStream(packetId),
    companyId,
    command: { type: 'AcceptPacket', data: { packetId, campaignId, ...about } },
    cause,
    // due: the sweep finds what nobody brought to its end
    documents: () => [{ path: packetPath(packetId), data: document, dueAt: cause.now, ifAbsent: true }, ...marks, ...scheduled],
  });
};

const accept = async (house: House, request: SendRequest, naming: Naming, cause: Cause): Promise<void> => {
  const definition = await definitionFor(house, request);
  await acceptRows(house, { ...request, ...naming, definition, order: house.clock.realMs() * 1_000 }, cause);
};

const assertSame = (found: PacketDocument | undefined, fingerprint: string): void => {
  if (found === undefined || found.request?.fingerprint === fingerprint) return;
  throw new Refusal(
    'reference_used',
    'this reference was used for another request: give each request a reference of its own, and the same one only to repeat it',
  );
};

/** `again`: the same reference was used for the same request before. */
export type Accepted = Readonly<{ packetId: string; again: boolean }>;

/**
 * A request becomes a packet, once. Throws a Refusal for what the caller has to change: rows_missing, row_empty, too_many_rows,
 * too_many_columns, request_too_large, campaign_unknown, campaign_not_active, reference_used.
 */
export const acceptRequest = async (house: House, request: SendRequest, cause: Cause): Promise<Accepted> => {
  checkRows(request);
  const packetId = requestPacketId(house, request);
  const fingerprint = fingerprintOf(house, request);
  const known = request.reference === undefined ? undefined : await readPacketDocument(house.documents, packetId);
  assertSame(known, fingerprint);
  if (known) return { packetId, again: true };
  await accept(house, request, { packetId, fingerprint }, cause);
  // somebody else may have used the reference in the same moment
  if (request.reference !== undefined) assertSame(await readPacketDocument(house.documents, packetId), fingerprint);
  return { packetId, again: false };
};
