import type { Language } from './locale.ts';

/** How a language names months and days, beginning with January and Sunday, and the halves of a day. */
export type DateWords = Readonly<{
  months: readonly string[];
  shortMonths: readonly string[];
  days: readonly string[];
  shortDays: readonly string[];
  /** before and after noon, as %p and as %P write it */
  halves: readonly [readonly [string, string], readonly [string, string]];
}>;

const list = (text: string): readonly string[] => text.split(' ');

/** Spanish and Portuguese short names go without a dot: each one costs a character. */
export const dateWords: Readonly<Record<Language, DateWords>> = {
  en: {
    months: list('January February March April May June July August September October November December'),
    shortMonths: list('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
    days: list('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
    shortDays: list('Sun Mon Tue Wed Thu Fri Sat'),
    halves: [
      ['AM', 'PM'],
      ['am', 'pm'],
    ],
  },
  es: {
    months: list('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
    shortMonths: list('ene feb mar abr may jun jul ago sep oct nov dic'),
    days: list('domingo lunes martes miércoles jueves viernes sábado'),
    shortDays: list('dom lun mar mié jue vie sáb'),
    halves: [
      ['a.m.', 'p.m.'],
      ['a.m.', 'p.m.'],
    ],
  },
  pt: {
    months: list('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
    shortMonths: list('jan fev mar abr mai jun jul ago set out nov dez'),
    days: list('domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado'),
    shortDays: list('dom seg ter qua qui sex sáb'),
    halves: [
      ['AM', 'PM'],
      ['am', 'pm'],
    ],
  },
  fr: {
    months: list('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    shortMonths: list('janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'),
    days: list('dimanche lundi mardi mercredi jeudi vendredi samedi'),
    shortDays: list('dim. lun. mar. mer. jeu. ven. sam.'),
    halves: [
      ['AM', 'PM'],
      ['am', 'pm'],
    ],
  },
};
