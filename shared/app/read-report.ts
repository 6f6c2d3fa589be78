import { channels, parseMessageId } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Report, Row, Value } from '#ports/read-model.ts';
import { campaignCells, type BrandReach } from './brand-reach.ts';
import { readCampaign } from './campaign-document.ts';
import type { House } from './house.ts';
import { readPacketDocument } from './packet-document.ts';

/** What a company may read of its reports a page at a time. */
export const reportNames = ['campaigns', 'days', 'packets', 'outcomes', 'failures'] as const;
export type ReportName = (typeof reportNames)[number];

/** Days are UTC; `to` is left out. `after`: the key of the last row of the page before. */
export type ReportWanted = Readonly<{
  companyId: string;
  name: ReportName;
  campaignId?: string | undefined;
  packetId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  after?: string | undefined;
  limit: number;
  /** somebody sees what is of these alone */
  reach?: BrandReach | undefined;
}>;
export type ReportPage = Readonly<{ columns: readonly string[]; rows: readonly Row[]; next?: string }>;

const dayMs = 86_400_000;
const mostDays = 3_660;

/** Whatever is named of another company is not there. */
const check = async ({ documents }: House, { companyId, campaignId, packetId, from, to }: ReportWanted): Promise<void> => {
  if (campaignId !== undefined && (await readCampaign(documents, campaignId))?.companyId !== companyId)
    throw new Refusal('campaign_unknown', `there is no campaign ${campaignId}`);
  if (packetId !== undefined && (await readPacketDocument(documents, packetId))?.companyId !== companyId)
    throw new Refusal('packet_unknown', `there is no packet ${packetId}`);
  if (from !== undefined && to !== undefined && from >= to)
    throw new Refusal('dates_invalid', 'the first day has to come before the last one');
  if (from !== undefined && to !== undefined && (Date.parse(to) - Date.parse(from)) / dayMs > mostDays)
    throw new Refusal('dates_invalid', 'ask for ten years at most');
};

const failureKey = /^(pkt_[a-z0-9]{1,32})-(\d{1,9})-([a-z]+)-(\d{1,10})$/;

const failurePlace = (after: string | undefined): Readonly<Record<string, Value>> => {
  if (after === undefined) return { afterPacket: null, afterRow: null, afterChannel: null, afterOffset: null };
  const [, packet, row, channel, offset] = failureKey.exec(after) ?? [];
  if (packet === undefined || !(channels as readonly (string | undefined)[]).includes(channel))
    throw new Refusal('cursor_unknown', 'starting_after belongs to no page: begin again without it');
  return { afterPacket: packet, afterRow: Number(row), afterChannel: channel!, afterOffset: Number(offset) };
};

const textOf = (cell: Value | undefined): string => (cell === null || cell === undefined ? '' : String(cell));

const keyOf: Readonly<Record<ReportName, (row: Row) => string>> = {
  campaigns: (row) => textOf(row['campaign_id']),
  days: (row) => textOf(row['day']),
  packets: (row) => textOf(row['packet_id']),
  outcomes: (row) => `${textOf(row['outcome'])}.${textOf(row['code'])}`,
  failures: (row) => ['packet_id', 'row', 'channel', 'touch_offset'].map((column) => textOf(row[column])).join('-'),
};

/** What another packet has told already may be of others. */
const withoutOthers = (row: Row): Row => {
  const first = row['first_message'];
  if (typeof first !== 'string' || parseMessageId(first)?.packetId === row['packet_id']) return row;
  return { ...row, first_message: null };
};

const asked = async ({ readModel }: House, wanted: ReportWanted): Promise<Report> => {
  const { companyId, name, campaignId = null, packetId = null, from, to, after, limit, reach } = wanted;
  const mine = { companyId, campaignId, ...campaignCells(reach) };
  if (name === 'campaigns') return readModel.report('by-campaign', { ...mine, from: from ?? null, to: to ?? null });
  if (name === 'days') return readModel.report('by-dates', { ...mine, from: from ?? '1970-01-01', to: to ?? '9999-12-31' });
  if (name === 'packets') return readModel.report('by-packet', { ...mine, packetId });
  if (name === 'outcomes') return readModel.report('outcomes-by-code', { ...mine, packetId });
  const found = await readModel.report('failure-page', { ...mine, packetId, ...failurePlace(after), limit: limit + 1 });
  return reach ? { ...found, rows: found.rows.map(withoutOthers) } : found;
};

/** One page of a report in the order of its rows. Throws ReadModelAway and Refusals: campaign_unknown, packet_unknown, cursor_unknown, dates_invalid. */
export const readReport = async (house: House, wanted: ReportWanted): Promise<ReportPage> => {
  await check(house, wanted);
  const { name, after, limit } = wanted;
  const { columns, rows: all } = await asked(house, wanted);
  const start = name === 'failures' || after === undefined ? 0 : all.findIndex((row) => keyOf[name](row) === after) + 1;
  if (name !== 'failures' && after !== undefined && start === 0)
    throw new Refusal('cursor_unknown', 'starting_after belongs to no page: begin again without it');
  const rows = all.slice(start, start + limit);
  const last = rows.at(-1);
  return { columns, rows, ...(last && all.length > start + limit ? { next: keyOf[name](last) } : {}) };
};
