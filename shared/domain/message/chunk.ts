import type { Command, Decider } from '../kernel/decider.ts';
import { messageIdOf, type Place } from '../kernel/ids.ts';
import type { PacketEvent } from '../packet/events.ts';
import type { Reach } from '../campaign/contact-rules.ts';
import type { Made, MessageContent } from '../campaign/message-content.ts';
import type { MessageEvent } from './events.ts';
import { verdictOn, type HeldClaim } from './held-claim.ts';

/** A chunk: up to 500 rows of a packet and what became of each of their touches. */

// Commands

export type LoadRows = Command<'LoadRows', { rows: readonly { row: number; cells: readonly string[]; fault?: string }[] }>;

/** A touch as it was assembled, with what is known of its claim and of its person's day. */
export type AssembledTouch = Readonly<{ place: Place }> &
  (
    | Readonly<{
        kind: 'message';
        to: string;
        /** who sends it, where that is not the sender of the command */
        from?: string;
        body: string;
        content?: MessageContent;
        /** the caller's own name for its row */
        reference?: string;
        sendAt: string;
        validUntil?: string;
        /** where its recipient is, where that is not the campaign's zone */
        reach?: Reach;
        /** the location that it was made by, in the state that it had */
        site?: string;
        segments: number;
        claim: string;
        /** fingerprint of what its row says */
        facts?: string;
        /** fingerprint of the appointment that it is about, where the campaign knows appointments by an id */
        appointment?: string;
        /** the message in which its row is told, where that is another touch's */
        joins?: string;
        /** the message that has the claim already */
        held?: HeldClaim;
        /** the person's day, where the campaign limits messages per person */
        personDay?: string;
      }>
    | Readonly<{ kind: 'rejected'; code: string; field?: string; value?: string }>
    | Readonly<{ kind: 'skipped'; code: string; /** its appointment is over: nothing of it is to come */ over?: true }>
  );

/** By the person's day. */
export type PeopleCounted = Readonly<{
  counts: Readonly<Record<string, number>>;
  /** which of them tell of appointments that are known by an id, by `toldKey`, and how new the packet is that said so */
  told?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}>;

export type QueueTouches = Command<
  'QueueTouches',
  {
    packetId: string;
    chunk: number;
    campaignId: string;
    version: number;
    run: number;
    from: string;
    touches: readonly AssembledTouch[];
    /** how new the packet is, where that is known */
    order?: number;
    /** the campaign corrects what was sent */
    corrections?: boolean;
    /** messages that a person has on a day already, and how many are allowed */
    perPersonPerDay?: PeopleCounted & Readonly<{ limit: number }>;
  }
>;
export type ChunkCommand = LoadRows | QueueTouches;
export type ChunkEvent = Extract<PacketEvent, { type: 'RowLoaded' }> | MessageEvent;

// State

export type Chunk = Readonly<{ loaded: boolean; decided: ReadonlySet<string> }>;

const keyOf = ({ row, channel, offset }: Place): string => `${row}.${channel}.${offset}`;

// Decide

const load = ({ data }: LoadRows, state: Chunk): readonly ChunkEvent[] =>
  state.loaded
    ? []
    : data.rows.map(({ row, cells, fault }) => ({
        type: 'RowLoaded',
        data: fault === undefined ? { row } : { row, fault },
        private: { cells: [...cells] },
      }));

/** What is given away so far, also by this command itself: two rows of one commit may want the same claim, or be the same person. */
type Given = Readonly<{
  places: Set<string>;
  claims: Map<string, string>;
  people: Map<string, number>;
  /** claims whose owners say what a row of this command says once more: no other row takes their place */
  confirmed: ReadonlySet<string>;
}>;

export type MessageTouch = Extract<AssembledTouch, { kind: 'message' }>;
type Aim = Readonly<{ replaces?: string; corrects?: string }>;

const skip = ({ data }: QueueTouches, { place }: AssembledTouch, code: string, owner?: string): ChunkEvent => ({
  type: 'TouchSkipped',
  data: { ...place, campaignId: data.campaignId, code, ...(owner === undefined ? {} : { owner }) },
});

