import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { CompanyNumber } from '#domain/registration/number.ts';
import { changeNumber } from './change-number.ts';
import type { House } from './house.ts';
import { aboutNumber, type NumberRequest } from './number-request.ts';
import { readRegistration } from './read-brand.ts';
import { after, registrarOf } from './registrar-of.ts';

/** Puts a number under a registration that is approved. Carriers take up to some days; the provider is asked every hour how far they are. */
export const assignNumber = async (
  house: House,
  { by, registrationId, ...asked }: Omit<NumberRequest, 'account'> & Readonly<{ registrationId: string }>,
  cause: Cause,
): Promise<CompanyNumber> => {
  const registration = await readRegistration(house, registrationId);
  if (registration.status === 'unknown' || registration.companyId !== asked.companyId)
    throw new Refusal(
      'registration_unknown',
      `${asked.companyId} has no registration ${registrationId}: "carillon registrations list" shows all`,
    );
  if (registration.status !== 'approved' || registration.reference === undefined)
    throw new Refusal(
      'registration_not_approved',
      `${registrationId} is ${registration.status}: numbers can be put under it when it is approved`,
    );
  const about = aboutNumber(asked);
  const state = await changeNumber(house, { type: 'AssignNumber', data: { ...about, registrationId, by } }, cause);
  if (state.status !== 'assigning') return state;
  const registrar = await registrarOf(house, asked.companyId, registration.via);
  const own = { number: asked.number, reference: state.reference };
  const answer = await registrar.assignNumber(own, registration.reference);
  if (answer.kind === 'unknown') return state;
  const standing =
    answer.kind === 'refused' ? ({ ...answer, status: 'rejected' } as const) : await registrar.look.number(own, registration.reference);
  return changeNumber(house, { type: 'ReportNumber', data: { ...about, standing } }, after(cause, 'assigned'));
};
