import { z } from '@hono/zod-openapi';
import { showPerson } from '#app/show-person.ts';
import type { RowPage } from '#app/page-place.ts';
import { channel } from '#domain/kernel/ids.ts';
import type { Row, Value } from '#ports/read-model.ts';
import { ledgerJson, ledgerLine, standing, standingJson, throughChannel, to } from '../consent/consent-schemas.ts';
import { reachOf } from '../conventions/brand-limits.ts';
import { campaignIdText, messageIdText } from '../conventions/ids.ts';
import { operation } from '../operation.ts';

const ledgerLines = 20;

const sent = z
  .object({
    id: messageIdText,
    channel,
    campaign: campaignIdText,
    packet: z.string().meta({ description: 'the packet that it came with' }),
    row: z.int(),
    from: z.string(),
    send_at: z.iso.datetime(),
    status: z.string(),
    code: z.string().optional(),
    detail: z.string().optional(),
    body: z.string().nullable(),
  })
  .openapi('PersonMessage');
const said = z
  .object({
    id: z.string(),
    channel,
    to: z.string().meta({ description: 'your number or page that it came to' }),
    said_at: z.iso.datetime(),
    body: z.string().nullable(),
    read_as: z.string().optional(),
    waits_because: z.string().optional(),
    campaign: campaignIdText.optional(),
    answers: messageIdText.optional(),
    assignee: z.string().optional(),
    resolved_at: z.iso.datetime().optional(),
  })
  .openapi('PersonReply');

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), next: z.string().optional().meta({ description: 'the cursor of the next page, where there is one' }) });

const textOf = (cell: Value | undefined): string => (cell === null || cell === undefined ? '' : String(cell));
const timeOf = (cell: Value | undefined): string => `${textOf(cell).replace(' ', 'T')}Z`;
const given = (name: string, cell: Value | undefined) => (textOf(cell) === '' ? {} : { [name]: textOf(cell) });
const bodyOf = (cell: Value | undefined) => (cell === null || cell === undefined ? null : textOf(cell));

const sentJson = (row: Row) => ({
  id: textOf(row['id']),
  channel: textOf(row['channel']),
  campaign: textOf(row['campaign_id']),
  packet: textOf(row['packet_id']),
  row: Number(row['file_row']),
  from: textOf(row['from_number']),
  send_at: timeOf(row['send_at']),
  status: textOf(row['status']),
  ...given('code', row['error_code']),
  ...given('detail', row['error_message']),
  body: bodyOf(row['message_text']),
});
const saidJson = (row: Row) => ({
  id: textOf(row['id']),
  channel: textOf(row['channel']),
  to: textOf(row['sender']),
  said_at: timeOf(row['said_at']),
  body: bodyOf(row['body']),
  ...given('read_as', row['meaning']),
  ...given('waits_because', row['unclear_code']),
  ...given('campaign', row['campaign_id']),
  ...given('answers', row['message_id']),
  ...given('assignee', row['assignee']),
  ...(row['resolved_at'] === null ? {} : { resolved_at: timeOf(row['resolved_at']) }),
});
const pageJson = ({ rows, next }: RowPage, json: (row: Row) => unknown) => ({
  data: rows.map(json),
  ...(next === undefined ? {} : { next }),
});

const cursor = z.string().min(1).max(400).optional();

export const searchPeople = operation({
  id: 'searchPeople',
  method: 'post',
  changesNothing: true,
  path: '/v1/people/search',
  summary: 'All that you know of one contact point',
  description:
    'Across campaigns and channels: what was sent, what came back, how it stands with consent, and which kept lists have it. The number or address goes in the body, so that it stands in no address and no log. What files and appointments have of the person is counted by `POST /v1/people/forget` with `dry_run`.',
  looksAt: 'person',
  scope: 'people:read',
  body: z.strictObject({
    to,
    channel: throughChannel,
    limit: z.int().min(1).max(100).default(50).openapi({ description: 'of messages, of replies, and of contacts in lists' }),
    messages_after: cursor.openapi({ description: '`messages.next` of the page before' }),
    replies_after: cursor.openapi({ description: '`replies.next` of the page before' }),
  }),
  answers: {
    200: {
      description: 'The person',
      schema: z
        .object({
          object: z.literal('person'),
          to: z.string(),
          consent: z.object({
            standing: z.array(standing),
            ledger: z.array(ledgerLine).meta({ description: `the newest ${ledgerLines}; POST /v1/consents/search has all` }),
          }),
          messages: pageOf(sent),
          replies: pageOf(said),
          lists: z
            .object({
              data: z.array(z.object({ list: z.string(), contact: z.string(), row: z.int() })),
              is_partial: z.boolean().meta({ description: 'true: there may be more than stand here' }),
            })
            .optional()
            .meta({
              description:
                'Contacts of kept lists that have it in a cell; not for whoever sees some brands, since lists are of the whole company',
            }),
        })
        .openapi('Person'),
    },
  },
  errors: ['cursor_unknown', 'reports_away'],
  example: {
    body: { to: '+12085550123' },
    answer: {
      object: 'person',
      to: '+12085550123',
      consent: { standing: [{ family: 'sms', is_out: false, is_out_everywhere: false }], ledger: [] },
      messages: {
        data: [
          {
            id: 'msg_h7k2m9qxw3np-0-1-sms-0',
            channel: 'sms',
            campaign: 'cmp_reminder',
            packet: 'pkt_h7k2m9qxw3np',
            row: 1,
            from: '+12085550199',
            send_at: '2026-11-29T17:00:00.000Z',
            status: 'delivered',
            body: 'Hi Ana, you see Dr. Prado on Tue Dec 1 at 10:00 AM.',
          },
        ],
      },
      replies: { data: [] },
      lists: { data: [{ list: 'Winter', contact: 'con_0_2', row: 2 }], is_partial: false },
    },
  },
  run: async ({ house, caller, body }) => {
    const { companyId } = caller;
    const reach = await reachOf({ house, caller });
    const { to: point, channel: through, limit, messages_after: messagesAfter, replies_after: repliesAfter } = body;
    const found = await showPerson(house, { companyId, channel: through, to: point, limit, messagesAfter, repliesAfter, reach });
    return {
      status: 200,
      body: {
        object: 'person',
        to: found.contactPoint,
        consent: {
          standing: found.consent.standing.map(standingJson),
          ledger: found.consent.ledger.slice(0, ledgerLines).map(ledgerJson),
        },
        messages: pageJson(found.messages, sentJson),
        replies: pageJson(found.replies, saidJson),
        ...(found.lists && {
          lists: {
            data: found.lists.places.map(({ list, contactId, row }) => ({ list, contact: contactId, row })),
            is_partial: found.lists.isPartial,
          },
        }),
      },
    };
  },
});
