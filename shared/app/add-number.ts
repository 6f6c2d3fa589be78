import type { Cause } from '#domain/kernel/event.ts';
import { numberKindOf } from '#domain/registration/number-kind.ts';
import type { CompanyNumber } from '#domain/registration/number.ts';
import { changeNumber } from './change-number.ts';
import type { House } from './house.ts';
import { aboutNumber, type NumberRequest } from './number-request.ts';
import { registrarOf } from './registrar-of.ts';

/** Writes down a number that the company has already; `registeredAs`: the registry's id of a registration that was made elsewhere. */
export const addNumber = async (
  house: House,
  { by, account, registeredAs, ...asked }: NumberRequest & Readonly<{ registeredAs?: string | undefined }>,
  cause: Cause,
): Promise<CompanyNumber> => {
  const { name: provider, accountId } = await registrarOf(house, asked.companyId, account);
  const data = { ...aboutNumber(asked), provider, accountId, kind: numberKindOf(asked.number), by, registeredAs };
  return changeNumber(house, { type: 'AddNumber', data }, cause);
};
