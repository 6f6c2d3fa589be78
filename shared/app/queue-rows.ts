import type { RecordedEvent } from '#domain/catalogue.ts';
import type { KnownCampaign } from '#domain/campaign/campaign.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { appointmentIn } from '#domain/message/appointment-in.ts';
import { assemble, type Row } from '#domain/message/assemble.ts';
import type { Bound } from '#domain/message/columns.ts';
import type { CompiledDefinition } from '#domain/message/compile-definition.ts';
import { dueTouches, nextDueOf, notBefore, replanned, withoutFirings, type RowChunk, type Touch } from '#domain/message/row-chunk.ts';
import { DocumentMoved, type Document } from '#ports/documents.ts';
import { readCampaign } from './campaign-document.ts';
import { compiledCampaign } from './compiled-campaign.ts';
import type { House } from './house.ts';
import { readPacketDocument, type PacketDocument } from './packet-document.ts';
import { headOf, joinedRows, type Joined, type JoinSource } from './joined-rows.ts';
import { linksIn } from './page-url.ts';
import { appointmentText } from './appointment-path.ts';
import type { TextTouch } from './name-touches.ts';
import { bindPacket, packetHeader } from './packet-header.ts';
import { planRows } from './plan-rows.ts';
import { OwnersInFlight } from './owners-in-flight.ts';
import { queueTouches } from './queue-touches.ts';
import { referenceColumn, referenceIn } from './reference-column.ts';
import { rowOf } from './row-of.ts';
import { timeLimit } from './time-limit.ts';
import { topics } from './topics.ts';
import { withCompany } from './with-company.ts';

/** Touches of one commit: each may write a claim and its person's day, and a commit takes 500 writes. */
const touchesPerCommit = 200;
const tries = 8;
/** A handler takes no more of the chunk after this much real time: the next one goes on. */
const mostMs = 80_000;
const endOfTime = '9999';

/** The rows of a chunk, from the commit that loaded them. */
const rowsOf = async ({ store }: House, chunk: RowChunk): Promise<ReadonlyMap<number, Row>> => {
  const { events } = await store.feed(chunk.at.partition, chunk.at.position - 1, 1, chunkStream(chunk.packetId, chunk.chunk));
  const prefix = `${chunk.packetId}/${chunk.chunk}`;
  const isRow = (event: RecordedEvent): event is Extract<RecordedEvent, { type: 'RowLoaded' }> =>
    event.type === 'RowLoaded' && event.cause === prefix;
  return new Map(events.filter(isRow).map((event) => [event.data.row, rowOf(event)]));
};

type Work = Readonly<{
  house: House;
  cause: Cause;
  run: number;
  campaignId: string;
  campaign: Extract<KnownCampaign, { status: 'active' | 'archived' }>;
  compiled: CompiledDefinition;
  /** undefined: the packet's people were forgotten, and its columns with them */
  bound: Bound | undefined;
  rows: ReadonlyMap<number, Row>;
  /** the column of the callers' own names */
  references: number | undefined;
}>;

const planAnew = ({ compiled, bound, rows, cause }: Work, version: number, chunk: RowChunk): RowChunk => {
  // nothing can be planned without its columns: the days stay, and on them the touches are rejected with the reason
  if (bound?.kind !== 'bound') return { ...chunk, version };
  const planned = planRows({ compiled, version, binding: bound.binding, rows: [...rows.values()], now: cause.now });
  return replanned(chunk, notBefore(planned, chunk.startsAt), (ordinal, firing) => compiled.touches[ordinal]?.firings?.queueAfter(firing));
};

/** A recurring touch with the firing that takes it; undefined where its rule has come to an end. */
const atFiring = ({ compiled, cause }: Work, touch: Touch): Touch => {
  const recurring = compiled.touches[touch.ordinal];
  const firing = recurring?.firings?.dueOf(touch.from, cause.now);
  if (!recurring?.firings || firing === undefined) return touch;
  const again = recurring.firings.queueAfter(firing);
  const place = { ...touch.place, offset: recurring.firings.at(firing).offset };
  return { ...touch, place, firing, ...(again === undefined ? {} : { again }) };
};

