import { campaignErrors } from '../campaigns/campaign-errors.ts';
import { borrowedErrors } from '../conventions/borrowed-errors.ts';
import { messages } from '../messages/messages.ts';
import type { Resource } from '../resource.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { getAppointment } from './get-appointment.ts';
import { listAppointments } from './list-appointments.ts';
import { putAppointment } from './put-appointment.ts';
import { putManyAppointments } from './put-many-appointments.ts';

export const appointments: Resource = {
  name: 'Appointments',
  description: 'What your calendar says, by your own ids: campaigns follow it, whatever moves.',
  operations: [putAppointment, getAppointment, cancelAppointment, listAppointments, putManyAppointments],
  errors: {
    ...borrowedErrors(campaignErrors, 'campaign_unknown', 'campaign_archived', 'column_missing'),
    ...borrowedErrors(messages.errors, 'too_many_columns', 'request_too_large'),
    appointment_unknown: {
      status: 404,
      title: 'There is no such appointment',
      words: 'Nobody has said anything of an appointment of this id.',
    },
    appointment_id_invalid: { status: 400, title: 'This can be no id', words: 'An id has 1 to 200 characters and no control characters.' },
    campaign_takes_no_appointments: {
      status: 409,
      title: 'This campaign can not follow appointments',
      words:
        'Its `fields` need an `appointment`, the id by which they are known, and it may have no `join`. Add it to the campaign and approve that.',
    },
    timezone_unknown: { status: 400, title: 'There is no such time zone', words: 'Name one of the IANA zones, like America/Boise.' },
  },
};
