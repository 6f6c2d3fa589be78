import { campaign, type KnownCampaign } from '#domain/campaign/campaign.ts';
import { messagesIn } from '#domain/delivery/chunk-messages.ts';
import { resend } from '#domain/delivery/resend.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { messageIdIn, parseMessageId } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { campaignStream, chunkStream } from '#domain/kernel/streams.ts';
import { workOf } from '#domain/work/work-item.ts';
import { DocumentMoved } from '#ports/documents.ts';
import { StreamMoved } from '#ports/event-store.ts';
import { campaignWrite, readCampaign } from './campaign-document.ts';
import { isTooMuch } from './is-too-much.ts';
import { claimWrite, later, type Queued } from './claim-writes.ts';
import { assertNotHalted } from './halt-company.ts';
import { handle } from './handle.ts';
import { readClaims } from './hold-claims.ts';
import type { House } from './house.ts';
import { readPacketDocument } from './packet-document.ts';
import { validDays } from './queue-touches.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { wakeWork } from './wake-work.ts';
import { workHint, workPaths, workWrite } from './work-write.ts';

export type ResendRequest = Readonly<{
  packetId: string;
  /** of these reasons alone */ codes?: readonly string[] | undefined;
  /** of these messages alone */ only?: readonly string[] | undefined;
}>;

export type ResendAnswer = Readonly<{
  packetId: string;
  campaignId: string;
  /** the run that sends them again; undefined: there was nothing to send again */
  run: number | undefined;
  /** messages that are sent again */
  again: number;
  /** failed ones that are not, by the reason */
  left: Readonly<Record<string, number>>;
}>;

type Resending = Readonly<{
  house: House;
  cause: Cause;
  companyId: string;
  campaignId: string;
  isDated: boolean;
  request: ResendRequest;
}>;
type Group = Readonly<{ version: number; queued: readonly Queued[] }>;

/** Claims and messages of one commit, which takes 500 writes. */
const messagesPerCommit = 200;
const tries = 5;

/** The messages of the oldest version among them: a work item has one. */
const groupOf = (events: readonly Queued[]): Group | undefined => {
  const version = Math.min(...events.map(({ data }) => data.version));
  return events.length === 0 ? undefined : { version, queued: events.filter(({ data }) => data.version === version) };
};

type Chunk = Readonly<{ stream: string; run: number }>;

/** What of the chunk is to be sent again, with the claims as they stand. */
const decide = async ({ house, cause, request, isDated }: Resending, { stream, run }: Chunk) => {
  const { events: past, at } = await house.store.read(stream);
  const messages = messagesIn(past);
  const failed = [...messages.values()].filter(({ status }) => status === 'failed' || status === 'undelivered');
  const claims = await readClaims(
    house,
    failed.map(({ queued }) => queued.data.claim),
  );
  const isTaken = (claim: string, id: string): boolean => (claims.get(claim)?.data.owner ?? id) !== id;
  const validUntil = later(cause.now, validDays);
  const { codes, only } = request;
  const { events, left } = resend({ stream, messages, now: cause.now, run, codes, only, isDated, validUntil, isTaken });
  return { at, claims, left, group: groupOf(events) };
};

type Decided = Awaited<ReturnType<typeof decide>>;

const commit = async (resending: Resending, { stream }: Chunk, { at, claims, group }: Decided): Promise<number> => {
  const { house, cause, companyId, campaignId } = resending;
  if (!group) return 0;
  let queued = group.queued.slice(0, messagesPerCommit);
  while (queued.length > 1 && isTooMuch({ writes: 0, events: queued })) queued = queued.slice(0, Math.ceil(queued.length / 2));
  const [first] = queued;
  const work = `${stream}/${first?.data.row}.${first?.data.channel}.${first?.data.offset}`;
  const taken = queued.map(({ data }, index) => {
    const known = claims.get(data.claim)?.data;
    const claim = { ...known, campaignId, owner: messageIdIn(stream, data), work: workOf(work, data.channel), index };
    return claimWrite(data.claim, claim, { sendAt: data.sendAt, claims, now: cause.now });
  });
  const { version } = group;
  await house.store.append({
    stream,
    companyId,
    expected: at,
    events: queued,
    cause: { ...cause, id: work },
    documents: (placed) => [...taken, ...workWrite({ companyId, campaignId, stream, version, queued, at: placed, cause: work })],
  });
  const paths = workPaths({ companyId, cause: work, queued });
  await wakeWork(
    house,
    paths.map((path) => ({ item: { priority: 'bulk' }, hint: workHint(path) })),
  );
  return queued.length;
};

