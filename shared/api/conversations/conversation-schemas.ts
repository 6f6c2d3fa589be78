import { z } from '@hono/zod-openapi';
import type { ShownEntry } from '#app/list-inbox.ts';
import type { ContactLine, ContactThread } from '#app/show-contact-thread.ts';
import { unclearCode } from '#domain/conversation/events.ts';
import { meanings } from '#domain/conversation/conversation.ts';
import { channel } from '#domain/kernel/ids.ts';
import type { Row, Value } from '#ports/read-model.ts';
import { campaignIdText, messageIdText } from '../conventions/ids.ts';

export const replyIdText = z.string().min(1).max(200).openapi({ description: "a reply's id", example: 'rpl_h7k2m9qxw3npabcd' });
export const replyPath = z.object({ id: replyIdText });

export const waitsBecause = z.enum(unclearCode.options).openapi('WaitsBecause', {
  description:
    '`words`: nobody can be sure what it means; `several`: several appointments may be meant; `unmatched`: it answers no open message; `cancel_word`: it opted out, and may have meant the visit; `start_held`: wants messages again, and somebody else had entered that they stop',
});
export const meaning = z.enum(meanings).openapi('Meaning');

export const waitingReply = z
  .object({
    object: z.literal('conversation'),
    id: replyIdText,
    status: z.enum(['open', 'resolved', 'read']).meta({ description: '`read`: it needed nobody' }),
    waits_because: waitsBecause.optional().meta({ description: 'left out: it was understood by itself' }),
    read_as: z.string().optional(),
    resolved_at: z.iso.datetime().optional(),
    assignee: z.string().optional(),
    channel,
    from: z.string().nullable().meta({ description: 'who wrote; null when the person was forgotten' }),
    to: z.string().meta({ description: 'your number or page that it came to' }),
    body: z.string().nullable(),
    said_at: z.iso.datetime(),
    campaign: campaignIdText.optional(),
    may_answer: z.array(messageIdText).meta({ description: 'messages of yours that it may be about' }),
  })
  .openapi('Conversation');

export const waitingJson = (entry: ShownEntry) => ({
  object: 'conversation' as const,
  id: entry.reply,
  status: 'open' as const,
  waits_because: entry.code,
  ...(entry.assignee === undefined ? {} : { assignee: entry.assignee }),
  channel: entry.channel,
  from: entry.from === '' ? null : entry.from,
  to: entry.sender,
  body: entry.from === '' ? null : entry.body,
  said_at: entry.at,
  ...(entry.campaignId === undefined ? {} : { campaign: entry.campaignId }),
  may_answer: entry.messageIds,
});

const textOf = (cell: Value | undefined): string => (cell === null || cell === undefined ? '' : String(cell));
const given = <Name extends string>(name: Name, cell: Value | undefined) => (textOf(cell) === '' ? {} : { [name]: textOf(cell) });
const timeOf = (cell: Value | undefined): string => `${textOf(cell).replace(' ', 'T')}Z`;
const statusOf = (row: Row) => (row['resolved_at'] !== null ? 'resolved' : row['unclear_code'] !== null ? 'open' : 'read');

/** A reply as the reporting tables have it. */
export const replyJson = (row: Row) => ({
  object: 'conversation' as const,
  id: textOf(row['id']),
  status: statusOf(row),
  ...given('waits_because', row['unclear_code']),
  ...given('read_as', row['meaning']),
  ...(row['resolved_at'] === null ? {} : { resolved_at: timeOf(row['resolved_at']) }),
  ...given('assignee', row['assignee']),
  channel: textOf(row['channel']),
  from: row['from_point'] === null ? null : textOf(row['from_point']),
  to: textOf(row['sender']),
  body: row['body'] === null ? null : textOf(row['body']),
  said_at: timeOf(row['said_at']),
  ...given('campaign', row['campaign_id']),
  may_answer: textOf(row['message_id']) === '' ? [] : [textOf(row['message_id'])],
});

const line = z
  .object({
    at: z.iso.datetime(),
    by: z.enum(['person', 'company']),
    channel,
    body: z.string(),
    outcome: z.string().meta({ description: "of yours: the message's status; of theirs: what it was read as" }),
    message: messageIdText.optional(),
    reply: replyIdText.optional(),
  })
  .openapi('ThreadLine');

export const thread = z
  .object({
    object: z.literal('thread'),
    id: replyIdText,
    contact_point: z.string().nullable(),
    channel,
    to: z.string(),
    lines: z.array(line).meta({ description: 'Oldest first' }),
    has_earlier: z.boolean(),
    is_partial: z.boolean().meta({ description: 'true while the reports do not answer: other channels and numbers are missing then' }),
  })
  .openapi('Thread');

const lineJson = ({ at, by, channel: through, words, came, messageId, reply }: ContactLine) => ({
  at,
  by,
  channel: through,
  body: words,
  outcome: came,
  ...(messageId === undefined ? {} : { message: messageId }),
  ...(reply === undefined ? {} : { reply }),
});

export const threadJson = ({ reply, contactPoint, sender, channel: through, lines, hasEarlier, isPartial }: ContactThread) => ({
  object: 'thread' as const,
  id: reply,
  contact_point: contactPoint === '' ? null : contactPoint,
  channel: through,
  to: sender,
  lines: lines.map(lineJson),
  has_earlier: hasEarlier,
  is_partial: isPartial,
});