/** What is private of a message beside where it goes. */
export const saidIn = ({ body, content }: Pick<MessageTouch, 'body' | 'content'>): Made => ({
  body,
  ...(content === undefined ? {} : { content }),
});

/** As events take it: lists of their own. */
export const reachData = (reach: Reach | undefined) => {
  if (!reach) return {};
  const { zones, regions, location } = reach;
  const named = location === undefined ? {} : { location };
  return { reach: { ...(zones ? { zones: [...zones] } : {}), ...(regions ? { regions: [...regions] } : {}), ...named } };
};

const message = ({ data }: QueueTouches, touch: MessageTouch, { replaces, corrects }: Aim): ChunkEvent => {
  const { place, to, sendAt, validUntil, reach, segments, claim, appointment: key } = touch;
  const { campaignId, version, run, order = 0 } = data;
  const from = touch.from ?? data.from;
  const when = { sendAt, ...(validUntil === undefined ? {} : { validUntil }), ...reachData(reach) };
  const facts = { ...place, campaignId, version, run, from, ...when, segments, claim };
  const instead = replaces === undefined ? {} : { replaces: [replaces] };
  const after = corrects === undefined ? {} : { followUp: { kind: 'correction' as const, of: corrects } };
  const about = key === undefined ? {} : { appointment: { key, order } };
  const named = touch.reference === undefined ? {} : { reference: touch.reference };
  return { type: 'MessageQueued', data: { ...facts, ...about, ...instead, ...after }, private: { to, ...saidIn(touch), ...named } };
};

/** A touch of an appointment, whatever its row says of it. */
export const toldKey = ({ appointment, place: { channel, offset } }: Pick<MessageTouch, 'appointment' | 'place'>): string | undefined =>
  appointment === undefined ? undefined : `${appointment}.${channel}.${offset}`;

/** An older packet's message of the same day tells of the same appointment: this one comes instead of it. */
export const isToldInstead = (told: Readonly<Record<string, number>>, touch: MessageTouch, order: number): boolean => {
  const key = toldKey(touch);
  return key !== undefined && Object.hasOwn(told, key) && (told[key] ?? order) < order;
};

/** Whether the person may have one more message; counts it, unless it comes instead of one that was counted. */
const isWithinLimit = ({ data }: QueueTouches, touch: MessageTouch, { people }: Given): boolean => {
  const { personDay } = touch;
  if (personDay === undefined || !data.perPersonPerDay) return true;
  if (isToldInstead(data.perPersonPerDay.told?.[personDay] ?? {}, touch, data.order ?? 0)) return true;
  const count = people.get(personDay) ?? 0;
  if (count >= data.perPersonPerDay.limit) return false;
  people.set(personDay, count + 1);
  return true;
};

/** A claim that somebody else has: the same again, or a newer packet's word, which no limit holds back, for it brings no more than there was. */
const contend = (command: QueueTouches, touch: MessageTouch, held: HeldClaim, given: Given): readonly ChunkEvent[] => {
  const { campaignId, order = 0, corrections = false } = command.data;
  const claimant = { campaignId, order, facts: touch.facts ?? '', appointment: touch.appointment, corrections };
  const verdict = given.confirmed.has(touch.claim) ? 'duplicate' : verdictOn(held, claimant);
  if (verdict === 'duplicate') return [skip(command, touch, 'duplicate', held.owner)];
  given.claims.set(touch.claim, messageIdOf(command.data.packetId, command.data.chunk, touch.place));
  const aim: Aim =
    verdict === 'corrects'
      ? { corrects: held.owner }
      : { replaces: held.owner, ...(held.corrects === undefined ? {} : { corrects: held.corrects }) };
  const queued = message(command, touch, aim);
  // a correction is a message beside the touches: its touch was told by the message before it
  return aim.corrects === undefined ? [queued] : [skip(command, touch, 'corrected', aim.corrects), queued];
};