const isMoved = (error: unknown): boolean => error instanceof StreamMoved || error instanceof DocumentMoved;

/** All of a chunk that is to be sent again, commit by commit; what somebody else changes meanwhile is looked at again. */
const resendChunk = async (resending: Resending, chunk: Chunk): Promise<Readonly<{ again: number; left: Decided['left'] }>> => {
  let again = 0;
  for (let left = tries; ;) {
    const decided = await decide(resending, chunk);
    try {
      const committed = await commit(resending, chunk, decided);
      if (committed === 0) return { again, left: decided.left };
      again += committed;
    } catch (error) {
      if (!isMoved(error) || --left === 0) throw error;
    }
  }
};

/** The run that the messages belong to; it names the packet whose failed ones it sends. */
const fire = async ({ house, cause, companyId, campaignId, request }: Resending): Promise<number> => {
  const { state } = await handle(house.store, campaign, {
    stream: campaignStream(campaignId),
    companyId,
    command: { type: 'FireCampaign', data: { campaignId, firedAt: cause.now, resends: request.packetId } },
    cause,
    documents: (fired, { position }) => [campaignWrite(campaignId, { companyId, campaign: fired as KnownCampaign, at: position })],
  });
  return (state as KnownCampaign).runs;
};

const findPacket = async (house: House, { packetId }: ResendRequest) => {
  const packet = await readPacketDocument(house.documents, packetId);
  if (!packet) throw new Refusal('packet_unknown', `there is no packet ${packetId}: "carillon packets" shows the ones there are`);
  const company = (await house.documents.get<CompanyDocument>(companyPath(packet.companyId)))?.data;
  if (company) assertNotHalted(company, packet.companyId);
  const campaign = (await readCampaign(house.documents, packet.campaignId))?.campaign;
  if (campaign?.status === 'active') return { ...packet, isDated: campaign.approved.definition.fields['appointmentDate'] !== undefined };
  throw new Refusal('campaign_not_active', `${packet.campaignId} is ${campaign?.status ?? 'unknown'}: only an active campaign sends`);
};

/**
 * Sends the failed and undelivered messages of a packet once more, and only those, as a run of its own. Numbers that can't work and people
 * who said no are left out. Again: what failed of the resent ones. Throws Refusals.
 */
export const resendFailed = async (house: House, request: ResendRequest, cause: Cause): Promise<ResendAnswer> => {
  const { companyId, campaignId, chunks, isDated } = await findPacket(house, request);
  const resending: Resending = { house, cause, companyId, campaignId, isDated, request };
  const left: Record<string, number> = {};
  let run: number | undefined;
  let again = 0;
  const wanted = request.only && new Set(request.only.map((id) => parseMessageId(id)?.chunk));
  for (let n = 0; n < chunks; n++) {
    if (wanted?.has(n) === false) continue;
    const stream = chunkStream(request.packetId, n);
    const found = await decide(resending, { stream, run: 1 });
    if (found.group) run ??= await fire(resending);
    const done = found.group && run !== undefined ? await resendChunk(resending, { stream, run }) : { again: 0, left: found.left };
    again += done.again;
    for (const [code, count] of Object.entries(done.left)) left[code] = (left[code] ?? 0) + count;
  }
  return { packetId: request.packetId, campaignId, run, again, left };
};
