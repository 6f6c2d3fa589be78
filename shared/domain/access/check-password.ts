import { Refusal } from '../kernel/refusal.ts';

/** NIST SP 800-63B-4, 3.1.1.2: long enough, not what everybody takes, and nothing said about what it is made of. */
export const leastLength = 12;
export const mostLength = 128;

/** Beginnings of what lists of stolen passwords are full of; digits and signs around them make nothing better. */
const common = [
  'password motdepasse passwort contrasena qwerty qwertyuiop qwertz azerty asdfghjkl zxcvbnm letmein welcome iloveyou admin administrator',
  'changeme secret monkey dragon football baseball basketball sunshine princess superman batman starwars trustno shadow master michael jordan',
  'charlie ashley jennifer jessica computer internet summer winter spring autumn january february november december monday friday hello',
  'whatever freedom flower cheese carillon appointment reminder reception frontdesk dental dentist clinic doctor hospital',
]
  .join(' ')
  .split(' ');

const runs = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm'];
const allRuns = [...runs, ...runs.map((run) => run.split('').toReversed().join(''))];

/** Years and signs at its end are no letters, those within it are. */
const lettersOf = (text: string): string =>
  text
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[^\p{L}]+$/u, '')
    .replaceAll(/[@4]/g, 'a')
    .replaceAll('0', 'o')
    .replaceAll(/[1!]/g, 'i')
    .replaceAll('3', 'e')
    .replaceAll(/[5$]/g, 's')
    .replaceAll('7', 't')
    .replaceAll(/[^\p{L}]/gu, '');

/** Only repeated or counted up. */
const isPattern = (text: string): boolean =>
  /^(.{1,6})\1+.{0,5}$/u.test(text) || allRuns.some((run) => run.includes(text.slice(0, 10)) || (text.length <= 26 && run.includes(text)));

const isCommon = (text: string): boolean => {
  const letters = lettersOf(text);
  return common.some((word) => {
    const rest = letters.replaceAll(word, '');
    return rest !== letters && rest.length < 4;
  });
};

/** `own`: words that others know of the user, his address and name. Throws a Refusal `password_weak`. */
export const checkPassword = (password: string, own: readonly string[] = []): void => {
  const text = password.normalize('NFKC').toLowerCase();
  const length = Array.from(text).length;
  if (length < leastLength) throw new Refusal('password_weak', `a password has at least ${leastLength} characters: take a few words`);
  if (length > mostLength) throw new Refusal('password_weak', `a password has up to ${mostLength} characters`);
  const known = own.flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((one) => one.length >= 4);
  const isOwn = known.some((one) => text.replaceAll(one, '').length < 6);
  if (isOwn || isPattern(text) || isCommon(text))
    throw new Refusal(
      'password_weak',
      'this password is one of those that are tried first: take a few words that have nothing to do with each other',
    );
};
