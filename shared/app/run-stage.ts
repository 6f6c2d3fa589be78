import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { packetStream } from '#domain/kernel/streams.ts';
import { packet } from '#domain/packet/packet.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { packetPath, type PacketDocument } from './packet-document.ts';
import { topics } from './topics.ts';
import { replanWrite } from './wake-clock.ts';

/** Stages that can be run again: reading the file into the log by the campaign's columns, and making messages of what is due. */
export const runnableStages = ['loaded', 'mapped', 'queued'] as const;
export type RunnableStage = (typeof runnableStages)[number];

export type StageRun = Readonly<{ packetId: string; stage: RunnableStage; /** who runs it: staff */ by?: string | undefined }>;
/** `done`: there is nothing of the stage left to do. */
export type StageStarted = Readonly<{ packetId: string; stage: RunnableStage; result: 'started' | 'done' }>;

const load = async (house: House, { packetId, by }: StageRun, document: PacketDocument, cause: Cause): Promise<boolean> => {
  if (document.status === 'loaded') return false;
  const { companyId, campaignId } = document;
  if (document.status === 'failed') {
    const path = packetPath(packetId);
    const found = await house.documents.get<PacketDocument>(path);
    await handle(house.store, packet, {
      stream: packetStream(packetId),
      companyId,
      command: { type: 'RetryPacket', data: { packetId, campaignId, acceptedBy: by } },
      cause,
      documents: () => [{ path, data: { ...document, status: 'accepted' }, dueAt: cause.now, ifVersion: found?.version ?? 0 }],
    });
  }
  await house.bus.publish(topics.packet, [{ data: { packetId }, key: packetId }]);
  return true;
};

/** The campaign plans its chunks anew, and takes every row that is due. */
const queue = async (house: House, { campaignId }: PacketDocument, cause: Cause): Promise<boolean> => {
  await house.documents.write([replanWrite(campaignId, cause)]);
  await house.bus.publish(topics.campaignFire, [{ data: { campaignId }, key: campaignId }]);
  return true;
};

/**
 * Runs a stage of a packet again. What is done stays done: rows that stand in the log are not read again, and touches that were taken are
 * not taken again. Throws a Refusal for a packet that nobody knows, or of whose file nothing is known.
 */
export const runStage = async (house: House, run: StageRun, cause: Cause): Promise<StageStarted> => {
  const { packetId, stage } = run;
  const document = (await house.documents.get<PacketDocument>(packetPath(packetId)))?.data;
  if (!document) throw new Refusal('packet_unknown', `there is no packet ${packetId}: "carillon packets" lists them`);
  const started = stage === 'queued' ? await queue(house, document, cause) : await load(house, run, document, cause);
  return { packetId, stage, result: started ? 'started' : 'done' };
};
