import { packetStream } from '#domain/kernel/streams.ts';
import { ReadModelAway, type Row } from '#ports/read-model.ts';
import type { House } from './house.ts';
import { ownPacket, type OfCompany } from './own-packet.ts';

/** How much of a packet has come so far, since when, and who brought it there. */
export type PacketStage = Readonly<{
  stage: 'ingested' | 'loaded' | 'mapped' | 'queued' | 'complete' | 'failed';
  state: 'done' | 'under way' | 'to come';
  count: number;
  counted: 'bytes' | 'rows' | 'touches' | 'messages';
  beganAt?: string;
  doneAt?: string;
  by: string;
}>;

/** `isWhole`: queued and complete are among them; they come from the reports. */
export type PacketStages = Readonly<{ stages: readonly PacketStage[]; isWhole: boolean }>;

const instantIn = (cell: Row[string] | undefined): string | undefined =>
  typeof cell === 'string' && cell !== '' ? `${cell.replace(' ', 'T')}Z` : undefined;

const stageIn = (row: Row): PacketStage => {
  const [beganAt, doneAt] = [instantIn(row['began_at']), instantIn(row['done_at'])];
  return {
    stage: row['stage'] as PacketStage['stage'],
    state: row['state'] as PacketStage['state'],
    count: Number(row['count'] ?? 0),
    counted: row['counted'] as PacketStage['counted'],
    ...(beganAt === undefined ? {} : { beganAt }),
    ...(doneAt === undefined ? {} : { doneAt }),
    by: String(row['done_by'] ?? 'carillon'),
  };
};

const reported = async ({ readModel }: House, asked: OfCompany): Promise<readonly PacketStage[]> => {
  try {
    return (await readModel.report('packet-stages', asked)).rows.map(stageIn);
  } catch (error) {
    if (error instanceof ReadModelAway) return [];
    throw error;
  }
};

/** The stages that the log alone can tell of. */
const logged = async (house: House, asked: OfCompany): Promise<readonly PacketStage[]> => {
  const { rows } = await ownPacket(house, asked);
  const { events } = await house.store.read(packetStream(asked.packetId));
  const accepted = events.find((event) => event.type === 'PacketAccepted');
  const loaded = events.find((event) => event.type === 'PacketLoaded');
  const failed = loaded ? undefined : events.findLast((event) => event.type === 'PacketFailed');
  const beganAt = accepted?.occurredAt;
  const began = beganAt === undefined ? {} : { beganAt };
  const reading = { state: loaded ? 'done' : 'under way', count: rows, counted: 'rows', ...began, by: 'carillon' } as const;
  const done = loaded ? { doneAt: loaded.occurredAt } : {};
  const ingested = { stage: 'ingested', state: 'done', count: accepted?.data.bytes ?? 0, counted: 'bytes' } as const;
  return [
    ...(accepted ? [{ ...ingested, ...began, doneAt: accepted.occurredAt, by: accepted.data.acceptedBy ?? 'not said' }] : []),
    { stage: 'loaded', ...reading, ...done },
    { stage: 'mapped', ...reading, ...done },
    ...(failed
      ? [
          {
            stage: 'failed',
            state: 'done',
            count: rows,
            counted: 'rows',
            beganAt: failed.occurredAt,
            doneAt: failed.occurredAt,
            by: 'carillon',
          } as const,
        ]
      : []),
  ];
};

/** Throws a Refusal `packet_unknown`. Reports may be a moment behind, or away: then what the log knows is told. */
export const packetStages = async (house: House, asked: OfCompany): Promise<PacketStages> => {
  await ownPacket(house, asked);
  const stages = await reported(house, asked);
  return stages.length > 0 ? { stages, isWhole: true } : { stages: await logged(house, asked), isWhole: false };
};
