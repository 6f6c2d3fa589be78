import { answersFile } from '#reports/answers-file.ts';
import { operation } from '../operation.ts';
import { answersFor, answersQuery } from './answers-schemas.ts';

export const downloadAnswers = operation({
  id: 'downloadAnswers',
  method: 'get',
  path: '/v1/answers/file',
  summary: "A day's answers as a file in your own columns",
  description:
    'CSV in UTF-8, safe to open in a spreadsheet: your own columns as you sent them, and behind them the answer, when, by which channel, in which words.',
  scope: 'conversations:read',
  looksAt: 'person',
  query: answersQuery,
  answers: {
    200: {
      description: 'The file',
      file: 'text/csv',
      headers: { 'Content-Disposition': 'the name of the file' },
    },
  },
  errors: ['campaign_unknown', 'reports_away'],
  example: { query: { campaign: 'cmp_reminder', day: '2026-11-29' } },
  run: async ({ house, caller: { companyId }, query }) => {
    const { day, header, rows } = await answersFor(house, companyId, query);
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="answers-${day}.csv"`,
    };
    return { status: 200, headers, body: Buffer.from(answersFile(header, rows)) };
  },
});
