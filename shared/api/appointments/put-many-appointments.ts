import { z } from '@hono/zod-openapi';
import type { House } from '#app/house.ts';
import { readPacketDocument } from '#app/packet-document.ts';
import { putAppointments as put, type PutResult } from '#app/put-appointments.ts';
import { requestAnswer } from '#app/request-answer.ts';
import { channel } from '#domain/kernel/ids.ts';
import { operation } from '../operation.ts';
import { appointmentIdText, exampleWord, fieldTexts, word } from './appointment-schema.ts';

const mostAppointments = 1_000;

const problem = z.object({
  campaign: z.string(),
  channel,
  code: z.string(),
  detail: z.string(),
  field: z.string().optional(),
});

const result = z
  .object({
    row: z.int().min(1).meta({ description: 'the place in the request, counted from 1' }),
    id: z.string(),
    reference: z.string().optional(),
    outcome: z.enum(['created', 'changed', 'unchanged', 'refused']),
    code: z.string().optional(),
    detail: z.string().optional().meta({ description: 'the code in plain words' }),
    problems: z.array(problem).optional().meta({ description: 'why a campaign can tell nobody of it' }),
  })
  .openapi('AppointmentResult');

/** What the campaigns can not tell of the rows, by `packet.row`. */
const problemsOf = async (house: House, results: readonly PutResult[]) => {
  const packets = new Set(results.flatMap((one) => ('places' in one ? one.places.map(({ packetId }) => packetId) : [])));
  const problems = new Map<string, z.output<typeof problem>[]>();
  for (const packetId of packets) {
    const document = await readPacketDocument(house.documents, packetId);
    for (const answer of document ? await requestAnswer(house, packetId, document) : []) {
      if (answer.outcome !== 'rejected') continue;
      const { row, channel: by, code, words, field } = answer;
      const key = `${packetId}.${row}`;
      const told = { campaign: document!.campaignId, channel: by, code, detail: words, ...(field === undefined ? {} : { field }) };
      problems.set(key, [...(problems.get(key) ?? []), told]);
    }
  }
  return problems;
};

export const putManyAppointments = operation({
  id: 'putAppointments',
  method: 'post',
  path: '/v1/appointments/batch',
  summary: `Say what up to ${mostAppointments} appointments are now`,
  description:
    'As `PUT /v1/appointments/{id}` for each, with a result for each by its place (`row`): `problems` say what its campaigns can not tell. Much faster than one by one. What became of their messages, `GET` tells.',
  scope: 'appointments:write',
  body: z.strictObject({
    appointments: z
      .array(z.strictObject({ id: appointmentIdText, ...word }))
      .min(1)
      .max(mostAppointments),
  }),
  answers: {
    200: {
      description: 'What became of each',
      schema: z.object({ object: z.literal('list'), data: z.array(result) }).openapi('AppointmentResults'),
    },
  },
  errors: [
    'campaign_unknown',
    'campaign_archived',
    'campaign_takes_no_appointments',
    'too_many_columns',
    'request_too_large',
    'column_missing',
    'busy',
  ],
  example: {
    body: { appointments: [{ id: 'visit-8841', ...exampleWord }] },
    answer: { object: 'list', data: [{ row: 1, id: 'visit-8841', outcome: 'created' }] },
  },
  run: async ({ house, caller, body, cause }) => {
    const { companyId, by } = caller;
    const words = body.appointments.map(({ id, campaigns, fields, reference }) => ({
      id,
      campaigns: [...new Set(campaigns)],
      fields: fieldTexts(fields),
      reference,
    }));
    const results = await put(house, { companyId, by, words }, cause);
    const problems = await problemsOf(house, results);
    const data = results.map((one, n) => {
      const { reference } = words[n]!;
      const about = { row: n + 1, id: one.id, ...(reference === undefined ? {} : { reference }), outcome: one.outcome };
      if (one.outcome === 'refused')
        return { ...about, code: one.code, detail: 'It stands twice in the request: say once what it is now.' };
      const own = 'places' in one ? one.places.flatMap(({ packetId, row }) => problems.get(`${packetId}.${row}`) ?? []) : [];
      return own.length === 0 ? about : { ...about, problems: own };
    });
    return { status: 200, body: { object: 'list', data } };
  },
});
