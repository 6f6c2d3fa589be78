import { z } from '@hono/zod-openapi';
import { forgetPerson as forget } from '#app/forget-person.ts';
import { throughChannel, to } from '../consent/consent-schemas.ts';
import { operation } from '../operation.ts';

/** Real time of one request. */
const budgetMs = 20_000;

const count = (description: string) => z.int().min(0).meta({ description });

const answer = z
  .object({
    object: z.literal('person_forgotten'),
    status: z
      .enum(['done', 'working'])
      .meta({ description: '`working`: it goes on by itself; the same request again goes on at once, and tells how far it is' }),
    dry_run: z.boolean(),
    rows: count('rows of files and requests, with all messages that were made of them'),
    conversations: count('conversations, both sides'),
    others: count('contacts of lists, trials'),
    files: count('files that were removed, since their rows stand in the log'),
    files_being_read: count('files that go when they are read, by themselves'),
    table_rows: count('rows of the reports that were emptied'),
    proofs_kept: count('lines of the consent ledger: kept sealed for the five years that the law wants'),
  })
  .openapi('PersonForgotten');

export const forgetPerson = operation({
  id: 'forgetPerson',
  method: 'post',
  path: '/v1/people/forget',
  summary: 'Forget a person',
  description:
    'Takes the person out of the log, the reports and the files, for good: rows with that contact point, whatever messages were made of them, conversations. What happened stays, with nobody in it; so does an opt-out, as a fingerprint, and the proof of what was said about messages, sealed. The whole log is looked through: where that takes longer than a request, `status` is `working`, and it goes on by itself, also after a failure of ours. Three days later what providers have reported late is taken too; until then the contact point is kept, sealed. Again after that: only what came since. With `dry_run` nothing changes: it tells what would go.',
  looksAt: 'person',
  scope: 'people:manage',
  body: z.strictObject({ to, channel: throughChannel, dry_run: z.boolean().default(false) }),
  answers: {
    200: { description: 'It is done, or it is told what would go', schema: answer },
    202: { description: 'It is not at its end, and goes on by itself', schema: answer },
  },
  errors: ['reports_away', 'rebuild_busy'],
  example: {
    body: { to: '+12085550123', dry_run: true },
    answer: {
      object: 'person_forgotten',
      status: 'done',
      dry_run: true,
      rows: 3,
      conversations: 1,
      others: 0,
      files: 1,
      files_being_read: 0,
      table_rows: 0,
      proofs_kept: 2,
    },
  },
  run: async ({ house, caller: { companyId, by }, body, cause }) => {
    const request = { companyId, channel: body.channel, to: body.to, by, isDry: body.dry_run, budgetMs };
    const { isDone, isDry, left, tally } = await forget(house, request, cause);
    return {
      status: isDone ? 200 : 202,
      ...(isDry ? { changedNothing: true as const } : {}),
      body: {
        object: 'person_forgotten',
        status: isDone ? 'done' : 'working',
        dry_run: isDry,
        rows: tally.rows,
        conversations: tally.conversations,
        others: tally.others,
        files: tally.files,
        files_being_read: left,
        table_rows: tally.tableRows,
        proofs_kept: tally.proofs,
      },
    };
  },
});
