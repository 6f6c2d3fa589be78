import { numberIdOf } from '#domain/registration/number-kind.ts';
import type { CompanyNumber } from '#domain/registration/number.ts';
import { reasonWords } from '#domain/registration/reasons.ts';
import type { House } from './house.ts';
import { readNumber } from './read-brand.ts';

/** How a number stands, for whoever asks. `reasons`: why it was refused, in words. */
export type ShownNumber = Readonly<{
  number: string;
  status: string;
  registrationId?: string;
  verification?: string;
  reasons?: readonly string[];
  suspended?: Readonly<{ by: string; reason?: string }>;
}>;

export const shownNumber = (number: string, state: CompanyNumber): ShownNumber => {
  if (state.status === 'unknown') return { number, status: state.status };
  const { status, registrationId, verification, reasons, suspended } = state;
  return {
    number,
    status,
    ...(registrationId === undefined ? {} : { registrationId }),
    ...(verification ? { verification } : {}),
    ...(reasons.length > 0 ? { reasons: reasons.map(reasonWords) } : {}),
    ...(suspended ? { suspended } : {}),
  };
};

/** Undefined where the company has no such number. */
export const showNumber = async (house: House, companyId: string, number: string): Promise<ShownNumber | undefined> => {
  const state = await readNumber(house, numberIdOf(number));
  return state.status === 'unknown' || state.companyId !== companyId ? undefined : shownNumber(number, state);
};
