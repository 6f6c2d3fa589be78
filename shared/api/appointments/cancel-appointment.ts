import { z } from '@hono/zod-openapi';
import { cancelAppointment as cancel } from '#app/cancel-appointment.ts';
import { showAppointment } from '#app/show-appointment.ts';
import { operation } from '../operation.ts';
import { appointment, appointmentEtag, appointmentExample, appointmentJson, appointmentPathId } from './appointment-schema.ts';
import { checkSeen } from './put-appointment.ts';

export const cancelAppointment = operation({
  id: 'cancelAppointment',
  method: 'delete',
  path: '/v1/appointments/{id}',
  summary: 'Cancel an appointment',
  description:
    'What waits of it is canceled in all its campaigns; what was sent stays sent. Twice is as good as once, and a `PUT` brings it back. With `If-Match` it is canceled only as you have seen it.',
  scope: 'appointments:write',
  params: z.object({ id: appointmentPathId }),
  answers: { 200: { description: 'The appointment, canceled', schema: appointment, headers: { ETag: 'the state after it' } } },
  errors: ['appointment_unknown', 'version_moved', 'busy'],
  example: { path: { id: 'visit-8841' }, answer: { ...appointmentExample, status: 'canceled' } },
  run: async ({ house, caller: { companyId, by }, path: { id }, headers, cause }) => {
    await cancel(house, { companyId, id, by, check: checkSeen(headers) }, cause);
    const shown = await showAppointment(house, { companyId, id });
    return { status: 200, body: appointmentJson(shown), headers: { etag: appointmentEtag(shown.booking) } };
  },
});
