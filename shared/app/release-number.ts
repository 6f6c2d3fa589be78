import type { Cause } from '#domain/kernel/event.ts';
import type { CompanyNumber } from '#domain/registration/number.ts';
import { changeNumber } from './change-number.ts';
import type { House } from './house.ts';
import { aboutNumber, type NumberRequest } from './number-request.ts';
import { readNumber } from './read-brand.ts';
import { after, registrarOf } from './registrar-of.ts';

/** Gives a number back: from the intent on nothing goes out by it. */
export const releaseNumber = async (
  house: House,
  { by, ...asked }: Omit<NumberRequest, 'account'>,
  cause: Cause,
): Promise<CompanyNumber> => {
  const about = aboutNumber(asked);
  const before = await readNumber(house, about.numberId);
  const state = await changeNumber(house, { type: 'ReleaseNumber', data: { ...about, by } }, cause);
  if (state.status !== 'releasing') return state;
  const via = before.status === 'unknown' ? undefined : before.via;
  const registrar = await registrarOf(house, asked.companyId, via);
  const answer = await registrar.releaseNumber({ number: asked.number, reference: state.reference });
  if (answer.kind !== 'submitted') return state;
  return changeNumber(house, { type: 'RecordRelease', data: about }, after(cause, 'released'));
};
