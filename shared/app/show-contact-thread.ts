import type { Channel } from '#domain/kernel/ids.ts';
import { ReadModelAway, type Report, type Value } from '#ports/read-model.ts';
import { reachCells, reaches, type BrandReach } from './brand-reach.ts';
import type { House } from './house.ts';
import { ownReply } from './own-reply.ts';
import { showReply, type Line } from './show-reply.ts';

/** One side's words, with the channel that they took. */
export type ContactLine = Line & Readonly<{ channel: Channel }>;

/** `isPartial`: only the conversation of the reply itself, because the reporting tables, which know the others, do not answer. */
export type ContactThread = Readonly<{
  reply: string;
  contactPoint: string;
  sender: string;
  channel: Channel;
  isPartial: boolean;
  hasEarlier: boolean;
  lines: readonly ContactLine[];
}>;

const isoOf = (cell: Value | undefined): string => `${String(cell).replace(' ', 'T')}Z`;
const textOf = (cell: Value | undefined): string => (cell === null || cell === undefined ? '' : String(cell));

const ourLines = ({ rows }: Report): readonly ContactLine[] =>
  rows.map((row) => ({
    at: isoOf(row['send_at']),
    by: 'company',
    words: textOf(row['message_text']),
    came: textOf(row['status']),
    messageId: textOf(row['message_id']),
    channel: textOf(row['channel']) as Channel,
  }));

const theirLines = ({ rows }: Report): readonly ContactLine[] =>
  rows.map((row) => ({
    at: isoOf(row['said_at']),
    by: 'person',
    words: textOf(row['body']),
    came: textOf(row['meaning']) || 'waiting',
    reply: textOf(row['reply_id']),
    channel: textOf(row['channel']) as Channel,
  }));

type Elsewhere = Readonly<{ lines: readonly ContactLine[]; isPartial: boolean }>;

/** What the tables have of the contact point, by whatever channel and from whatever sender. */
const elsewhere = async ({ readModel }: House, { companyId, limit, reach }: ThreadWanted, phone: string): Promise<Elsewhere> => {
  if (phone === '') return { lines: [], isPartial: false };
  try {
    const asked = { companyId, phone, limit: limit + 1, ...reachCells(reach) };
    const [ours, theirs] = await Promise.all([readModel.report('messages-to', asked), readModel.report('replies-from', asked)]);
    return { lines: [...ourLines(ours), ...theirLines(theirs)], isPartial: false };
  } catch (error) {
    if (error instanceof ReadModelAway) return { lines: [], isPartial: true };
    throw error;
  }
};

/** The words that a reply was read as, as the tables say them. */
const wordOf: Readonly<Record<string, string>> = {
  AppointmentConfirmed: 'confirm',
  AppointmentCancelled: 'cancel',
  RescheduleRequested: 'reschedule',
  ReplyUnclear: 'unclear',
  ReplyRead: 'read',
};

const order = (one: ContactLine, other: ContactLine): number => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0);

export type ThreadWanted = Readonly<{
  companyId: string;
  reply: string;
  /** of lines, the newest ones */ limit: number;
  reach?: BrandReach | undefined;
}>;

/**
 * What a contact and the company said to each other, whichever channels and numbers it took, oldest first. The reply's own conversation comes from the log
 * and is true this very moment. Throws a Refusal `reply_unknown`.
 */
export const showContactThread = async (house: House, wanted: ThreadWanted): Promise<ContactThread> => {
  const { companyId, reply, limit } = wanted;
  const found = await ownReply(house, { companyId, reply });
  const { channel, sender } = found.reply.received;
  const own = await showReply(house, reply);
  const others = await elsewhere(house, wanted, found.reply.from);
  const lines = new Map(others.lines.map((line) => [line.messageId ?? line.reply ?? '', line]));
  for (const line of own.lines) {
    if (wanted.reach && !reaches(wanted.reach, { sender, campaignId: line.campaignId })) continue;
    const id = line.messageId ?? line.reply ?? '';
    const known = lines.get(id);
    const came = wordOf[line.came] ?? line.came;
    lines.set(id, { ...line, channel: known?.channel ?? channel, came: came === 'read' ? (known?.came ?? came) : came });
  }
  const all = [...lines.values()].toSorted(order);
  const hasEarlier = all.length > limit;
  return { reply, contactPoint: found.reply.from, sender, channel, isPartial: others.isPartial, hasEarlier, lines: all.slice(-limit) };
};
