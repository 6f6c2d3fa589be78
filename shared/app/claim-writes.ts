import type { Event } from '#domain/kernel/event.ts';
import { messageIdIn, parseMessageId, type Place } from '#domain/kernel/ids.ts';
import { remember } from '#domain/kernel/remember.ts';
import type { AssembledTouch, ChunkEvent } from '#domain/message/chunk.ts';
import { workOf } from '#domain/work/work-item.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import type { Claim, Claims } from './hold-claims.ts';
import { claimPath } from './work-session.ts';

export type Queued = Extract<ChunkEvent, { type: 'MessageQueued' }>;
type MessageTouch = Extract<AssembledTouch, { kind: 'message' }>;

/** How long a claim outlives the day of sending. */
export const claimDays = 30;
const dayMs = 86_400_000;
/** The messages of a chunk go at few times. */
const laterBy = remember(50, (days: number) =>
  remember(1_000, (instant: string) => new Date(Date.parse(instant) + days * dayMs).toISOString()),
);
export const later = (instant: string, days: number): string => laterBy(days)(instant);

/** Different facts of one packet that a claim remembers. */
const mostOthers = 20;

export const placeKey = ({ row, channel, offset }: Place): string => `${row}.${channel}.${offset}`;

export const isQueued = (event: Event): event is Queued => event.type === 'MessageQueued';

/** A claim's document, on the condition that it stands as it was read. */
export const claimWrite = (claim: string, data: Claim, { sendAt, claims, now }: { sendAt: string; claims: Claims; now: string }) => {
  const known = claims.get(claim);
  return {
    path: claimPath(claim),
    data,
    expiresAt: later(sendAt > now ? sendAt : now, claimDays),
    ...(known ? { ifVersion: known.version } : { ifAbsent: true as const }),
  };
};

type Decided = Readonly<{
  stream: string;
  packetId: string;
  campaignId: string;
  order: number;
  events: readonly ChunkEvent[];
  touches: readonly AssembledTouch[];
  claims: Claims;
  /** the cause of the append */
  work: string;
  now: string;
}>;

type ByPlace = ReadonlyMap<string, MessageTouch>;

const byPlace = (touches: readonly AssembledTouch[]): ByPlace =>
  new Map(touches.flatMap((touch) => (touch.kind === 'message' ? [[placeKey(touch.place), touch] as const] : [])));

/** Rows that say something else than the owner of their claim, which is of their own packet: when the file comes again, none is news. */
const besides = ({ events, packetId }: Decided, touchAt: ByPlace): ReadonlyMap<string, readonly MessageTouch[]> => {
  const found = new Map<string, MessageTouch[]>();
  for (const event of events) {
    if (event.type !== 'TouchSkipped' || event.data.code !== 'duplicate') continue;
    const touch = touchAt.get(placeKey(event.data));
    if (touch && parseMessageId(event.data.owner ?? '')?.packetId === packetId)
      found.set(touch.claim, [...(found.get(touch.claim) ?? []), touch]);
  }
  return found;
};

const othersIn = (claim: Claim, touches: readonly MessageTouch[] = []): Pick<Claim, 'others'> => {
  const known = claim.others ?? [];
  const facts = touches.flatMap(({ facts: said }) => (said === undefined || said === claim.facts ? [] : [said]));
  const others = [...new Set([...known, ...facts])].slice(0, mostOthers);
  return others.length === 0 ? {} : { others };
};

/** The claims of the messages that are queued, and what rows beside them said. */
export const claimWrites = (decided: Decided): readonly DocumentWrite[] => {
  const { stream, campaignId, order, claims, work, now } = decided;
  const touchAt = byPlace(decided.touches);
  const beside = besides(decided, touchAt);
  const queued = decided.events.filter(isQueued);
  const taken = queued.map(({ data: { claim, sendAt, followUp, ...place } }, index) => {
    const { facts, appointment } = touchAt.get(placeKey(place)) ?? {};
    const corrects = followUp === undefined ? {} : { corrects: followUp.of };
    const said = { ...(facts === undefined ? {} : { facts }), ...(appointment === undefined ? {} : { appointment }) };
    const owner = messageIdIn(stream, place);
    const data: Claim = { owner, campaignId, order, ...said, ...corrects, work: workOf(work, place.channel), index };
    const others = othersIn({ ...claims.get(claim)?.data, ...data }, beside.get(claim));
    return claimWrite(claim, { ...data, ...others }, { sendAt, claims, now });
  });
  const owned = new Set(queued.map(({ data }) => data.claim));
  const noted = [...beside].flatMap(([claim, touches]) => {
    const known = claims.get(claim)?.data;
    if (!known || owned.has(claim)) return [];
    const others = othersIn(known, touches);
    if ((others.others?.length ?? 0) === (known.others?.length ?? 0)) return [];
    return [claimWrite(claim, { ...known, ...others }, { sendAt: touches[0]!.sendAt, claims, now })];
  });
  return [...taken, ...noted];
};
