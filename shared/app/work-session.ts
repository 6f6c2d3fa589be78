import type { Reach } from '#domain/campaign/contact-rules.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { messageIdIn, type Place } from '#domain/kernel/ids.ts';
import type { MessageContent } from '#domain/campaign/message-content.ts';
import type { FollowUp, KnownAppointment, MessageEvent } from '#domain/message/events.ts';
import { dueAtOf, type WorkItem } from '#domain/work/work-item.ts';
import { decideWork, type WorkCommand } from '#domain/work/work.ts';
import { DocumentMoved, type DocumentExpectation, type DocumentWrite } from '#ports/documents.ts';
import type { Provider } from '#ports/provider.ts';
import { doubtWrites } from './doubt-path.ts';
import type { House } from './house.ts';
import type { Pace } from './limits-of-sender.ts';
import { watchWrites } from './watch-writes.ts';

/** Real time for which a work item belongs to one handler, renewed by every commit of it, unless the house says otherwise. */
export const leaseMs = 90_000;

export const leaseOf = (house: Pick<House, 'leaseMs'>): number => house.leaseMs ?? leaseMs;

/** `to` is empty where the person was forgotten. */
export type WorkMessage = Readonly<{
  place: Place;
  to: string;
  body: string;
  content?: MessageContent;
  from: string;
  segments: number;
  claim: string;
  version: number;
  run: number;
  validUntil?: string;
  reach?: Reach;
  followUp?: FollowUp;
  appointment?: KnownAppointment;
}>;

/** A leased work item under way. `item` and `version` follow what is stored. */
export type WorkSession = {
  readonly house: House;
  readonly path: string;
  readonly cause: Cause;
  readonly messages: readonly WorkMessage[];
  readonly owner: string;
  /** who is asked for the group at hand, and for whom nothing is known yet: who would be */
  provider: Provider;
  /** the sender of the group's route, in place of the messages' own */
  from?: string;
  item: WorkItem;
  version: number;
  commits: number;
  /** what it takes of limits, once it has taken something */
  pace?: Pace;
  /** in minutes, after which another channel tells whom this one did not reach; null: none does. Left out: nobody has looked */
  fallbackMinutes?: number | null;
  /** suppressions of its recipients that are about other brands than its own, by path */
  otherMarks?: Map<string, number>;
  /** somebody looks after its messages */
  watched?: boolean;
  /** its place among those that wait for a limit */
  seat?: string;
};

export class LeaseLost extends Error {
  constructor() {
    super('somebody else works on this item now');
    this.name = 'LeaseLost';
  }
}

/** Messages gave way to newer ones while the item was held: the lease is kept, and the session goes on with what is left of the item. */
export class ItemMoved extends DocumentMoved {}

const placeOf = ({ place }: WorkMessage): Place => place;

/** Decides without storing; several decisions may go into one commit. */
export const decideIn = (session: WorkSession, item: WorkItem, command: WorkCommand) =>
  decideWork(command, { item, places: session.messages.map(placeOf) });

/** A refusal is final: the provider has not sent it. */
const endsUnsent: ReadonlySet<string> = new Set(['MessageExpired', 'MessageCanceled', 'MessageFailed']);

/**
 * Messages that end unsent give their claims back: the same appointment may come again. One that was replaced has none any more; a
 * correction keeps its own, for what it corrects was sent.
 */
const releases = async (session: WorkSession, events: readonly MessageEvent[]): Promise<readonly DocumentWrite[]> => {
  const ended = new Set(events.filter(({ type }) => endsUnsent.has(type)).map(({ data }) => keyOf(data)));
  const releasing = session.messages.filter(({ place, followUp }) => ended.has(keyOf(place)) && !followUp);
  if (releasing.length === 0) return [];
  const found = await session.house.documents.getMany<Readonly<{ owner: string }>>(releasing.map(({ claim }) => claimPath(claim)));
  return releasing.flatMap(({ place }, n) => {
    const claim = found[n];
    const isOwn = claim?.data.owner === messageIdIn(session.item.payload.stream, place);
    return isOwn ? [{ path: claim.path, delete: true as const, ifVersion: claim.version }] : [];
  });
};

