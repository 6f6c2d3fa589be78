import { z } from '@hono/zod-openapi';
import { appointmentsBetween } from '#app/appointments-between.ts';
import { showBooking } from '#app/show-appointment.ts';
import { dayMs, instantOf } from '#domain/kernel/local-time.ts';
import { reachOf } from '../conventions/brand-limits.ts';
import { Problem } from '../conventions/problem.ts';
import { operation } from '../operation.ts';
import { appointment, appointmentExample, appointmentJson, appointmentPathId } from './appointment-schema.ts';

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

export const listAppointments = operation({
  id: 'listAppointments',
  method: 'get',
  path: '/v1/appointments',
  summary: 'Appointments of a day',
  description: 'By when they are, canceled ones as well. Those of which no campaign could read a time stand in no day.',
  scope: 'appointments:read',
  query: z.object({
    day: z.iso.date().openapi({ description: 'The day', example: '2026-12-01' }),
    timezone: z.string().max(60).default('UTC').openapi({ description: 'Whose day', example: 'America/Boise' }),
    limit: z.coerce.number().int().min(1).max(100).default(50).openapi({ type: 'integer', description: 'How many, 1 to 100' }),
    starting_after: appointmentPathId.optional().meta({ description: 'The last id of the page before this one' }),
  }),
  answers: {
    200: {
      description: 'A page of appointments',
      schema: z
        .object({ object: z.literal('list'), data: z.array(appointment), has_more: z.boolean(), url: z.string() })
        .openapi('AppointmentList'),
    },
  },
  errors: ['timezone_unknown'],
  example: {
    query: { day: '2026-12-01', timezone: 'America/Boise' },
    answer: { object: 'list', data: [appointmentExample], has_more: false, url: '/v1/appointments' },
  },
  run: async ({ house, caller, query, origin }) => {
    const { companyId } = caller;
    const reach = await reachOf({ house, caller });
    const { day, timezone, limit, starting_after: after } = query;
    if (!isZone(timezone)) throw new Problem('timezone_unknown');
    const start = Date.parse(`${day}T00:00:00.000Z`);
    const [from, to] = [start, start + dayMs].map((local) => new Date(instantOf(timezone, local)).toISOString());
    const { bookings, hasMore } = await appointmentsBetween(house, { companyId, from: from!, to: to!, limit, after, reach });
    const data = [];
    for (const one of bookings) data.push(appointmentJson(await showBooking(house, one)));
    const last = data.at(-1)?.id;
    const params = new URLSearchParams({ day, timezone, limit: String(limit), ...(last ? { starting_after: last } : {}) }).toString();
    const link = hasMore && last ? { headers: { link: `<${origin}/v1/appointments?${params}>; rel="next"` } } : {};
    return { status: 200, body: { object: 'list', data, has_more: hasMore, url: '/v1/appointments' }, ...link };
  },
});
