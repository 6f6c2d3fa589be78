import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { reasonWords } from '#domain/registration/reasons.ts';
import type { Registration } from '#domain/registration/registration-state.ts';
import { changeRegistration } from './change-registration.ts';
import type { House } from './house.ts';
import { readRegistration } from './read-brand.ts';
import { registrarOf } from './registrar-of.ts';

/** `byLetter`: somebody has written to the provider, which is asked nothing. */
export type Appeal = Readonly<{ registrationId: string; companyId: string; by: string; argument: string; byLetter?: boolean | undefined }>;

/**
 * Asks the provider to look again at what was refused. The provider is asked first: two appeals for the same answer do no harm, one that is only
 * written down here does. Throws a Refusal where the provider takes none.
 */
export const appealRegistration = async (
  house: House,
  { argument, byLetter = false, ...about }: Appeal,
  cause: Cause,
): Promise<Registration> => {
  const { registrationId, companyId, by } = about;
  const state = await readRegistration(house, registrationId);
  const command = { type: 'AppealRegistration', data: { registrationId, companyId, by, argument } } as const;
  // whoever can't appeal is told so by the decision itself
  if (state.status !== 'rejected' || state.companyId !== companyId || state.reference === undefined)
    return changeRegistration(house, command, cause);
  if (byLetter) return changeRegistration(house, command, cause);
  const registrar = await registrarOf(house, companyId, state.via);
  if (!registrar.appeal)
    throw new Refusal(
      'appeal_by_letter',
      `${registrar.name} takes appeals from people alone: write to its support that registration ${state.reference}${state.carrierId === undefined ? '' : `, ${state.carrierId} at the registry,`} was refused by ${state.reasons.map(({ providerCode, code }) => providerCode ?? code).join(', ')}, and why that is wrong; then say so ("carillon registrations appeal ${registrationId} WHY --by-letter"). Or change what was named and submit it again`,
    );
  const answer = await registrar.appeal(state.reference, argument);
  if (answer.kind === 'refused')
    throw new Refusal('appeal_refused', `the appeal was not taken: ${answer.reasons.map(reasonWords).join('; ')}`);
  if (answer.kind === 'unknown')
    throw new Refusal('appeal_unanswered', `${registrar.name} did not answer: appeal again in a minute, twice does no harm`);
  return changeRegistration(house, command, cause);
};
