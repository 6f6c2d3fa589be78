import { fieldNames } from './definition.ts';
import { isLinkName, linkNames } from './page-links.ts';

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether one letter more, less, or other, or two neighbours that changed places, make the same word. Digits count: phone2 is no slip. */
const isSlip = (one: string, other: string): boolean => {
  if (/\d/.test(one) || Math.min(one.length, other.length) < 5 || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [rest, otherRest] = [one.slice(at), other.slice(at)];
  if (rest.slice(1) === otherRest || rest === otherRest.slice(1) || rest.slice(1) === otherRest.slice(1)) return true;
  return rest.length > 1 && rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2);
};

/** As templates reach a column: by its name, or by that in small letters with _ between its words. */
const isColumn = (name: string, column: string): boolean =>
  name.toLowerCase() === column.trim().toLowerCase() ||
  name ===
    column
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '_');

const isPlural = (one: string, other: string): boolean => one === `${other}s` || other === `${one}s`;

/**
 * The field that a name in a template surely meant, where it is neither a field nor a column that the campaign names: `firstname`,
 * `fristName`. Other names may be columns of the file, which only a file can tell.
 */
export const likelyField = (name: string, fields: Readonly<Record<string, string>>): string | undefined => {
  const known = [...Object.keys(fields), 'appointmentAt', ...linkNames];
  const written = plain(name);
  if (known.includes(name) || Object.values(fields).some((column) => isColumn(name, column))) return undefined;
  const meant = known.find((field) => plain(field) === written) ?? known.find((field) => isSlip(written, plain(field)));
  if (meant === undefined || isPlural(written, plain(meant))) return undefined;
  // a field that Carillon knows but the campaign does not map is as likely a column
  return (fieldNames as readonly string[]).includes(name) ? undefined : meant;
};

/**
 * The names in templates that are no fields of the campaign: its files must have columns of these names. With a file's header only those
 * that it does not have.
 */
export const unknownNames = (
  variables: readonly string[],
  fields: Readonly<Record<string, string>>,
  reachable: readonly string[] = [],
): readonly string[] => {
  const known = new Set([...Object.keys(fields), ...(fields['appointmentDate'] === undefined ? [] : ['appointmentAt']), ...reachable]);
  return variables.filter((name) => !known.has(name) && !isLinkName(name));
};
