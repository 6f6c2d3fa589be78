import type { Command, Decider } from '../kernel/decider.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { PacketEvent, UnderstoodFile } from './events.ts';

// Commands

type On = { packetId: string; campaignId: string };
export type AcceptPacket = Command<
  'AcceptPacket',
  On & {
    md5: string;
    bytes: number;
    generation: number;
    version: number;
    path: string;
    fileName: string;
    source?: 'request' | 'list';
    fixes?: string;
    list?: 'full';
    startsAt?: string;
    acceptedBy?: string | undefined;
  }
>;
export type FinishLoading = Command<
  'FinishLoading',
  On & {
    rows: number;
    chunks: number;
    header: readonly string[];
    understood?: UnderstoodFile | undefined;
    notes?: Readonly<Record<string, number>> | undefined;
    sheet?: string | undefined;
    /** field → column of the file's source, where there is one */
    mapping?: Readonly<Record<string, string>> | undefined;
  }
>;
export type FailPacket = Command<
  'FailPacket',
  On & {
    code: string;
    rows: number;
    message: string;
    header?: readonly string[];
    mapping?: Readonly<Record<string, string>> | undefined;
    /** of the content that could not be used; a newer one is another matter */ generation?: number;
  }
>;
/** Reads the rows of a packet that failed once more: its campaign may ask for other columns now. */
export type RetryPacket = Command<'RetryPacket', On & { acceptedBy?: string | undefined }>;
type Compared = On & { vanished: number; relisted: number };
/** A full list lacks so much that a person is to look at it first. */
export type HoldPacket = Command<'HoldPacket', Compared>;
export type ConfirmPacket = Command<'ConfirmPacket', On & { confirmedBy: string }>;
export type FinishComparing = Command<'FinishComparing', Compared>;
/** Of a request whose messages go later: from another time on, or never. */
export type ReschedulePacket = Command<'ReschedulePacket', On & { startsAt: string; by?: string | undefined }>;
export type CancelPacket = Command<'CancelPacket', On & { by?: string | undefined }>;
export type PacketCommand =
  AcceptPacket | FinishLoading | FailPacket | RetryPacket | HoldPacket | ConfirmPacket | FinishComparing | ReschedulePacket | CancelPacket;

// State

/** What is known of the file itself: nothing where it failed before it was accepted, no path where the rows came with a `source`. */
type Accepted = Readonly<{
  path?: string;
  fileName?: string;
  md5?: string;
  bytes?: number;
  generation: number;
  version: number;
  source?: 'request' | 'list';
  fixes?: string;
  list?: 'full';
  startsAt?: string;
}>;
export type Packet =
  | Readonly<{ status: 'unknown' }>
  | (Accepted & Readonly<{ status: 'accepted' }>)
  | Readonly<{
      status: 'loaded';
      rows: number;
      header?: readonly string[];
      /** its messages go from then on */ startsAt?: string;
      calledOff?: true;
      /** of the content that could not be used; a newer one is another matter */ generation?: number;
      /** a full list that was compared with the one before */ list?: 'held' | 'confirmed' | 'compared';
    }>
  | (Partial<Accepted> & Readonly<{ status: 'failed'; code: string }>);

// Decide

/**
 * The same content dropped once more (a newer generation) goes on where the packet stood: it may have failed for a reason that is gone,
 * or been overwritten by itself while it was read. What is loaded is loaded.
 */
const accept = ({ data: { path, fileName, acceptedBy, ...data } }: AcceptPacket, state: Packet): readonly PacketEvent[] => {
  if (state.status === 'loaded') return [];
  const known = state.status === 'unknown' ? undefined : state;
  if (known?.generation !== undefined && data.generation <= known.generation) return [];
  const by = acceptedBy === undefined ? {} : { acceptedBy };
  return [{ type: 'PacketAccepted', data: { ...data, ...by, version: known?.version ?? data.version }, private: { path, fileName } }];
};

const finish = ({ data }: FinishLoading, state: Packet): readonly PacketEvent[] => {
  const { packetId, campaignId, rows, chunks, header, understood, notes = {}, sheet, mapping } = data;
  if (state.status === 'unknown') throw new Refusal('packet_unknown', `there is no packet ${data.packetId}: drop its file first`);
  const loaded = {
    packetId,
    campaignId,
    rows,
    chunks,
    ...(understood && { understood }),
    ...(Object.keys(notes).length > 0 && { notes: { ...notes } }),
  };
  const told = { header: [...header], ...(sheet === undefined ? {} : { sheet }), ...(mapping && { mapping: { ...mapping } }) };
  return state.status === 'accepted' ? [{ type: 'PacketLoaded', data: loaded, private: told }] : [];
};

/** A file that can't even be accepted (its campaign is unknown) fails as its first event. */
const fail = ({ data }: FailPacket, state: Packet): readonly PacketEvent[] => {
  const { message, header, mapping, generation = Infinity, ...facts } = data;
  const told = { message, ...(header && { header: [...header] }), ...(mapping && { mapping: { ...mapping } }) };
  return state.status === 'unknown' || (state.status === 'accepted' && state.generation <= generation)
    ? [{ type: 'PacketFailed', data: facts, private: told }]
    : [];
};

