import { z } from '@hono/zod-openapi';
import { showAppointment } from '#app/show-appointment.ts';
import { operation } from '../operation.ts';
import { appointment, appointmentEtag, appointmentExample, appointmentJson, appointmentPathId } from './appointment-schema.ts';

export const getAppointment = operation({
  id: 'getAppointment',
  method: 'get',
  path: '/v1/appointments/{id}',
  summary: 'One appointment with its messages, and what the person answered',
  description: 'By your own id. Read from the log itself, so it is true this very moment.',
  scope: 'appointments:read',
  params: z.object({ id: appointmentPathId }),
  answers: { 200: { description: 'The appointment', schema: appointment, headers: { ETag: 'the state that was read' } } },
  errors: ['appointment_unknown'],
  example: { path: { id: 'visit-8841' }, answer: appointmentExample },
  run: async ({ house, caller: { companyId }, path: { id } }) => {
    const shown = await showAppointment(house, { companyId, id });
    return { status: 200, body: appointmentJson(shown), headers: { etag: appointmentEtag(shown.booking) } };
  },
});
