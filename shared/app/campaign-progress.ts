import type { Halt } from '#domain/company/company.ts';
import type { Sample } from '#domain/delivery/pace.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { ReadModelAway, type Row } from '#ports/read-model.ts';
import { readCampaign } from './campaign-document.ts';
import { campaignWaits, type Wait } from './campaign-waits.ts';
import type { House } from './house.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';

/** Messages that did not arrive, by why. */
export type Failure = Readonly<{ status: string; code: string; words: string; messages: number }>;

const counted = [
  'rows',
  'touches',
  'messages',
  'waiting',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'expired',
  'canceled',
  'read',
  'in_doubt',
] as const;
type Counts = Readonly<Record<(typeof counted)[number], number>>;

export type PacketProgress = Counts & Readonly<{ packetId: string; file: string; stage: string; failures: readonly Failure[] }>;

export type CampaignProgress = Readonly<{
  campaignId: string;
  companyId: string;
  name: string;
  status: string;
  halted?: Halt;
  /** business time, UTC ISO */
  now: string;
  /** what was not sent yet, by what it waits for */
  waits: readonly Wait[];
  /** undefined while the reporting database is away */
  packets?: readonly PacketProgress[];
  /** older packets are not among them */
  isCut?: boolean;
  sample: Sample;
}>;

/** Newest packets whose counts are told, and of how many of them the reasons are looked up. */
const mostPackets = 20;
const mostLookedInto = 5;

const numberIn = (row: Row, column: string): number => Number(row[column] ?? 0);
const arrivedNot = ['undelivered', 'failed', 'expired', 'canceled', 'in_doubt'] as const;

const failuresOf = async ({ readModel }: House, companyId: string, packetId: string): Promise<readonly Failure[]> => {
  const body = packetId.slice('pkt_'.length);
  // '.' is the sign after '-'
  const params = { companyId, packetId, idFrom: `msg_${body}-`, idTo: `msg_${body}.` };
  const { rows } = await readModel.report('message-failures', params);
  return rows.map((row) => {
    const code = String(row['code'] ?? 'unknown');
    return { status: String(row['status']), code, words: wordsFor(code), messages: numberIn(row, 'messages') };
  });
};

const packetsOf = async (house: House, asked: Readonly<{ companyId: string; campaignId: string; packetId?: string | undefined }>) => {
  const { companyId, campaignId, packetId = null } = asked;
  const { rows } = await house.readModel.report('by-packet', { companyId, campaignId, packetId });
  const packets = rows.slice(0, mostPackets).map(async (row, n): Promise<PacketProgress> => {
    const counts = Object.fromEntries(counted.map((column) => [column, numberIn(row, column)])) as Counts;
    const id = String(row['packet_id']);
    const isLookedInto = n < mostLookedInto && arrivedNot.some((column) => counts[column] > 0);
    const failures = isLookedInto ? await failuresOf(house, companyId, id) : [];
    return { packetId: id, file: String(row['file'] ?? ''), stage: String(row['stage']), ...counts, failures };
  });
  const sent = rows.reduce((sum, row) => sum + numberIn(row, 'sent'), 0);
  return { packets: await Promise.all(packets), isCut: rows.length > mostPackets, sent };
};

type Packets = Awaited<ReturnType<typeof packetsOf>>;

const packetsOrAway = async (house: House, asked: Parameters<typeof packetsOf>[1]): Promise<Packets | undefined> => {
  try {
    return await packetsOf(house, asked);
  } catch (error) {
    if (error instanceof ReadModelAway) return undefined;
    throw error;
  }
};

/** Due, and only a handler's turn or a limit of this minute away from leaving: what waits for another day tells nothing of the time left. */
const leavesSoon = ({ why }: Wait): boolean => ['turn', 'provider', 'number_second', 'campaign_minute'].includes(why);

/**
 * How far a campaign is, packet by packet: what waits and why, what was sent, what arrived, and why some did not. Two looks tell its speed
 * (`paceOf`). Throws a Refusal where there is no such campaign.
 */
export const campaignProgress = async (
  house: House,
  { campaignId, packetId }: Readonly<{ campaignId: string; packetId?: string | undefined }>,
): Promise<CampaignProgress> => {
  const found = await readCampaign(house.documents, campaignId);
  if (!found) throw new Refusal('campaign_unknown', `there is no campaign ${campaignId}: "carillon status" shows the ones there are`);
  const { companyId, campaign } = found;
  const halted = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data.halted;
  const waits = await campaignWaits(house, { campaignId, companyId, status: campaign.status, halted });
  const known = await packetsOrAway(house, { companyId, campaignId, packetId });
  const left = waits.filter(leavesSoon).reduce((sum, { messages }) => sum + messages, 0);
  return {
    campaignId,
    companyId,
    name: campaign.definition.name,
    status: campaign.status,
    ...(halted ? { halted } : {}),
    now: house.clock.now(),
    waits,
    ...(known ? { packets: known.packets, isCut: known.isCut } : {}),
    sample: { atMs: house.clock.realMs(), sent: known?.sent ?? 0, left },
  };
};
