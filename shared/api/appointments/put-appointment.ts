import { z } from '@hono/zod-openapi';
import { putAppointments } from '#app/put-appointments.ts';
import type { Booking } from '#app/booking.ts';
import { showAppointment } from '#app/show-appointment.ts';
import type { Document } from '#ports/documents.ts';
import { checkMatch, etagOf } from '../conventions/etag.ts';
import { Problem } from '../conventions/problem.ts';
import { operation, type Call } from '../operation.ts';
import {
  appointment,
  appointmentEtag,
  appointmentExample,
  appointmentIdText,
  appointmentJson,
  appointmentPathId,
  exampleWord,
  fieldTexts,
  word,
} from './appointment-schema.ts';

/** If-Match and If-None-Match, where the caller says what he has seen. */
export const checkSeen =
  (headers: Call['headers']) =>
  (found: Document<Booking> | undefined): void => {
    if (headers['if-none-match']?.trim() === '*' && found)
      throw new Problem('version_moved', 'There is an appointment of this id already.');
    if (headers['if-match'] !== undefined) checkMatch(headers, found ? appointmentEtag(found.data) : etagOf(null));
  };

/** An id in a path that can be none. */
export const ownId = (id: string): string => {
  const read = appointmentIdText.safeParse(id);
  if (!read.success) throw new Problem('appointment_id_invalid');
  return read.data;
};

const headers = { ETag: 'the state after it' };

export const putAppointment = operation({
  id: 'putAppointment',
  method: 'put',
  path: '/v1/appointments/{id}',
  summary: 'Say what an appointment is now',
  description:
    'Creates it, or changes it as a whole; the same again changes nothing, so it may be repeated freely. Its campaigns follow: a message that waits for an older word is replaced or canceled, one that was sent is corrected where the campaign says `corrections`. The answer shows what that came to; `problems` say why a campaign can tell nobody. With `If-Match` it is changed only as you have seen it, with `If-None-Match: *` only created.',
  scope: 'appointments:write',
  params: z.object({ id: appointmentPathId }),
  body: z.strictObject(word),
  answers: {
    200: { description: 'It was changed, or was so already', schema: appointment, headers },
    201: { description: 'It was created', schema: appointment, headers },
  },
  errors: [
    'appointment_id_invalid',
    'campaign_unknown',
    'campaign_archived',
    'campaign_takes_no_appointments',
    'column_missing',
    'version_moved',
    'busy',
    'too_many_columns',
    'request_too_large',
  ],
  example: { path: { id: 'visit-8841' }, body: exampleWord, answer: appointmentExample },
  run: async ({ house, caller, path, body, headers: given, cause }) => {
    const { companyId, by } = caller;
    const id = ownId(path.id);
    const words = [{ id, campaigns: [...new Set(body.campaigns)], fields: fieldTexts(body.fields), reference: body.reference }];
    const [result] = await putAppointments(house, { companyId, by, words, check: checkSeen(given) }, cause);
    const shown = await showAppointment(house, { companyId, id });
    const status = result?.outcome === 'created' ? 201 : 200;
    return { status, body: appointmentJson(shown), headers: { etag: appointmentEtag(shown.booking) } };
  },
});
