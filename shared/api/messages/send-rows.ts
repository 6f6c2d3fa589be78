import type { RowAnswer } from '#app/request-answer.ts';
import { sendOne } from '#app/send-one.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { Problem } from '../conventions/problem.ts';
import type { Answer, Call } from '../operation.ts';

type Text = string | number | boolean | null;
export type Item = Readonly<{ fields: Readonly<Record<string, Text>>; reference?: string | undefined }>;

const textOf = (value: Text): string => (value === null ? '' : String(value));

/** The reference lies beside the row's fields, so that it is told with everything that comes of it. */
const rowOf = ({ fields, reference }: Item): Readonly<Record<string, string>> => {
  const row = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, textOf(value)]));
  return reference === undefined || Object.hasOwn(row, 'reference') ? row : { ...row, reference };
};

const resultOf = (answer: RowAnswer, items: readonly Item[]) => {
  const { row, channel, outcome } = answer;
  const { reference } = items[row - 1] ?? {};
  const about = { row, ...(reference === undefined ? {} : { reference }), channel, outcome };
  if (answer.outcome === 'queued') return { ...about, message: answer.messageId, send_at: answer.sendAt };
  const why = { ...about, code: answer.code, detail: answer.words };
  if (answer.outcome === 'rejected') return { ...why, ...(answer.field === undefined ? {} : { field: answer.field }) };
  return { ...why, ...(answer.owner === undefined ? {} : { duplicate_of: answer.owner }) };
};

/** The messages of a request, by the campaign's rules, now. Throws Refusals and Problems. */
export const sendRows = async ({ house, caller, cause, seed }: Call, campaignId: string, items: readonly Item[]): Promise<Answer> => {
  const { companyId, mode } = caller;
  if (mode !== 'live') throw new Problem('mode_unavailable');
  const request = { companyId, campaignId, rows: items.map(rowOf), ...(seed === undefined ? {} : { reference: seed }) };
  const sent = await sendOne(house, request, cause).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'reference_used') throw new Problem('idempotency_key_reused');
    throw error;
  });
  const results = sent.results.map((answer) => resultOf(answer, items));
  return {
    status: 201,
    ...(sent.again ? { headers: { 'idempotent-replayed': 'true' } } : {}),
    body: { object: 'message_request', id: sent.packetId, campaign: campaignId, mode, results, waiting: sent.waiting },
  };
};
