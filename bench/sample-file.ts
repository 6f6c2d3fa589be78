import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const names = 'Ana Ben Cleo Dev Eva Finn Gia Hugo Ines Jon Kim Lea Max Nia Omar Pia Quin Rosa Sam Tia'.split(' ');
const families = "Silva O'Brien Müller García-López McDonald Nguyen Costa Lima".split(' ');
const doctors = ['Dr. Prado', 'Dr. Ortiz', 'Dr. Raman', 'Dr. Weiß', 'Dr. Kim'];
const areas = [208, 212, 305, 312, 415, 503, 602, 617, 702, 713, 801, 808, 907, 919, 972];
const two = (n: number): string => String(n).padStart(2, '0');

/** Every row another person; numbers of exchange 555 reach nobody. One in a hundred repeats the row before, one in a hundred has no phone. */
export const sampleRow = (n: number): string => {
  const who = n % 100 === 7 ? n - 1 : n;
  const phone =
    who % 100 === 13 ? 'n/a' : `+1${areas[who % areas.length]}555${String(Math.floor(who / areas.length) % 10_000).padStart(4, '0')}`;
  const first = names[who % names.length] ?? '';
  const family = families[who % families.length] ?? '';
  const date = `2026-12-${two(1 + (who % 28))}`;
  return [
    `P${who}`,
    `A${n}`,
    first,
    family,
    phone,
    `p${who}@example.com`,
    doctors[who % doctors.length],
    'North',
    date,
    `${two(8 + (who % 10))}:${two((who % 4) * 15)}`,
  ].join(',');
};

export const sampleHeader = 'patient_id,appointment_id,first_name,last_name,phone,email,doctor,clinic,appointment_date,appointment_time';

/** An appointment file of so many rows, with the columns of examples/appointment-reminder.json. */
export const writeSampleFile = async (file: string, rows: number): Promise<void> => {
  const out = createWriteStream(file);
  out.write(`${sampleHeader}\r\n`);
  for (let n = 0; n < rows; n += 1000) {
    const lines = Array.from({ length: Math.min(1000, rows - n) }, (_, i) => sampleRow(n + i));
    if (!out.write(`${lines.join('\r\n')}\r\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
};