/** Of an appointment that is over no firing is to come. */
const isPast = (assembled: TextTouch): boolean => assembled.kind === 'skipped' && assembled.over === true;

const withoutNext = (touch: Touch): Touch => {
  const { again: _, ...last } = touch;
  return last;
};

type Together = Readonly<{
  source: JoinSource;
  together: Joined;
  /** its rows are known as those of a full list */ listed: boolean;
  calledOff?: true | undefined;
}>;

const assembledTouch = (
  { house, compiled, bound, rows, references, cause, campaign, campaignId }: Work,
  { place, ordinal, firing }: Touch,
  { source, together, listed, calledOff }: Together,
): TextTouch => {
  if (calledOff) return { place, kind: 'skipped', code: 'called_off' };
  if (campaign.status === 'archived') return { place, kind: 'skipped', code: 'campaign_archived' };
  if (!bound) return { place, kind: 'skipped', code: 'forgotten' };
  const row = rows.get(place.row);
  const planned = compiled.touches[ordinal];
  const touch = firing === undefined ? planned : planned?.firings?.at(firing);
  if (bound.kind === 'unbound') return { place, kind: 'rejected', code: bound.code };
  if (!row || !touch) return { place, kind: 'rejected', code: 'row_unreadable' };
  const joined = together.rowsBy.get(place.row);
  const linkTo = linksIn(house, source)(place);
  const assembled = assemble({ compiled, binding: bound.binding, row, touch, now: cause.now, joined, linkTo });
  if (assembled.kind !== 'message') return { ...assembled, place };
  const appointment = appointmentIn({ compiled, binding: bound.binding, row, listed });
  const about = appointment ? { appointmentText: appointmentText(campaignId, appointment.id) } : {};
  const reference = referenceIn(references, row.cells);
  const named = reference === undefined ? {} : { reference };
  return { ...assembled, ...about, ...named, ...headOf(source, together, place, assembled), place, claim: '' };
};

/** Takes up to 200 due touches of the chunk in one commit; returns whether more are due. */
const takeSome = async (work: Work, found: Document<RowChunk>): Promise<boolean> => {
  const { house, campaign, cause } = work;
  const version = campaign.status === 'active' ? campaign.approved.version : found.data.version;
  const chunk = version === found.data.version ? found.data : planAnew(work, version, found.data);
  const isLast = campaign.status === 'archived' || !work.bound || found.data.calledOff === true;
  const left = isLast ? withoutFirings(chunk, cause.now) : chunk;
  const touches = dueTouches(left, isLast ? endOfTime : cause.now, touchesPerCommit).map((touch) => atFiring(work, touch));
  if (touches.length > 0) {
    const { companyId, packetId } = chunk;
    const listed = chunk.listed === true || work.compiled.definition.packets === 'full';
    const source = { companyId, packetId, chunk: chunk.chunk, compiled: work.compiled, bound: work.bound, rows: work.rows };
    const together = await joinedRows(
      house,
      source,
      touches.map(({ place }) => place.row),
    );
    const assembled = touches.map((touch) => assembledTouch(work, touch, { source, together, listed, calledOff: chunk.calledOff }));
    const taken = touches.map((touch, n) => (isLast || isPast(assembled[n]!) ? withoutNext(touch) : touch));
    const { definition } = work.compiled;
    await queueTouches(house, { found, chunk: left, touches: taken, assembled, version, run: work.run, definition }, cause);
    return true;
  }
  if (left !== found.data) {
    const dueAt = nextDueOf(left.due);
    await house.documents.write([
      { path: found.path, ifVersion: found.version, ...(dueAt === undefined ? { delete: true as const } : { data: left, dueAt }) },
    ]);
  }
  return false;
};

