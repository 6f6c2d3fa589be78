import type { Definition } from '#domain/campaign/definition.ts';

/** The campaign of the documentation. */
export const reminder: Definition = {
  name: 'Appointment reminder',
  from: '+12085550199',
  timezone: 'America/Boise',
  fields: {
    person: 'patient_id',
    firstName: 'first_name',
    lastName: 'last_name',
    phone: 'phone',
    email: 'email',
    practitioner: 'doctor',
    appointmentDate: 'appointment_date',
    appointmentTime: 'appointment_time',
  },
  channels: [
    {
      channel: 'sms',
      template:
        "Hi {{ firstName | name }}, you see {{ practitioner }} on {{ appointmentAt | date: '%a %b %-d at %-I:%M %p' }}. Reply C to confirm, R to change, X if you can't come. STOP to opt out.",
    },
  ],
  schedule: { offsetDays: [2], window: { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], from: '09:00', to: '19:00' } },
  filters: [{ field: 'clinic', chop: 'Bill amt:' }],
  dedupe: ['day', 'person', 'practitioner', 'contactPoint'],
  limits: { perMinute: 600, perDay: 50000, perPersonPerDay: 2 },
  replies: {
    confirm: ['C', 'YES', 'Y', '1'],
    cancel: ['X', 'NO', 'N', '2'],
    reschedule: ['R', '3'],
    followUps: { confirm: 'Thank you, see you then.' },
  },
};

/** The header that it was written for. */
export const header =
  'patient_id,appointment_id,first_name,last_name,gender,age,phone,email,doctor,clinic,booked_at,appointment_date,appointment_time,notes'.split(
    ',',
  );