/** What another touch's message tells becomes what that one becomes: a part of it, or a duplicate like it. */
const join = (command: QueueTouches, touch: MessageTouch, head: string, given: Given): ChunkEvent => {
  const { campaignId, order = 0, corrections = false, perPersonPerDay } = command.data;
  const joined: ChunkEvent = { type: 'TouchJoined', data: { ...touch.place, campaignId, owner: head } };
  const owner = given.claims.get(touch.claim) ?? touch.held?.owner;
  if (owner === head) return joined;
  if (touch.held && owner === touch.held.owner) {
    const verdict = verdictOn(touch.held, { campaignId, order, facts: touch.facts ?? '', corrections });
    return verdict === 'duplicate' ? skip(command, touch, 'duplicate', owner) : joined;
  }
  if (owner !== undefined) return skip(command, touch, 'duplicate', owner);
  const isOver = touch.personDay !== undefined && (given.people.get(touch.personDay) ?? 0) >= (perPersonPerDay?.limit ?? Infinity);
  return isOver ? skip(command, touch, 'person_limit') : joined;
};

const queueMessage = (command: QueueTouches, touch: MessageTouch, given: Given): readonly ChunkEvent[] => {
  const self = messageIdOf(command.data.packetId, command.data.chunk, touch.place);
  if (touch.joins !== undefined) return [join(command, touch, touch.joins, given)];
  const first = given.claims.get(touch.claim);
  if (first !== undefined) return [skip(command, touch, 'duplicate', first)];
  if (touch.held && touch.held.owner !== self) return contend(command, touch, touch.held, given);
  if (!isWithinLimit(command, touch, given)) return [skip(command, touch, 'person_limit')];
  given.claims.set(touch.claim, self);
  return [message(command, touch, {})];
};

const queueOne = (command: QueueTouches, touch: AssembledTouch, given: Given): readonly ChunkEvent[] => {
  if (touch.kind === 'message') return queueMessage(command, touch, given);
  if (touch.kind === 'skipped') return [skip(command, touch, touch.code)];
  const { code, field, value } = touch;
  const at = { ...touch.place, campaignId: command.data.campaignId };
  return [{ type: 'TouchRejected', data: field === undefined ? { ...at, code } : { ...at, code, field }, private: { value: value ?? '' } }];
};

const confirmedBy = (touches: readonly AssembledTouch[]): ReadonlySet<string> =>
  new Set(
    touches.flatMap((touch) =>
      touch.kind === 'message' && touch.facts !== undefined && touch.held?.facts === touch.facts && touch.held.overtaken !== true
        ? [touch.claim]
        : [],
    ),
  );

const queue = (command: QueueTouches, state: Chunk): readonly ChunkEvent[] => {
  const people = new Map(Object.entries(command.data.perPersonPerDay?.counts ?? {}));
  const confirmed = confirmedBy(command.data.touches);
  const given: Given = { places: new Set(state.decided), claims: new Map(), people, confirmed };
  return command.data.touches.flatMap((touch) => {
    const key = keyOf(touch.place);
    if (given.places.has(key)) return [];
    given.places.add(key);
    return queueOne(command, touch, given);
  });
};

const decide = (command: ChunkCommand, state: Chunk): readonly ChunkEvent[] => {
  switch (command.type) {
    case 'LoadRows':
      return load(command, state);
    case 'QueueTouches':
      return queue(command, state);
    default:
      return command satisfies never;
  }
};

// Evolve

const evolve = (state: Chunk, event: ChunkEvent): Chunk => {
  switch (event.type) {
    case 'RowLoaded':
      return { ...state, loaded: true };
    case 'MessageQueued':
    case 'TouchRejected':
    case 'TouchSkipped':
    case 'TouchJoined':
      return { ...state, decided: new Set([...state.decided, keyOf(event.data)]) };
    default:
      return state;
  }
};

export const chunk: Decider<Chunk, ChunkCommand, ChunkEvent> = { initial: { loaded: false, decided: new Set() }, decide, evolve };
