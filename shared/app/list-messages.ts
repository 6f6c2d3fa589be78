import type { MessageStatus } from '#domain/delivery/delivery.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Row, Value } from '#ports/read-model.ts';
import { reachCells, reaches, type BrandReach } from './brand-reach.ts';
import type { House } from './house.ts';

/** As the reporting tables have it. `to` and `body` are left out where the person was forgotten. */
export type ListedMessage = Readonly<{
  messageId: string;
  packetId: string;
  /** the caller's own name for its row */
  reference?: string;
  campaignId: string;
  row: number;
  channel: Channel;
  status: MessageStatus;
  code?: string;
  words?: string;
  from: string;
  to?: string;
  body?: string;
  segments: number;
  price?: string;
  currency?: string;
  queuedAt: string;
  sendAt: string;
  validUntil?: string;
}>;

/** Instants are UTC ISO; `to` is left out. `after`: the last message of the page before, `before`: the first one of the page behind. */
export type MessagesWanted = Readonly<{
  companyId: string;
  campaignId?: string | undefined;
  packetId?: string | undefined;
  reference?: string | undefined;
  status?: MessageStatus | undefined;
  channel?: Channel | undefined;
  from?: string | undefined;
  to?: string | undefined;
  after?: string | undefined;
  before?: string | undefined;
  limit: number;
  /** else the newest first */
  isOldestFirst?: boolean;
  /** somebody sees these alone */
  reach?: BrandReach | undefined;
}>;
export type MessagePage = Readonly<{ items: readonly ListedMessage[]; hasMore: boolean }>;

const cellTime = (instant: string | undefined): string | null =>
  instant === undefined ? null : new Date(instant).toISOString().replace('T', ' ').replace('Z', '');
const isoOf = (cell: Value | undefined): string => `${String(cell).replace(' ', 'T')}Z`;

type Maybe<Name extends string> = Readonly<Partial<Record<Name, string>>>;
const given = <Name extends string>(name: Name, cell: Value | undefined): Maybe<Name> =>
  (cell === null || cell === undefined ? {} : { [name]: String(cell) }) as Maybe<Name>;

/** Where the page beside begins or ends. The time is looked up, since a message's id tells none. */
const momentOf = async ({ readModel }: Pick<House, 'readModel'>, { companyId, after, before, reach }: MessagesWanted): Promise<string> => {
  const [beside] = (await readModel.report('message', { companyId, messageId: before ?? after ?? '' })).rows;
  const isSeen = beside && (!reach || reaches(reach, { sender: String(beside['from_number']), campaignId: String(beside['campaign_id']) }));
  if (isSeen) return String(beside['queued_at']);
  throw new Refusal('cursor_unknown', `${before === undefined ? 'starting_after' : 'ending_before'} is none of the ids of this list`);
};

/** Nobody has queued anything by then. */
const beforeAll = '1970-01-01 00:00:00.000';

const rowsOf = async (house: Pick<House, 'readModel'>, wanted: MessagesWanted, filters: Readonly<Record<string, Value>>) => {
  const { after, before, isOldestFirst = false } = wanted;
  const beside = before ?? after;
  const moment = beside === undefined ? null : await momentOf(house, wanted);
  const goesUp = isOldestFirst !== (before !== undefined);
  if (goesUp) {
    const place = { afterAt: moment ?? beforeAll, afterId: beside ?? '' };
    return (await house.readModel.report('message-page-back', { ...filters, ...place })).rows;
  }
  const place = { beforeAt: moment, beforeId: beside ?? null };
  return (await house.readModel.report('message-page', { ...filters, ...place })).rows;
};

const listed = (row: Row): ListedMessage => ({
  messageId: String(row['id']),
  packetId: String(row['packet_id']),
  ...given('reference', row['reference']),
  campaignId: String(row['campaign_id']),
  row: Number(row['file_row']),
  channel: row['channel'] as Channel,
  status: row['status'] as MessageStatus,
  ...given('code', row['error_code']),
  ...given('words', row['error_message']),
  from: String(row['from_number']),
  ...given('to', row['to_number']),
  ...given('body', row['message_text']),
  segments: Number(row['segments']),
  ...given('price', row['cost']),
  ...given('currency', row['currency']),
  queuedAt: isoOf(row['queued_at']),
  sendAt: isoOf(row['send_at']),
  ...(row['expires_at'] === null || row['expires_at'] === undefined ? {} : { validUntil: isoOf(row['expires_at']) }),
});

/** Ids of messages begin with the body of their packet's id. */
const idsOf = (packetId: string | undefined) => {
  if (packetId === undefined) return { idFrom: null, idTo: null };
  const start = packetId.replace(/^pkt_/, 'msg_');
  return { idFrom: `${start}-`, idTo: `${start}.` };
};

/** What a company has sent or is about to send. Throws ReadModelAway, and a Refusal `cursor_unknown`. */
export const listMessages = async (house: Pick<House, 'readModel'>, wanted: MessagesWanted): Promise<MessagePage> => {
  const { companyId, campaignId = null, packetId, reference = null, status = null, channel = null, from, to, limit, reach } = wanted;
  const rows = await rowsOf(house, wanted, {
    companyId,
    campaignId,
    packetId: packetId ?? null,
    ...idsOf(packetId),
    reference,
    status,
    channel,
    from: cellTime(from),
    to: cellTime(to),
    limit: limit + 1,
    ...reachCells(reach),
  });
  const items = rows.slice(0, limit).map(listed);
  return { items: wanted.before === undefined ? items : items.reverse(), hasMore: rows.length > limit };
};
