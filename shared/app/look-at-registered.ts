import { randomUUID } from 'node:crypto';
import type { Account } from '#domain/company/company.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { numberOf } from '#domain/registration/number-kind.ts';
import { DocumentMoved } from '#ports/documents.ts';
import type { Registrar } from '#ports/registrar.ts';
import { changeBrand } from './change-brand.ts';
import type { CompanyNumber } from '#domain/registration/number.ts';
import { askedAs, changeNumber } from './change-number.ts';
import { changeRegistration } from './change-registration.ts';
import type { House } from './house.ts';
import { buyNumber } from './buy-number.ts';
import { releaseNumber } from './release-number.ts';
import { readBrand, readNumber, readRegistration } from './read-brand.ts';
import { lookWrite, registrarLookPath, type LookCause, type LookTicket, type RegistrarLook } from './registrar-look.ts';
import { after, registrarOf } from './registrar-of.ts';
import { submitBrand } from './submit-brand.ts';
import { submitRegistration } from './submit-registration.ts';

/** Who goes on with what somebody has begun. */
const by = 'carillon';

/** What goes on with something is no finding of a look. */
const plain = (cause: LookCause): Cause => {
  const { ticket: _, ...rest } = cause;
  return rest;
};

const gone = [{ code: 'not_found' } as const];

const lookAtBrand = async (house: House, { id: brandId, companyId }: RegistrarLook, cause: LookCause): Promise<string> => {
  const state = await readBrand(house, brandId);
  if (state.status === 'unknown') return state.status;
  if (state.status === 'submitting') return (await submitBrand(house, { brandId, companyId, by, account: state.via }, plain(cause))).status;
  if (state.reference === undefined) return state.status;
  const registrar = await registrarOf(house, companyId, state.via);
  const standing = (await registrar.look.brand(state.reference)) ?? { status: 'rejected', reasons: gone };
  return (await changeBrand(house, { type: 'ReportBrand', data: { brandId, companyId, standing } }, cause)).status;
};

const lookAtRegistration = async (house: House, { id: registrationId, companyId }: RegistrarLook, cause: LookCause): Promise<string> => {
  const state = await readRegistration(house, registrationId);
  if (state.status === 'unknown') return state.status;
  if (state.status === 'submitting')
    return (await submitRegistration(house, { registrationId, companyId, by, account: state.via }, plain(cause))).status;
  if (state.reference === undefined) return state.status;
  const registrar = await registrarOf(house, companyId, state.via);
  const standing = (await registrar.look.registration(state.reference)) ?? { status: 'rejected', reasons: gone };
  return (await changeRegistration(house, { type: 'ReportRegistration', data: { registrationId, companyId, standing } }, cause)).status;
};

/** An assignment whose call came to nothing is made again: providers take it twice for the same. */
const standingOf = async (
  registrar: Registrar,
  own: Parameters<Registrar['assignNumber']>[0],
  { reference, isAssigning }: Readonly<{ reference: string; isAssigning: boolean }>,
) => {
  const standing = await registrar.look.number(own, reference);
  if (standing.status !== 'unassigned' || !isAssigning) return standing;
  const answer = await registrar.assignNumber(own, reference);
  return answer.kind === 'refused' ? ({ ...answer, status: 'rejected' } as const) : standing;
};

type TollFree = Readonly<{ numberId: string; companyId: string; state: Exclude<CompanyNumber, { status: 'unknown' }> }>;

const lookAtVerification = async (house: House, { numberId, companyId, state }: TollFree, cause: LookCause): Promise<string> => {
  if (state.registeredAs !== undefined || state.status !== 'owned') return askedAs(state);
  const registrar = await registrarOf(house, companyId, state.via);
  const standing = await registrar.look.verification({ number: numberOf(numberId), reference: state.reference });
  const after = await changeNumber(house, { type: 'ReportVerification', data: { numberId, companyId, standing } }, cause);
  return after.status === 'unknown' ? after.status : askedAs(after);
};

const lookAtNumber = async (house: House, { id: numberId, companyId }: RegistrarLook, cause: LookCause): Promise<string> => {
  const state = await readNumber(house, numberId);
  if (state.status === 'unknown') return state.status;
  const number = numberOf(numberId);
  if (state.status === 'buying') return (await buyNumber(house, { number, companyId, by, account: state.via }, plain(cause))).status;
  if (state.status === 'releasing') return (await releaseNumber(house, { number, companyId, by }, plain(cause))).status;
  if (state.kind === 'toll_free') return lookAtVerification(house, { numberId, companyId, state }, cause);
  if (state.registrationId === undefined) return state.status;
  const registration = await readRegistration(house, state.registrationId);
  if (registration.status === 'unknown' || registration.reference === undefined) return state.status;
  const account: Account | undefined = registration.via;
  const registrar = await registrarOf(house, companyId, account);
  const { reference } = registration;
  const standing = await standingOf(
    registrar,
    { number, reference: state.reference },
    { reference, isAssigning: state.status === 'assigning' },
  );
  return (await changeNumber(house, { type: 'ReportNumber', data: { numberId, companyId, standing } }, cause)).status;
};

const unlessMoved = (error: unknown): void => {
  if (!(error instanceof DocumentMoved)) throw error;
};

const looks = { brand: lookAtBrand, registration: lookAtRegistration, number: lookAtNumber };

/** From here on what older looks have found is not written down any more. Undefined: somebody was faster. */
const takeTicket = async ({ documents }: House, look: RegistrarLook, now: string): Promise<LookTicket | undefined> => {
  const own = { ...look, ticket: randomUUID() };
  // whoever dies at it, or gets no answer, is asked again soon
  await documents.write([lookWrite(own, 'submitting', { now })]);
  const found = await documents.get<RegistrarLook>(registrarLookPath(look.id));
  return found?.data.ticket === own.ticket ? { version: found.version } : undefined;
};

/** Undefined: something has changed since this look began. */
const lookOnce = async (house: House, look: RegistrarLook, cause: Cause): Promise<string | undefined> => {
  const ticket = await takeTicket(house, look, cause.now);
  if (!ticket) return undefined;
  try {
    const status = await looks[look.kind](house, look, { ...cause, ticket });
    // what changed meanwhile has said itself when the next look is due
    await house.documents.write([lookWrite(look, status, { now: cause.now, ticket })]).catch(unlessMoved);
    return status;
  } catch (error) {
    if (error instanceof DocumentMoved && error.path === registrarLookPath(look.id)) return undefined;
    throw error;
  }
};

const tries = 3;

/**
 * Asks the provider how something stands and writes down what has changed; goes on with what an interrupted submission left. Returns its status, as
 * it stands where others look at the same all the time. What is written down is what the latest look was told, so that webhooks and looks come to the same in
 * any order. Throws RegistrarSilent and Refusals; the next look is due all the same.
 */
export const lookAtRegistered = async (house: House, { kind, companyId, id }: RegistrarLook, cause: Cause): Promise<string> => {
  for (let left = tries; left > 0; left--) {
    const status = await lookOnce(house, { kind, companyId, id }, left === tries ? cause : after(cause, `again${left}`));
    if (status !== undefined) return status;
  }
  const states = { brand: readBrand, registration: readRegistration, number: readNumber };
  return (await states[kind](house, id)).status;
};
