import type { RecordedEvent } from '#domain/catalogue.ts';
import type { Mapping } from '#domain/campaign/mapping.ts';
import { packetStream } from '#domain/kernel/streams.ts';
import type { UnderstoodFile } from '#domain/packet/events.ts';
import type { House } from './house.ts';
import { ownPacket, type OfCompany } from './own-packet.ts';
import type { PacketDocument } from './packet-document.ts';

/** A packet as the log tells it, this very moment. What names people is left out where they were forgotten. */
export type ShownPacket = Readonly<{
  packetId: string;
  campaignId: string;
  /** `held`: a full list that lacks so much that a person is to look first */
  status: 'accepted' | 'loading' | 'loaded' | 'held' | 'failed';
  source: 'file' | 'request' | 'list';
  name?: string;
  bytes?: number;
  md5?: string;
  rows: number;
  /** the packet whose rows it corrects */
  fixes?: string;
  startsAt?: string;
  fullList?: Readonly<{ vanished?: number; relisted?: number }>;
  acceptedAt?: string;
  acceptedBy?: string;
  loadedAt?: string;
  failedAt?: string;
  failure?: Readonly<{ code: string; message?: string }>;
  understood?: UnderstoodFile;
  notes?: Readonly<Record<string, number>>;
  header?: readonly string[];
  mapping?: Mapping;
}>;

type Of<Type extends RecordedEvent['type']> = Extract<RecordedEvent, { type: Type }>;

const lastOf = <Type extends RecordedEvent['type']>(events: readonly RecordedEvent[], type: Type): Of<Type> | undefined =>
  events.findLast((event): event is Of<Type> => event.type === type);

/** Without what is undefined. */
const only = <T extends object>(facts: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };

const statusOf = ({ status, list, chunks }: PacketDocument): ShownPacket['status'] => {
  if (status === 'loaded') return list === 'held' ? 'held' : 'loaded';
  return status === 'accepted' && chunks > 0 ? 'loading' : status;
};

/** The file's own name: the folders before it are ours. */
const nameIn = (accepted: Of<'PacketAccepted'> | undefined): string | undefined => {
  const name = accepted?.private?.fileName;
  return name === undefined || name === '' ? undefined : accepted?.data.source === undefined ? name.slice(name.lastIndexOf('/') + 1) : name;
};

type Log = readonly RecordedEvent[];

const aboutFile = (accepted: Of<'PacketAccepted'> | undefined) => {
  const { source, bytes, md5, fixes, acceptedBy } = accepted?.data ?? {};
  return { source: source ?? 'file', name: nameIn(accepted), ...(source === undefined ? { bytes, md5 } : {}), fixes, acceptedBy };
};

const aboutList = (events: Log, { list }: PacketDocument): ShownPacket['fullList'] => {
  if (list === undefined) return undefined;
  const { vanished, relisted } = (lastOf(events, 'PacketCompared') ?? lastOf(events, 'PacketHeld'))?.data ?? {};
  return only({ vanished, relisted });
};

const aboutFailure = (failed: Of<'PacketFailed'> | undefined) =>
  failed && { failedAt: failed.occurredAt, failure: only({ code: failed.data.code, message: failed.private?.message }) };

const aboutRows = (loaded: Of<'PacketLoaded'> | undefined) =>
  loaded && { loadedAt: loaded.occurredAt, understood: loaded.data.understood, notes: loaded.data.notes };

/** Throws a Refusal `packet_unknown`. */
export const showPacket = async (house: House, asked: OfCompany): Promise<ShownPacket> => {
  const document = await ownPacket(house, asked);
  const { events } = await house.store.read(packetStream(asked.packetId));
  const loaded = lastOf(events, 'PacketLoaded');
  const failed = document.status === 'failed' ? lastOf(events, 'PacketFailed') : undefined;
  const { header, mapping } = (loaded ?? failed)?.private ?? {};
  return only({
    packetId: asked.packetId,
    campaignId: document.campaignId,
    status: statusOf(document),
    ...aboutFile(lastOf(events, 'PacketAccepted')),
    rows: document.rows,
    startsAt: document.startsAt,
    fullList: aboutList(events, document),
    acceptedAt: (events.find(({ type }) => type === 'PacketAccepted') ?? events[0])?.occurredAt,
    ...aboutFailure(failed),
    ...aboutRows(loaded),
    header,
    mapping,
  }) as ShownPacket;
};
