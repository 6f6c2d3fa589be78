import assert from 'node:assert/strict';
import { appointmentReader } from '#domain/message/appointment.ts';

const read = appointmentReader('America/Boise', undefined);

describe('an appointment', () => {
  const good = [
    ['2026-12-08', '12:45', '2026-12-08T19:45:00.000Z'],
    ['2026-07-08', '12:45', '2026-07-08T18:45:00.000Z'],
    ['12/8/2026', '2:30 PM', '2026-12-08T21:30:00.000Z'],
    ['2026-12-08', undefined, '2026-12-08T19:00:00.000Z'],
    ['2024-02-29', '00:00', '2024-02-29T07:00:00.000Z'],
    ['2027-03-14', '02:30', '2027-03-14T09:30:00.000Z'],
    ['2026-11-01', '01:30', '2026-11-01T07:30:00.000Z'],
  ] as const;
  for (const [date, time, at] of good)
    it(`on ${date} at ${time ?? 'no time'} is ${at}`, () => assert.deepEqual(read({ date, time }), { at }));

  const bad = [
    ['', '12:45', 'date_missing'],
    ['', '', 'date_missing'],
    ['2026-02-30', '12:45', 'date_invalid'],
    ['tomorrow', '12:45', 'date_invalid'],
    ['31/12/2026', '12:45', 'date_invalid'],
    ['0026-12-08', '12:45', 'date_invalid'],
    ['9999-12-08', '12:45', 'date_invalid'],
    ['2026-02-30', 'x', 'date_invalid'],
    ['2026-12-08', '', 'time_invalid'],
    ['2026-12-08', '25:00', 'time_invalid'],
    ['2026-12-08', 'noon', 'time_invalid'],
  ] as const;
  for (const [date, time, fault] of bad) {
    const field = fault === 'time_invalid' ? 'appointmentTime' : 'appointmentDate';
    it(`on "${date}" at "${time}" is ${fault}`, () => assert.deepEqual(read({ date, time }), { fault, field }));
  }

  it('is read day first outside of the United States', () => {
    assert.deepEqual(appointmentReader('Europe/London', 'GB')({ date: '8/12/2026', time: '09:00' }), { at: '2026-12-08T09:00:00.000Z' });
  });
});
