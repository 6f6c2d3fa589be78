import type { Command, Decider } from '../kernel/decider.ts';
import { messageIdOf, type Place } from '../kernel/ids.ts';
import type { PacketEvent } from '../packet/events.ts';
import type { MessageEvent } from './events.ts';

/** A chunk: up to 500 rows of a packet and what became of each of their touches. */

// Commands

export type LoadRows = Command<'LoadRows', { rows: readonly { row: number; cells: readonly string[]; fault?: string }[] }>;

/** A touch as it was assembled, with what is known of its claim and of its person's day. */
export type AssembledTouch = Readonly<{ place: Place }> &
  (
    | Readonly<{
        kind: 'message';
        to: string;
        body: string;
        sendAt: string;
        validUntil?: string;
        segments: number;
        claim: string;
        /** the message that holds the claim already */
        owner?: string;
        /** the person's day, where the campaign limits messages per person */
        personDay?: string;
      }>
    | Readonly<{ kind: 'rejected'; code: string; field?: string; value?: string }>
    | Readonly<{ kind: 'skipped'; code: string }>
  );

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
    /** messages that a person has on a day already, and how many are allowed */
    perPersonPerDay?: Readonly<{ limit: number; counts: Readonly<Record<string, number>> }>;
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
type Given = Readonly<{ places: Set<string>; claims: Map<string, string>; people: Map<string, number> }>;

const queueOne = ({ data }: QueueTouches, touch: AssembledTouch, given: Given): ChunkEvent => {
  const at = { ...touch.place, campaignId: data.campaignId };
  if (touch.kind === 'rejected') {
    const { code, field, value } = touch;
    return { type: 'TouchRejected', data: field === undefined ? { ...at, code } : { ...at, code, field }, private: { value: value ?? '' } };
  }
  if (touch.kind === 'skipped') return { type: 'TouchSkipped', data: { ...at, code: touch.code } };
  const self = messageIdOf(data.packetId, data.chunk, touch.place);
  const owner = touch.owner ?? given.claims.get(touch.claim);
  if (owner !== undefined && owner !== self) return { type: 'TouchSkipped', data: { ...at, code: 'duplicate', owner } };
  if (touch.personDay !== undefined && data.perPersonPerDay) {
    const count = given.people.get(touch.personDay) ?? 0;
    if (count >= data.perPersonPerDay.limit) return { type: 'TouchSkipped', data: { ...at, code: 'person_limit' } };
    given.people.set(touch.personDay, count + 1);
  }
  given.claims.set(touch.claim, self);
  const { to, body, sendAt, validUntil, segments, claim } = touch;
  const { version, run, from } = data;
  const valid = validUntil === undefined ? {} : { validUntil };
  return { type: 'MessageQueued', data: { ...at, version, run, from, sendAt, ...valid, segments, claim }, private: { to, body } };
};

const queue = (command: QueueTouches, state: Chunk): readonly ChunkEvent[] => {
  const people = new Map(Object.entries(command.data.perPersonPerDay?.counts ?? {}));
  const given: Given = { places: new Set(state.decided), claims: new Map(), people };
  return command.data.touches.flatMap((touch) => {
    const key = keyOf(touch.place);
    if (given.places.has(key)) return [];
    given.places.add(key);
    return [queueOne(command, touch, given)];
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
      return { ...state, decided: new Set([...state.decided, keyOf(event.data)]) };
    default:
      return state;
  }
};

export const chunk: Decider<Chunk, ChunkCommand, ChunkEvent> = { initial: { loaded: false, decided: new Set() }, decide, evolve };
