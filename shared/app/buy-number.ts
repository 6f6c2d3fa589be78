import type { Cause } from '#domain/kernel/event.ts';
import { numberKindOf } from '#domain/registration/number-kind.ts';
import type { CompanyNumber } from '#domain/registration/number.ts';
import { changeNumber } from './change-number.ts';
import type { House } from './house.ts';
import { aboutNumber, type NumberRequest } from './number-request.ts';
import { after, registrarOf } from './registrar-of.ts';

/** Buys a number, an intent before the call: whoever asks again finds what he has bought. */
export const buyNumber = async (house: House, { by, account, ...asked }: NumberRequest, cause: Cause): Promise<CompanyNumber> => {
  const registrar = await registrarOf(house, asked.companyId, account);
  const { name: provider, accountId } = registrar;
  const about = aboutNumber(asked);
  const data = { ...about, provider, accountId, kind: numberKindOf(asked.number), by, now: cause.now };
  const state = await changeNumber(house, { type: 'BuyNumber', data }, cause);
  if (state.status !== 'buying') return state;
  const submission = await registrar.buyNumber(asked.number);
  return changeNumber(house, { type: 'RecordPurchase', data: { ...about, submission } }, after(cause, 'bought'));
};
