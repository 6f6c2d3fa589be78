import type { Definition } from '#domain/campaign/definition.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { chunk as chunkDecider, type AssembledTouch } from '#domain/message/chunk.ts';
import { nextDueOf, without, type RowChunk, type Touch } from '#domain/message/row-chunk.ts';
import type { Document, DocumentWrite } from '#ports/documents.ts';
import { isTooMuch } from './is-too-much.ts';
import { claimWrites, isQueued, later } from './claim-writes.ts';
import { chooseSenders } from './choose-senders.ts';
import { holdClaims } from './hold-claims.ts';
import type { House } from './house.ts';
import { sitesIn } from './are-sites-moved.ts';
import { skipReplaced } from './skip-replaced.ts';
import { nameTouches, type TextTouch } from './name-touches.ts';
import { OwnersInFlight, waitingFor } from './owners-in-flight.ts';
import { countedIn, personDayWrites, readPeople } from './person-day-writes.ts';
import { replacedWrites, wakeReplaced } from './replaced-writes.ts';
import { skipOptedOut } from './skip-opted-out.ts';
import { skipWithoutConsent } from './skip-without-consent.ts';
import { wakeLanes } from './wake-lanes.ts';
import { wakeWork } from './wake-work.ts';
import { channelsOf, workHint, workPaths, workWrite } from './work-write.ts';

/** A message without an appointment is worth nothing after three days: better expired than late. */
export const validDays = 3;

export type ToQueue = Readonly<{
  found: Document<RowChunk>;
  /** the chunk as planned for `version` */
  chunk: RowChunk;
  touches: readonly Touch[];
  assembled: readonly TextTouch[];
  version: number;
  run: number;
  definition: Definition;
}>;

/** Nobody who opted out; claims and person days become fingerprints, and what stands under them is looked up: a repeated file costs reads. */
const lookUp = async (house: House, { chunk, assembled, definition }: ToQueue, now: string) => {
  const { companyId, campaignId, packetId, order = 0 } = chunk;
  const open = await skipOptedOut(house, { companyId, from: definition.from }, assembled);
  const wanted = await skipWithoutConsent(house, { companyId, definition }, open);
  const named = await skipReplaced(house, { campaignId, packetId, order }, nameTouches(house, companyId, wanted));
  const { touches, claims, items } = await holdClaims(house, { companyId, campaignId, order }, named);
  const people = await readPeople(house, touches);
  const limit = definition.limits?.perPersonPerDay;
  const perPersonPerDay = limit === undefined ? {} : { perPersonPerDay: { limit, ...countedIn(people) } };
  const chosen = await chooseSenders(house, companyId, touches.map(valid), now);
  return { ...chosen, claims, items, people, ...perPersonPerDay };
};

/** With an end: its own, or the one that every message has. */
export const valid = (touch: AssembledTouch): AssembledTouch =>
  touch.kind === 'message' && touch.validUntil === undefined ? { ...touch, validUntil: later(touch.sendAt, validDays) } : touch;

/** What becomes of the touches, and everything that is to be written for it but the messages' work item. */
const decide = async (house: House, toQueue: ToQueue, now: string) => {
  const { found, chunk, touches, version, run, definition } = toQueue;
  const known = await lookUp(house, toQueue, now);
  const waiting = waitingFor(toQueue, known.touches);
  const { packetId, companyId, campaignId, order = 0 } = chunk;
  const { perPersonPerDay, claims, items } = known;
  const facts = {
    packetId,
    chunk: chunk.chunk,
    campaignId,
    version,
    run,
    from: definition.from,
    order,
    corrections: definition.corrections,
  };
  const data = { ...facts, touches: known.touches, ...(perPersonPerDay ? { perPersonPerDay } : {}) };
  const events = chunkDecider.decide({ type: 'QueueTouches', data }, { loaded: true, decided: new Set() });
  const queued = events.filter(isQueued);
  const left = without(chunk, touches);
  const dueAt = nextDueOf(left.due);
  // the first touch names the commit: it is taken once
  const [first] = touches;
  // a recurring one is taken once for each firing
  const firing = first?.firing === undefined ? '' : `~${first.place.offset}`;
  const work = `${packetId}/${chunk.chunk}/${first?.number ?? 0}@${version}${firing}`;
  const stream = chunkStream(packetId, chunk.chunk);
  const replacing = { companyId, events, claims, items, now };
  const writes: readonly DocumentWrite[] = [
    { path: found.path, ifVersion: found.version, ...(dueAt === undefined ? { delete: true as const } : { data: left, dueAt }) },
    ...claimWrites({ stream, packetId, campaignId, order, events, touches: known.touches, claims, work, now }),
    ...personDayWrites({ queued, touches: known.touches, people: known.people, order }),
    ...replacedWrites(replacing),
    ...[...new Set(queued.map((event) => event.private?.to ?? ''))].flatMap((to) => known.remembers.get(to) ?? []),
  ];
  return { events, queued, writes, work, stream, replacing, waiting, made: sitesIn(known.touches) };
};

const only = ({ touches, assembled, ...rest }: ToQueue, isWanted: (n: number) => boolean): ToQueue => ({
  ...rest,
  touches: touches.filter((_, n) => isWanted(n)),
  assembled: assembled.filter((_, n) => isWanted(n)),
});

/**
 * One commit: what became of the touches, the claims of the new messages, their work item, those that they take the place of, and the chunk
 * without the touches; of the first of them alone where it would be too much. Throws DocumentMoved when a claim, the chunk or a message that
 * was to be replaced was taken meanwhile, OwnersInFlight when it is too early: then nothing was written.
 */
export const queueTouches = async (house: House, toQueue: ToQueue, cause: Cause): Promise<void> => {
  const { chunk, version } = toQueue;
  const { companyId, campaignId, packetId } = chunk;
  const { events, queued, writes, work, stream, replacing, waiting, made } = await decide(house, toQueue, cause.now);
  const { length } = toQueue.touches;
  const some = (isWanted: (n: number) => boolean): Promise<void> => queueTouches(house, only(toQueue, isWanted), cause);
  if (waiting.size === length) throw new OwnersInFlight();
  if (waiting.size > 0) return some((n) => !waiting.has(n));
  const isOver = isTooMuch({ writes: writes.length + channelsOf(queued).length, events });
  if (isOver && length > 1) return some((n) => n < length / 2);
  const priority = chunk.onDemand ? 'now' : 'bulk';
  await house.store.append({
    stream,
    companyId,
    events,
    cause: { ...cause, id: work, correlation: packetId },
    documents: (at) => [...writes, ...workWrite({ companyId, campaignId, stream, version, queued, at, cause: work, priority, ...made })],
  });
  await wakeReplaced(house, replacing);
  const paths = workPaths({ companyId, cause: work, queued });
  // what somebody waits for does not wait for the next tick, and what is due goes soon
  if (priority === 'now') {
    const wakes = paths.map((path) => ({ item: { priority } as const, hint: workHint(path) }));
    return wakeWork(house, wakes);
  }
  const dueAt = queued.map(({ data }) => data.sendAt).sort()[0];
  if (dueAt !== undefined && dueAt <= house.clock.now()) await wakeLanes(house, { campaignId, paths, dueAt });
};
