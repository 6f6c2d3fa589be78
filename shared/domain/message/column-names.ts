import { plainText } from './column-look.ts';

/** How a field is called in exports. Words of `beside` may stand around a name without changing it, those of `against` make it another thing. */
type Naming = Readonly<{ names: readonly string[]; beside: readonly string[]; against: readonly string[] }>;

const list = (text: string): readonly string[] => text.split(',').map((name) => name.trim());
const words = (text: string): readonly string[] => text.split(' ');

const people = 'patient pat pt paciente client cliente customer guest contact contacto member socio person persona';
const visits = 'appointment appt apt visit cita consulta turno booking reserva scheduled schedule';
const others = 'emergency emergencia guardian parent spouse responsible provider doctor medico clinic clinica office employer guarantor';

const naming: Readonly<Record<string, Naming>> = {
  person: {
    names: list(
      'patient id, patient number, patient num, num, nr, no, patient no, patient nr, patientnr, person id, person number, client id, customer id, member id, mrn, medical record number, chart, chart number, chart no, chart id, account number, acct, acct no, id paciente, no paciente, numero de paciente, expediente, no expediente, historia clinica, nhc, id, id cliente, codigo paciente, cod paciente, external id, uuid, number',
    ),
    beside: words('internal our patient pat pt paciente client customer member person'),
    against: words(`${visits} ${others} phone tel email mail name nombre date fecha time hora location insurance`),
  },
  firstName: {
    names: list(
      'first name, first, firstname, fname, f name, given name, given, forename, preferred name, nickname, nombre, nombres, primer nombre, nombre de pila, nom, name, patient name, full name, nombre completo, patient, paciente',
    ),
    beside: words(people),
    against: words(`${others} ${visits} last sur family apellido apellidos middle segundo user file legal company empresa plan`),
  },
  lastName: {
    names: list(
      'last name, last, lastname, lname, l name, surname, family name, family, apellido, apellidos, apellido paterno, primer apellido, sobrenome',
    ),
    beside: words(people),
    against: words(`${others} ${visits} first given materno segundo visit seen login update maiden`),
  },
  phone: {
    names: list(
      'phone, phone number, phone no, mobile, mobile phone, mobile number, cell, cell phone, cellphone, cell number, telephone, tel, tel no, tel nr, sms, sms number, text number, telefono, telefono movil, movil, celular, tel celular, numero de telefono, numero de celular, no de telefono, telefone, whatsapp, handy, contact number, contact, best phone, primary phone',
    ),
    beside: words(`${people} preferred principal main number no nr numero`),
    against: words(
      `${others} home casa work trabajo fax landline fijo secondary alternate alt other ext extension type tipo consent name country carrier`,
    ),
  },
  email: {
    names: list(
      'email, e mail, email address, e mail address, mail, mail address, correo, correo electronico, direccion de correo, email id, emailaddress',
    ),
    beside: words(`${people} preferred principal primary main`),
    against: words(`${others} consent opt secondary alternate work type status`),
  },
  messengerId: {
    names: list('messenger id, messenger, facebook id, fb id, page scoped id, facebook messenger'),
    beside: words(people),
    against: words(`${others} date name url link`),
  },
  instagramId: {
    names: list('instagram id, instagram, ig id, instagram scoped id'),
    beside: words(people),
    against: words(`${others} date name url link handle`),
  },
  timezone: {
    names: list('timezone, time zone, tz, tzid, zona horaria, huso horario'),
    beside: words(people),
    against: words(`${others} offset`),
  },
  zip: {
    names: list('zip, zip code, zipcode, zip5, postal code, postcode, codigo postal, cp'),
    beside: words(`${people} home mailing`),
    against: words(`${others} file`),
  },
  practitioner: {
    names: list(
      'practitioner, provider, provider name, doctor, doctor name, dr, physician, dentist, hygienist, therapist, clinician, resource, staff, with, medico, medica, doctora, nombre del medico, profesional, dentista, especialista, terapeuta, medico tratante, stylist, rendering provider',
    ),
    beside: words(`${visits} name nombre attending full`),
    against: words('id npi phone tel email code number no referring referral fax'),
  },
  appointment: {
    names: list(
      'appointment id, appointment number, appointment no, appointment nr, appointment num, appt id, appt number, appt no, appt num, apt id, apt num, apptid, visit id, visit number, booking id, booking number, booking reference, reservation id, confirmation number, event id, encounter id, id cita, id de la cita, numero de cita, no cita, no de cita, folio, id turno',
    ),
    beside: words('internal our unique external'),
    against: words('patient date time type status provider location reason length fecha hora tipo estado'),
  },
  locale: {
    names: list('locale, language, preferred language, language preference, lang, idioma, idioma preferido, lengua, lengua preferida'),
    beside: words(`${people} preferred primary`),
    against: words(`${others} needs interpreter`),
  },
  appointmentDate: {
    names: list(
      'appointment date, appt date, apptdate, date of appointment, visit date, date of service, dos, service date, date, day, fecha, fecha cita, fecha de la cita, fecha de cita, fecha consulta, dia, start date, scheduled date, booking date, appointment, appointment day, cita, data',
    ),
    beside: words(visits),
    against: words(
      'birth dob born nacimiento created creation update updated modified booked made last next previous end signed exported registration alta termination referral paid',
    ),
  },
  appointmentTime: {
    names: list(
      'appointment time, appt time, appttime, time of appointment, visit time, time, hour, start time, start, begin time, hora, hora cita, hora de la cita, hora de cita, hora inicio, hora de inicio, slot, scheduled time, horario',
    ),
    beside: words(visits),
    against: words('end fin finish arrival checkin created updated modified zone timezone duration length minutes last booked'),
  },
};

const empty: Naming = { names: [], beside: [], against: [] };
const fillers = new Set(words('the of de del la el los las a s'));

/** The words of a name, in the order in which they stand: "apptDate", "APPT_DATE", "Appt. date" are the same two. */
export const wordsOfName = (name: string): readonly string[] =>
  // Nº and N° are "No."
  plainText(
    name
      .replace(/(?<=n)[º°]/giu, 'o ')
      .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2'),
  )
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');

const squashed = (parts: readonly string[]): string => parts.filter((part) => !fillers.has(part)).join('');

const without = (parts: readonly string[], taken: readonly string[]): readonly string[] => parts.filter((part) => !taken.includes(part));

const withoutNumber = (text: string): string => text.replace(/\d+$/, '');

/** How well a name names a field, 0–1. `also` are names that count as exact, as the field's own and the campaign's column. */
export const nameScore = (field: string, name: string, also: readonly string[] = []): number => {
  const parts = wordsOfName(name);
  const written = squashed(parts);
  if (written === '') return 0;
  if ([field, ...also].some((one) => squashed(wordsOfName(one)) === written)) return 1;
  const { names, beside, against } = Object.hasOwn(naming, field) ? naming[field]! : empty;
  const known = names.map((one) => squashed(wordsOfName(one)));
  const rank = known.indexOf(written);
  // "name" may be any of a person's names, and stands behind the surer ones
  if (rank >= 0) return 1 - rank / (known.length * 5);
  const against_ = parts.some((part) => against.includes(part)) ? 0.35 : 1;
  const bare = squashed(without(parts, beside));
  if (bare !== '' && known.includes(bare)) return 0.85 * against_;
  if (known.includes(withoutNumber(written)) || known.includes(withoutNumber(bare))) return 0.75 * against_;
  const inside = parts.some((part) => known.includes(part));
  return inside ? 0.6 * against_ : 0;
};
