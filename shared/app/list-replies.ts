import { Refusal } from '#domain/kernel/refusal.ts';
import type { Row } from '#ports/read-model.ts';
import { reachCells } from './brand-reach.ts';
import { cellTime } from './cell-time.ts';
import type { House } from './house.ts';
import { ownReply } from './own-reply.ts';
import type { InboxWanted } from './list-inbox.ts';

export type RepliesWanted = InboxWanted & Readonly<{ state: 'resolved' | 'all' }>;
export type ReplyPage = Readonly<{ rows: readonly Row[]; hasMore: boolean }>;

/** Where the page before ended; the moment of a reply stands in the log. */
const placeAfter = async (house: House, { companyId, after, reach }: RepliesWanted) => {
  if (after === undefined) return { beforeAt: null, beforeId: null };
  const found = await ownReply(house, { companyId, reply: after }).catch(() => undefined);
  if (!found || (reach && !reach.senders.has(found.reply.received.sender)))
    throw new Refusal('cursor_unknown', 'starting_after names no reply of this company');
  return { beforeAt: cellTime(found.reply.at), beforeId: after };
};

/** What people wrote back, also what needs nobody any more, newest first. Throws ReadModelAway, and a Refusal `cursor_unknown`. */
export const listReplies = async (house: House, wanted: RepliesWanted): Promise<ReplyPage> => {
  const { companyId, limit, state, code, assignee, campaignId, channel, sender, reach } = wanted;
  const chosen = {
    code: code ?? null,
    campaignId: campaignId ?? null,
    channel: channel ?? null,
    sender: sender ?? null,
  };
  const { rows } = await house.readModel.report('reply-page', {
    companyId,
    ...chosen,
    state: state === 'all' ? null : state,
    assignee: assignee === undefined ? null : (assignee ?? ''),
    ...(await placeAfter(house, wanted)),
    limit: limit + 1,
    ...reachCells(reach),
  });
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
};
