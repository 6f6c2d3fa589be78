import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { remember } from '../kernel/remember.ts';
import type { NumberKind } from './number-events.ts';

/** The id of a company's number: `+12085550199` → `num_12085550199`. */
export const numberIdOf = (number: string): string => `num_${number.slice(1)}`;
export const numberOf = (numberId: string): string => `+${numberId.slice('num_'.length)}`;

/** Whatever shares the plan of North America and costs its caller nothing. */
const tollFreeAreas: ReadonlySet<string> = new Set(['800', '833', '844', '855', '866', '877', '888']);
export const isTollFreeArea = (area: string): boolean => tollFreeAreas.has(area);

export const numberKindOf = (number: string): NumberKind => {
  if (!number.startsWith('+1')) return 'abroad';
  return isTollFreeArea(number.slice(2, 5)) ? 'toll_free' : 'long_code';
};

/** The country and those places beyond the sea whose phones the same carriers serve. */
const unitedStates = new Set(['US', 'PR', 'VI', 'GU', 'MP', 'AS']);

/** Whether carriers of the United States bring a message there. A number that could be anywhere in North America counts as theirs. */
export const isUnitedStates = remember(10_000, (number: string): boolean => {
  if (!number.startsWith('+1')) return false;
  const country = parsePhoneNumberFromString(number)?.country;
  return country === undefined || unitedStates.has(country);
});