const retry = ({ data: { packetId, campaignId, acceptedBy } }: RetryPacket, state: Packet): readonly PacketEvent[] => {
  if (state.status !== 'failed') return [];
  const { path, fileName, md5, bytes, generation, version, source, fixes, list } = state;
  const isWhole = path !== undefined && fileName !== undefined && md5 !== undefined && bytes !== undefined;
  if (!isWhole || generation === undefined || version === undefined) {
    throw new Refusal('packet_without_file', `nothing is known of the file of ${packetId}: drop it again`);
  }
  const about = {
    ...(source && { source }),
    ...(fixes && { fixes }),
    ...(list && { list }),
    ...(acceptedBy !== undefined && { acceptedBy }),
  };
  const data = { packetId, campaignId, md5, bytes, generation, version, ...about };
  return [{ type: 'PacketAccepted', data, private: { path, fileName } }];
};

const hold = ({ data }: HoldPacket, state: Packet): readonly PacketEvent[] =>
  state.status === 'loaded' && state.list === undefined ? [{ type: 'PacketHeld', data }] : [];

const confirm = ({ data }: ConfirmPacket, state: Packet): readonly PacketEvent[] => {
  if (state.status !== 'loaded' || state.list === undefined || state.list === 'compared') {
    throw new Refusal('packet_not_held', `${data.packetId} waits for nobody: "carillon status" names the packets that do`);
  }
  return state.list === 'held' ? [{ type: 'PacketConfirmed', data }] : [];
};

const finishComparing = ({ data }: FinishComparing, state: Packet): readonly PacketEvent[] =>
  state.status === 'loaded' && (state.list === undefined || state.list === 'confirmed') ? [{ type: 'PacketCompared', data }] : [];

/** Throws a Refusal where nothing of it waits for a time that its request named. */
const scheduled = ({ packetId }: On, state: Packet): Extract<Packet, { status: 'loaded' }> & { startsAt: string } => {
  if (state.status === 'loaded' && state.startsAt !== undefined) return { ...state, startsAt: state.startsAt };
  throw new Refusal('scheduled_unknown', `${packetId} is no request whose messages go later`);
};

const reschedule = ({ data: { startsAt, by, ...of } }: ReschedulePacket, state: Packet): readonly PacketEvent[] => {
  const before = scheduled(of, state);
  if (before.calledOff) throw new Refusal('scheduled_canceled', `${of.packetId} was called off: send it anew`);
  if (before.startsAt === startsAt) return [];
  return [{ type: 'PacketRescheduled', data: { ...of, startsAt, ...(by === undefined ? {} : { by }) } }];
};

const callOff = ({ data: { by, ...of } }: CancelPacket, state: Packet): readonly PacketEvent[] =>
  scheduled(of, state).calledOff ? [] : [{ type: 'PacketCanceled', data: { ...of, ...(by === undefined ? {} : { by }) } }];

const decide = (command: PacketCommand, state: Packet): readonly PacketEvent[] => {
  switch (command.type) {
    case 'AcceptPacket':
      return accept(command, state);
    case 'FinishLoading':
      return finish(command, state);
    case 'FailPacket':
      return fail(command, state);
    case 'RetryPacket':
      return retry(command, state);
    case 'HoldPacket':
      return hold(command, state);
    case 'ConfirmPacket':
      return confirm(command, state);
    case 'FinishComparing':
      return finishComparing(command, state);
    case 'ReschedulePacket':
      return reschedule(command, state);
    case 'CancelPacket':
      return callOff(command, state);
    default:
      return command satisfies never;
  }
};

// Evolve

/** What a retry needs: the rows of a request came with it, those of a list stand in the log. */
const acceptedOf = ({ data, private: names }: Extract<PacketEvent, { type: 'PacketAccepted' }>): Packet => {
  const { generation, version, bytes, md5, source, fixes, list, startsAt } = data;
  const about = { ...(source && { source }), ...(fixes && { fixes }), ...(list && { list }), ...(startsAt && { startsAt }) };
  return { status: 'accepted', generation, version, bytes, md5, path: names?.path, fileName: names?.fileName, ...about };
};

const lists = { PacketHeld: 'held', PacketConfirmed: 'confirmed', PacketCompared: 'compared' } as const;

const evolve = (state: Packet, event: PacketEvent): Packet => {
  switch (event.type) {
    case 'PacketAccepted':
      return acceptedOf(event);
    case 'PacketLoaded':
      return {
        status: 'loaded',
        rows: event.data.rows,
        header: event.private?.header,
        ...('startsAt' in state && state.startsAt !== undefined ? { startsAt: state.startsAt } : {}),
      };
    case 'PacketRescheduled':
      return state.status === 'loaded' ? { ...state, startsAt: event.data.startsAt } : state;
    case 'PacketCanceled':
      return state.status === 'loaded' ? { ...state, calledOff: true } : state;
    case 'PacketFailed':
      return state.status === 'accepted'
        ? { ...state, status: 'failed', code: event.data.code }
        : { status: 'failed', code: event.data.code };
    case 'PacketHeld':
    case 'PacketConfirmed':
    case 'PacketCompared':
      return state.status === 'loaded' ? { ...state, list: lists[event.type] } : state;
    case 'RowLoaded':
      return state;
    default:
      return event satisfies never;
  }
};

export const packet: Decider<Packet, PacketCommand, PacketEvent> = { initial: { status: 'unknown' }, decide, evolve };
