import type { Cause } from '#domain/kernel/event.ts';
import type { CompanyNumber } from '#domain/registration/number.ts';
import { changeNumber } from './change-number.ts';
import type { House } from './house.ts';
import { aboutNumber, type NumberRequest } from './number-request.ts';

/** Nothing of it leaves any more until it is resumed; what waits keeps its place. */
export const suspendNumber = (
  house: House,
  { by, reason, ...asked }: Omit<NumberRequest, 'account'> & Readonly<{ reason?: string | undefined }>,
  cause: Cause,
): Promise<CompanyNumber> => changeNumber(house, { type: 'SuspendNumber', data: { ...aboutNumber(asked), by, reason } }, cause);

export const resumeNumber = (house: House, { by, ...asked }: Omit<NumberRequest, 'account'>, cause: Cause): Promise<CompanyNumber> =>
  changeNumber(house, { type: 'ResumeNumber', data: { ...aboutNumber(asked), by } }, cause);