const keyOf = ({ row, channel, offset }: Place): string => `${row}.${channel}.${offset}`;

/** Why a message was canceled whose place another one took. */
export const replacedCode = 'replaced';

export const claimPath = (claim: string): string => `claims/${claim}`;

const itemWrite = (session: WorkSession, item: WorkItem, leased: boolean): DocumentWrite => {
  const { path, version: ifVersion, house, owner } = session;
  const now = house.clock.now();
  const dueAt = dueAtOf(item, now);
  if (dueAt === undefined) return { path, ifVersion, delete: true };
  const { lease: _, ...rest } = item;
  if (!leased) return { path, ifVersion, data: rest, dueAt };
  // while it is leased the item stays due: whoever meets it sees the lease and leaves it alone
  return { path, ifVersion, data: { ...rest, lease: { owner, until: house.clock.realMs() + leaseOf(house) } }, dueAt };
};

type Storing = Readonly<{
  keep?: boolean;
  expects?: readonly DocumentExpectation[];
  /** beside the item */ documents?: readonly DocumentWrite[];
}>;

/**
 * Stores the events and the item in one commit and renews (or gives up) the lease. Throws LeaseLost when the item was changed by
 * somebody else, DocumentMoved when one of `expects` does not hold or a claim has a new owner, ItemMoved: then nothing was written.
 */
export const commitWork = async (
  session: WorkSession,
  decision: Readonly<{ item: WorkItem; events: readonly MessageEvent[] }>,
  { keep = true, expects = [], documents: beside = [] }: Storing = {},
): Promise<void> => {
  const { house, cause } = session;
  const released = await releases(session, decision.events);
  const watching = await watchWrites(session, decision.events);
  await storeItem(session, { item: decision.item, keep }, async (write) => {
    const { companyId, payload } = session.item;
    const held = doubtWrites(decision.events, { companyId, stream: payload.stream, now: house.clock.now() });
    const documents = [write, ...released, ...held, ...watching, ...beside];
    if (decision.events.length === 0) return house.documents.write(documents, expects);
    const own = { ...cause, id: `${cause.id}:${session.owner}:${(session.commits += 1)}`, now: house.clock.now() };
    await house.store.append({ stream: payload.stream, companyId, events: decision.events, documents, expects, cause: own });
  });
};

const tries = 50;

/** As `commitWork`, decided anew from the item as it is whenever messages of it, or their claims, went to newer ones meanwhile. */
export const commitDecided = async (
  session: WorkSession,
  decideFrom: (item: WorkItem) => Readonly<{ item: WorkItem; events: readonly MessageEvent[] }>,
  storing?: Storing,
): Promise<void> => {
  for (let left = tries; ; left--) {
    try {
      return await commitWork(session, decideFrom(session.item), storing);
    } catch (error) {
      if (!(error instanceof DocumentMoved) || left <= 1) throw error;
    }
  }
};

/**
 * Stores the item by a commit of the caller's, which has its write in it. Throws LeaseLost when somebody else has the item, ItemMoved when
 * messages were taken out of it.
 */
export const storeItem = async (
  session: WorkSession,
  { item, keep }: Readonly<{ item: WorkItem; keep: boolean }>,
  commit: (write: DocumentWrite) => Promise<void>,
): Promise<void> => {
  const write = itemWrite(session, item, keep);
  try {
    await commit(write);
  } catch (error) {
    if (!(error instanceof DocumentMoved) || error.path !== session.path) throw error;
    await readAgain(session);
    throw new ItemMoved(session.path);
  }
  session.item = item;
  if (keep && 'data' in write) await readAgain(session);
};

/**
 * The item as it stands, and the version to write against, while the lease that it was stored with still stands: one that somebody else gave
 * back is gone as well.
 */
const readAgain = async (session: WorkSession): Promise<void> => {
  const { house, path, owner } = session;
  const current = await house.documents.get<WorkItem>(path);
  if (current?.data.lease?.owner !== owner) throw new LeaseLost();
  session.item = current.data;
  session.version = current.version;
};
