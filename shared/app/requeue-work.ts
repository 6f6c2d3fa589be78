import type { KnownCampaign } from '#domain/campaign/campaign.ts';
import { messagesIn, type ChunkMessages } from '#domain/delivery/chunk-messages.ts';
import { messageIdIn, parseMessageId } from '#domain/kernel/ids.ts';
import { assemble, type Row } from '#domain/message/assemble.ts';
import type { Bound } from '#domain/message/columns.ts';
import type { CompiledDefinition } from '#domain/message/compile-definition.ts';
import type { MessageEvent } from '#domain/message/events.ts';
import { requeue, type Waiting } from '#domain/message/requeue.ts';
import { workOf } from '#domain/work/work-item.ts';
import { DocumentMoved, type DocumentWrite } from '#ports/documents.ts';
import { isTooMuch } from './is-too-much.ts';
import { chooseSenders } from './choose-senders.ts';
import { linksIn } from './page-url.ts';
import { compiledCampaign } from './compiled-campaign.ts';
import { bindPacket } from './packet-header.ts';
import { rowOf } from './row-of.ts';
import { claimWrite, isQueued, placeKey } from './claim-writes.ts';
import { readClaims, type Claim, type Claims } from './hold-claims.ts';
import { headOf, joinedRows, type Joined } from './joined-rows.ts';
import { touchFor } from './touch-for.ts';
import { nameTouches, type TextTouch } from './name-touches.ts';
import { valid } from './queue-touches.ts';
import { movedTo, sitesIn } from './are-sites-moved.ts';
import { wakeWork } from './wake-work.ts';
import { workHint, workPaths, workWrite } from './work-write.ts';
import { storeItem, type WorkMessage, type WorkSession } from './work-session.ts';
import { withCompany } from './with-company.ts';

/** Messages of one commit: each may give a claim back and take another, and a commit takes 500 writes. */
const messagesPerCommit = 200;
const tries = 8;

type Active = Extract<KnownCampaign, { status: 'active' }>;

/** What messages are made of in the version that sends now. */
type Source = Readonly<{
  packetId: string;
  chunk: number;
  version: number;
  compiled: CompiledDefinition;
  /** undefined: the packet's people were forgotten, and its columns with them */
  bound: Bound | undefined;
  rows: ReadonlyMap<number, Row>;
  messages: ChunkMessages;
}>;

const sourceOf = async ({ house, item, messages }: WorkSession, { approved }: Active): Promise<Source> => {
  const { stream } = item.payload;
  const first = messages[0] && parseMessageId(messageIdIn(stream, messages[0].place));
  if (!first) throw new Error('the payload of the work item has no messages');
  const { packetId, chunk } = first;
  const { events } = await house.store.read(stream);
  return {
    packetId,
    chunk,
    version: approved.version,
    compiled: await withCompany(house, item.companyId, compiledCampaign(item.campaignId, approved, item.priority === 'now')),
    bound: await bindPacket(house, packetId, approved.definition),
    rows: new Map(events.flatMap((event) => (event.type === 'RowLoaded' ? [[event.data.row, rowOf(event)] as const] : []))),
    messages: messagesIn(events),
  };
};

type Anew = Readonly<{ now: string; together: Joined; linksOf: ReturnType<typeof linksIn> }>;

const assembledAnew = (source: Source, message: WorkMessage, { now, together, linksOf }: Anew): TextTouch => {
  const { compiled, bound, rows } = source;
  const { place, to } = message;
  if (!bound || to === '') return { place, kind: 'skipped', code: 'forgotten' };
  if (bound.kind === 'unbound') return { place, kind: 'rejected', code: bound.code };
  const touch = touchFor(source, message);
  if (!touch) return { place, kind: 'skipped', code: 'touch_dropped' };
  const row = rows.get(place.row);
  if (!row) return { place, kind: 'rejected', code: 'row_unreadable' };
  const joined = together.rowsBy.get(place.row);
  const assembled = assemble({ compiled, binding: bound.binding, row, touch, now, joined, linkTo: linksOf(place) });
  if (assembled.kind !== 'message') return { ...assembled, place };
  return { ...assembled, ...headOf(source, together, place, assembled), place, claim: '' };
};

/** The messages with their touches, by fingerprint, and every claim that they hold or want. */
const lookUp = async ({ house, item }: WorkSession, source: Source, messages: readonly WorkMessage[]) => {
  const now = house.clock.now();
  const places = messages.map(({ place }) => place.row);
  const together = await joinedRows(house, { ...source, companyId: item.companyId }, places);
  const linksOf = linksIn(house, { ...source, companyId: item.companyId });
  const anew = messages.map((message) => assembledAnew(source, message, { now, together, linksOf }));
  const named = nameTouches(house, item.companyId, anew)
    .map(valid)
    // whoever follows a message by another channel keeps that one's claim
    .map((touch, n) =>
      touch.kind === 'message' && messages[n]?.followUp?.kind === 'fallback' ? { ...touch, claim: messages[n].claim } : touch,
    );
  // who sends is known already, from when they were queued
  const { touches } = await chooseSenders(house, item.companyId, named, now);
  const wanted = touches.flatMap((touch) => (touch.kind === 'message' ? [touch.claim] : []));
  const claims = await readClaims(house, [...messages.map(({ claim }) => claim), ...wanted]);
  const waiting = messages.map(({ claim, run, followUp, appointment }, n): Waiting => {
    const touch = touches[n]!;
    const known = touch.kind === 'message' ? claims.get(touch.claim)?.data : undefined;
    const held = touch.kind === 'message' && known ? { ...touch, held: { ...known, waits: false } } : touch;
    return { touch: held, run, claim, ...(followUp ? { followUp } : {}), ...(appointment ? { appointment } : {}) };
  });
  return { waiting, claims, now };
};

