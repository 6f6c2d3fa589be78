/** Files as people's systems export them, and what a person would say their columns are. */

export type Table = Readonly<{ header: readonly string[]; rows: readonly (readonly string[])[] }>;

const names = ['Ana', 'José', 'Maria', 'Wei', 'Guadalupe'];
const families = ['Silva', "O'Brien", 'García-López', 'McDonald', 'Nguyen'];

/** Cells of one kind, by the number of the row. */
export const kinds = {
  id: (n: number) => `P-${1000 + n}`,
  visit: (n: number) => String(5_600_000 + n),
  first: (n: number) => names[n % 5]!,
  last: (n: number) => families[n % 5]!,
  whole: (n: number) => `${names[n % 5]!} ${families[(n + 1) % 5]!}`,
  lastFirst: (n: number) => `${families[(n + 1) % 5]!}, ${names[n % 5]!}`,
  phone: (n: number) => `(208) 555-${String(100 + n).padStart(4, '0')}`,
  phone2: (n: number) => `+1212555${String(200 + n).padStart(4, '0')}`,
  email: (n: number) => `p${n}@example.com`,
  doctor: (n: number) => ['Dr. Prado', 'Dra. Ortiz', 'Karl Weiß, MD'][n % 3]!,
  date: (n: number) => `2026-12-${String(1 + n).padStart(2, '0')}`,
  usDate: (n: number) => `12/${13 + n}/2026`,
  born: (n: number) => `${1940 + n * 13}-03-04`,
  booked: (n: number) => `2026-11-0${1 + (n % 9)}`,
  time: (n: number) => `${8 + (n % 8)}:30`,
  ampm: (n: number) => `${1 + (n % 8)}:15 PM`,
  gender: (n: number) => 'FM'[n % 2]!,
  age: (n: number) => String(20 + (n % 40)),
  note: (n: number) => `was here ${n} times`,
  none: () => '',
} as const;
export type Kind = keyof typeof kinds;

export const table = (columns: readonly (readonly [string, Kind])[], rows = 8): Table => ({
  header: columns.map(([name]) => name),
  rows: Array.from({ length: rows }, (_, n) => columns.map(([, kind]) => kinds[kind](n))),
});

/** Headers as systems export them, and what a person would say they are. */
export const ugly: readonly (readonly [string, readonly (readonly [string, Kind])[], Record<string, string>])[] = [
  [
    'our own',
    [
      ['patient_id', 'id'],
      ['appointment_id', 'visit'],
      ['first_name', 'first'],
      ['last_name', 'last'],
      ['gender', 'gender'],
      ['age', 'age'],
      ['phone', 'phone'],
      ['email', 'email'],
      ['doctor', 'doctor'],
      ['booked_at', 'booked'],
      ['appointment_date', 'date'],
      ['appointment_time', 'time'],
      ['notes', 'note'],
    ],
    {
      person: 'patient_id',
      appointment: 'appointment_id',
      firstName: 'first_name',
      lastName: 'last_name',
      phone: 'phone',
      email: 'email',
      practitioner: 'doctor',
      appointmentDate: 'appointment_date',
      appointmentTime: 'appointment_time',
    },
  ],
  [
    'a dental system',
    [
      ['PatNum', 'id'],
      ['FName', 'first'],
      ['LName', 'last'],
      ['HmPhone', 'none'],
      ['WirelessPhone', 'phone'],
      ['Email', 'email'],
      ['Birthdate', 'born'],
      ['AptDate', 'date'],
      ['AptTime', 'ampm'],
      ['Provider', 'doctor'],
    ],
    {
      firstName: 'FName',
      lastName: 'LName',
      phone: 'WirelessPhone',
      email: 'Email',
      practitioner: 'Provider',
      appointmentDate: 'AptDate',
      appointmentTime: 'AptTime',
      person: 'PatNum',
    },
  ],
  [
    'Spanish',
    [
      ['Nº Expediente', 'id'],
      ['Nombre', 'first'],
      ['Apellidos', 'last'],
      ['Teléfono Fijo', 'phone2'],
      ['Teléfono Móvil', 'phone'],
      ['Correo electrónico', 'email'],
      ['Fecha de nacimiento', 'born'],
      ['Fecha de la cita', 'date'],
      ['Hora', 'time'],
      ['Médico', 'doctor'],
    ],
    {
      person: 'Nº Expediente',
      firstName: 'Nombre',
      lastName: 'Apellidos',
      phone: 'Teléfono Móvil',
      email: 'Correo electrónico',
      practitioner: 'Médico',
      appointmentDate: 'Fecha de la cita',
      appointmentTime: 'Hora',
    },
  ],
  [
    'shouting, with several phones and dates',
    [
      ['MRN', 'id'],
      ['PATIENT NAME', 'lastFirst'],
      ['HOME PHONE', 'phone2'],
      ['CELL PHONE #', 'phone'],
      ['DOB', 'born'],
      ['DATE CREATED', 'booked'],
      ['APPT DATE', 'usDate'],
      ['APPT TIME', 'ampm'],
      ['RESOURCE', 'whole'],
    ],
    {
      person: 'MRN',
      firstName: 'PATIENT NAME',
      phone: 'CELL PHONE #',
      appointmentDate: 'APPT DATE',
      appointmentTime: 'APPT TIME',
      practitioner: 'RESOURCE',
    },
  ],
  [
    'an address book',
    [
      ['Given Name', 'first'],
      ['Family Name', 'last'],
      ['E-mail 1 - Value', 'email'],
      ['Phone 1 - Type', 'gender'],
      ['Phone 1 - Value', 'phone'],
    ],
    { firstName: 'Given Name', lastName: 'Family Name', email: 'E-mail 1 - Value', phone: 'Phone 1 - Value' },
  ],
  [
    'nonsense names',
    [
      ['Column1', 'first'],
      ['Column2', 'phone'],
      ['Column3', 'email'],
      ['Column4', 'date'],
      ['Column5', 'born'],
      ['Column6', 'time'],
      ['Column7', 'doctor'],
    ],
    {
      firstName: 'Column1',
      phone: 'Column2',
      email: 'Column3',
      appointmentDate: 'Column4',
      appointmentTime: 'Column6',
      practitioner: 'Column7',
    },
  ],
  [
    'short and sloppy',
    [
      [' Name ', 'whole'],
      ['Tel.', 'phone'],
      ['Day', 'date'],
      ['When', 'time'],
      ['With', 'doctor'],
    ],
    { firstName: 'Name', phone: 'Tel.', appointmentDate: 'Day', appointmentTime: 'When', practitioner: 'With' },
  ],
];
