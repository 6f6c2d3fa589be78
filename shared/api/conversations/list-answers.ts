import { z } from '@hono/zod-openapi';
import { campaignIdText } from '../conventions/ids.ts';
import { operation } from '../operation.ts';
import { answersFor, answersQuery } from './answers-schemas.ts';

/** More goes into the file. */
const mostRows = 5_000;

const answer = z
  .object({
    answer: z.string().meta({ description: 'confirm, cancel, reschedule, or unclear' }),
    said_at: z.iso.datetime(),
    channel: z.string(),
    body: z.string(),
    fields: z.record(z.string(), z.string()).meta({ description: "the row of your own file, by your own columns' names" }),
  })
  .openapi('DayAnswer');

export const listAnswers = operation({
  id: 'listAnswers',
  method: 'get',
  path: '/v1/answers',
  summary: "A day's answers, beside the rows of your own files",
  description: `The last word of each person on that day. Up to ${mostRows.toLocaleString('en')} rows; \`GET /v1/answers/file\` has all of them.`,
  scope: 'conversations:read',
  looksAt: 'person',
  query: answersQuery,
  answers: {
    200: {
      description: 'The answers, in the order of your files',
      schema: z
        .object({
          object: z.literal('answers'),
          campaign: campaignIdText,
          day: z.iso.date(),
          columns: z.array(z.string()),
          data: z.array(answer),
          has_more: z.boolean().meta({ description: 'true: take the file' }),
        })
        .openapi('Answers'),
    },
  },
  errors: ['campaign_unknown', 'reports_away'],
  example: {
    query: { campaign: 'cmp_reminder', day: '2026-11-29' },
    answer: {
      object: 'answers',
      campaign: 'cmp_reminder',
      day: '2026-11-29',
      columns: ['patient_id', 'phone'],
      data: [
        {
          answer: 'confirm',
          said_at: '2026-11-29T17:04:00.000Z',
          channel: 'sms',
          body: 'C',
          fields: { patient_id: '8841', phone: '+12085550123' },
        },
      ],
      has_more: false,
    },
  },
  run: async ({ house, caller: { companyId }, query }) => {
    const { day, header, rows, isCut } = await answersFor(house, companyId, query);
    const data = rows.slice(0, mostRows).map(({ answer: said, saidAt, channel, words, cells }) => ({
      answer: said,
      said_at: `${saidAt.replace(' ', 'T')}Z`,
      channel,
      body: words,
      fields: Object.fromEntries(header.map((name, n) => [name, cells[n] ?? ''])),
    }));
    const body = { object: 'answers', campaign: query.campaign, day, columns: header, data, has_more: isCut || rows.length > mostRows };
    return { status: 200, body };
  },
});