/** What its rows say counts once all of them stand in the log: which messages before them are overtaken is known only then. */
const speaksOfAppointments = ({ listed, onDemand }: RowChunk, { fields }: Definition): boolean =>
  onDemand !== true && (listed === true || fields['appointment'] !== undefined);

const isUnderWay = (packet: PacketDocument | undefined, isUnbound: boolean): boolean =>
  packet?.status === 'accepted' || (!isUnbound && packet?.status === 'loaded' && packet.list === 'full');

const prepare = async (house: House, chunk: RowChunk, run: number, cause: Cause): Promise<Work | undefined> => {
  const campaign = (await readCampaign(house.documents, chunk.campaignId))?.campaign;
  if (campaign?.status !== 'active' && campaign?.status !== 'archived') return undefined;
  const version = campaign.approved ?? campaign;
  const bound = await bindPacket(house, chunk.packetId, version.definition);
  const mayWait = !bound || speaksOfAppointments(chunk, version.definition);
  // the end of the loading, or of the comparing, wakes the campaign again
  if (mayWait && isUnderWay(await readPacketDocument(house.documents, chunk.packetId), !bound)) return undefined;
  const compiled = await withCompany(house, chunk.companyId, compiledCampaign(chunk.campaignId, version, chunk.onDemand));
  // it was read for `bound`, and is remembered
  const references = bound && referenceColumn(await packetHeader(house, chunk.packetId));
  return { house, cause, run, campaignId: chunk.campaignId, campaign, compiled, bound, rows: await rowsOf(house, chunk), references };
};

const isOlder = ({ campaign }: Work, chunk: RowChunk): boolean => campaign.status === 'active' && campaign.approved.version < chunk.version;

/** A call takes as long at most, or its lease ends. A hint that is lost is made up for by the campaign's check. */
const lookAgainMs = 5_000;

const lookAgain = ({ bus }: House, { path, run }: { path: string; run: number }): Promise<void> =>
  bus.publish(topics.queueRows, [{ data: { path, run }, key: `${path}@flight`, delayMs: lookAgainMs }]);

/** `more`: chunks that are taken after this one. */
export type ChunkHint = Readonly<{ path: string; run: number; more?: readonly string[] | undefined }>;

/** True: there was no time for all of it. */
const queueChunk = async (house: House, { path, run }: ChunkHint, cause: Cause): Promise<true | void> => {
  let work: Work | undefined;
  const isOver = timeLimit(house.clock, mostMs);
  for (let left = tries; ;) {
    if (isOver()) return true;
    const found = await house.documents.get<RowChunk>(path);
    if (!found) return;
    // never back to an older version than the one that planned the chunk
    if (work && isOlder(work, found.data)) work = undefined;
    work ??= await prepare(house, found.data, run, cause);
    if (!work) return;
    try {
      if (!(await takeSome(work, found))) return;
    } catch (error) {
      if (error instanceof OwnersInFlight) return lookAgain(house, { path, run });
      // a claim was taken, or the chunk was, by somebody faster: look again, at the campaign too
      if (!(error instanceof DocumentMoved) || --left === 0) throw error;
      work = undefined;
    }
  }
};

/**
 * Makes messages and work items of a chunk's touches that are due, 200 a commit. What a run has taken, no other run takes. `isAgain`: an
 * earlier delivery of the hint did not end, and may have queued without telling anybody.
 */
export const queueRows = async (house: House, hint: ChunkHint, cause: Cause, isAgain = false): Promise<void> => {
  const isOver = await queueChunk(house, hint, cause);
  if (isAgain) await house.bus.publish(topics.tickSends, [{ data: {}, key: 'tick' }]);
  const [next, ...more] = isOver ? [hint.path, ...(hint.more ?? [])] : (hint.more ?? []);
  if (next === undefined) return;
  const data = { path: next, run: hint.run, ...(more.length > 0 ? { more } : {}) };
  await house.bus.publish(topics.queueRows, [{ data, key: next }]);
};