type Settled = Readonly<{
  stream: string;
  events: readonly MessageEvent[];
  waiting: readonly Waiting[];
  claims: Claims;
  /** the cause of the append */
  work: string;
  now: string;
}>;

/** Claims as they are after the events: what nobody needs any more is free, what is kept or changed hands names the new work item. */
const claimWrites = ({ stream, events, waiting, claims, work, now }: Settled): readonly DocumentWrite[] => {
  const queued = events.filter(isQueued);
  const kept = new Set(queued.map(({ data }) => data.claim));
  const at = new Map(waiting.map((one) => [placeKey(one.touch.place), one]));
  const ownedBy = (owner: string, claim: string | undefined): Claim | undefined => {
    const known = claims.get(claim ?? '')?.data;
    return known?.owner === owner ? known : undefined;
  };
  const taken = queued.map(({ data }, index) => {
    const owner = messageIdIn(stream, data);
    const { touch, claim } = at.get(placeKey(data)) ?? {};
    const facts = touch?.kind === 'message' && touch.facts !== undefined ? { facts: touch.facts } : {};
    const claimed: Claim = { ...ownedBy(owner, claim), owner, ...facts, work: workOf(work, data.channel), index };
    return claimWrite(data.claim, claimed, { sendAt: data.sendAt, claims, now });
  });
  const freed = waiting.flatMap(({ touch, claim }): readonly DocumentWrite[] => {
    const known = claims.get(claim);
    if (!known || kept.has(claim) || known.data.owner !== messageIdIn(stream, touch.place)) return [];
    return [{ path: known.path, delete: true, ifVersion: known.version }];
  });
  return [...freed, ...taken];
};

/** One commit: up to 200 messages leave the item, canceled or queued again in an item of their own; fewer where that would be too much. */
const requeueSome = async (session: WorkSession, source: Source, most = messagesPerCommit): Promise<void> => {
  const { house, item } = session;
  const { companyId, campaignId, payload } = item;
  const { stream } = payload;
  const { packetId, chunk, version } = source;
  const indexes = item.pending.slice(0, most).map(([index]) => index);
  const messages = indexes.flatMap((index) => session.messages[index] ?? []);
  const { waiting, claims, now } = await lookUp(session, source, messages);
  const { from } = source.compiled.definition;
  const events = requeue({ packetId, chunk, campaignId, version, from, waiting });
  if (indexes.length > 1 && isTooMuch({ writes: 0, events })) return requeueSome(session, source, Math.ceil(indexes.length / 2));
  const queued = events.filter(isQueued);
  const gone = new Set(indexes);
  const left = { ...item, pending: item.pending.filter(([index]) => !gone.has(index)) };
  // the first message names the commit: it comes to a version once, and to a state of its locations
  const { row, channel, offset } = messages[0]?.place ?? { row: 0, channel: 'sms', offset: 0 };
  const made = sitesIn(waiting.map(({ touch }) => touch));
  const own = `${packetId}/${chunk}/${row}.${channel}.${offset}@${version}${movedTo(item, made)}`;
  await storeItem(session, { item: left, keep: true }, async (write) => {
    await house.store.append({
      stream,
      companyId,
      events,
      cause: { ...session.cause, id: own, correlation: packetId, now },
      documents: (at) => [
        write,
        ...claimWrites({ stream, events, waiting, claims, work: own, now }),
        ...workWrite({ companyId, campaignId, stream, version, queued, at, cause: own, priority: item.priority, ...made }),
      ],
    });
  });
  if (!queued.some(({ data }) => data.sendAt <= now)) return;
  await wakeWork(
    house,
    workPaths({ companyId, cause: own, queued }).map((path) => ({ item, hint: workHint(path) })),
  );
};

/**
 * Messages that wait were made from a version that no longer sends: they are made anew from the one that does, or canceled where it has no
 * such message. What is in flight stays with its item until it is known what became of it.
 */
export const requeueWork = async (session: WorkSession, campaign: Active): Promise<void> => {
  if (session.item.pending.length === 0) return;
  const source = await sourceOf(session, campaign);
  for (let left = tries; session.item.pending.length > 0;) {
    try {
      await requeueSome(session, source);
    } catch (error) {
      // a claim was taken or given back meanwhile: look again
      if (!(error instanceof DocumentMoved) || --left === 0) throw error;
    }
  }
};
