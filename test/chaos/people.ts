const areas = [208, 212, 305, 312, 415, 503, 602, 617, 702, 713, 801, 808, 907, 919, 972];
const names = 'Ana Ben Cleo Dev Eva Finn Gia Hugo Ines Jon Kim Lea Max Nia Omar Pia Quin Rosa Sam Tia'.split(' ');

/** The n-th person's number, nobody else's; of exchange 555, which reaches nobody. */
export const phoneOf = (n: number): string =>
  `+1${areas[n % areas.length]}555${String(Math.floor(n / areas.length) % 10_000).padStart(4, '0')}`;

/** The most people who have a number of their own. */
export const mostPeople = areas.length * 10_000;

/** A file for examples/now.json with people from `first` to before `end`, one message each. */
export const fileOf = (first: number, end: number): string => {
  const lines = Array.from({ length: end - first }, (_, i) => {
    const n = first + i;
    return `P${n},${names[n % names.length]},${phoneOf(n)},Dr. Ortiz`;
  });
  return ['patient_id,first_name,phone,doctor', ...lines, ''].join('\r\n');
};
