import { z } from 'zod';
import { isTollFreeArea } from '#domain/registration/number-kind.ts';
import type { NumberStanding, Submission, VerificationStanding } from '#domain/registration/standing.ts';
import type { AvailableNumber, NumberSearch, OwnNumber } from '#ports/registrar.ts';
import { refusedFor, submissionOfError, unlessGone } from './registration-errors.ts';
import type { RegistrationResources } from './registration-resources.ts';

export const searchNumbers = async (
  { availableIn, tollFreeIn }: RegistrationResources,
  { country, areaCode, contains, limit }: NumberSearch,
): Promise<readonly AvailableNumber[]> => {
  const params = {
    smsEnabled: true,
    limit,
    ...(areaCode === undefined ? {} : { areaCode: Number(areaCode) }),
    ...(contains === undefined ? {} : { contains }),
  };
  const isTollFree = areaCode !== undefined && isTollFreeArea(areaCode);
  const listed = async () => (isTollFree ? tollFreeIn(country).list(params) : availableIn(country).list(params));
  const found = (await listed().catch(unlessGone)) ?? [];
  return found.map(({ phoneNumber, locality, region }) => {
    const place = [locality, region].filter(Boolean).join(', ');
    return { number: phoneNumber, ...(place === '' ? {} : { place }) };
  });
};

const sidOf = async ({ numbers }: RegistrationResources, { number, reference }: OwnNumber): Promise<string | undefined> =>
  reference?.startsWith('PN') ? reference : (await numbers.list({ phoneNumber: number, limit: 1 })).at(0)?.sid;

export const buyNumber = async (resources: RegistrationResources, number: string): Promise<Submission> => {
  try {
    const known = await sidOf(resources, { number });
    const { sid } = known === undefined ? await resources.numbers.create({ phoneNumber: number }) : { sid: known };
    return typeof sid === 'string' ? { kind: 'submitted', reference: sid } : { kind: 'unknown', code: 'unreadable_answer' };
  } catch (error) {
    return submissionOfError(error);
  }
};

const isIn = async ({ services }: RegistrationResources, sid: string, service: string): Promise<boolean> =>
  (await services(service).phoneNumbers(sid).fetch().catch(unlessGone)) !== undefined;

/** A number is put under a campaign by way of the campaign's service. */
export const assignNumber = async (resources: RegistrationResources, own: OwnNumber, service: string): Promise<Submission> => {
  try {
    const sid = await sidOf(resources, own);
    if (sid === undefined) return { kind: 'refused', retryable: false, reasons: [{ code: 'not_found' }] };
    if (!(await isIn(resources, sid, service))) await resources.services(service).phoneNumbers.create({ phoneNumberSid: sid });
    return { kind: 'submitted', reference: sid };
  } catch (error) {
    return submissionOfError(error);
  }
};

/** In the service: Twilio tells in its API of no more. What a carrier has not taken yet it says with each message (30034, 30035). */
export const lookAtNumber = async (resources: RegistrationResources, own: OwnNumber, service: string): Promise<NumberStanding> => {
  const sid = await sidOf(resources, own).catch(unlessGone);
  return { status: sid !== undefined && (await isIn(resources, sid, service)) ? 'assigned' : 'unassigned' };
};

const reasonsGiven = z.array(z.looseObject({ reason: z.string().nullish(), code: z.union([z.number(), z.string()]).nullish() }));
const mostVerifications = 50;

/** https://www.twilio.com/docs/messaging/api/tollfree-verification-resource: one that is approved counts, else the newest. */
export const lookAtVerification = async (resources: RegistrationResources, own: OwnNumber): Promise<VerificationStanding> => {
  const sid = await sidOf(resources, own).catch(unlessGone);
  if (sid === undefined) return { status: 'none' };
  const asked = { tollfreePhoneNumberSid: sid, limit: mostVerifications };
  const found = (await resources.verifications.list(asked).catch(unlessGone)) ?? [];
  if (found.some(({ status }) => status === 'TWILIO_APPROVED')) return { status: 'verified' };
  const [newest] = found.toSorted((one, other) => Number(other.dateUpdated) - Number(one.dateUpdated));
  if (!newest) return { status: 'none' };
  if (newest.status !== 'TWILIO_REJECTED') return { status: 'pending' };
  const { rejectionReason, rejectionReasons, errorCode } = newest;
  const read = reasonsGiven.safeParse(rejectionReasons ?? []);
  const list = read.success
    ? read.data.map(({ reason, code }) => ({ ...(code == null ? {} : { code: String(code) }), message: reason }))
    : [];
  const one = { ...(errorCode ? { code: String(errorCode) } : {}), message: rejectionReason };
  return { status: 'rejected', ...refusedFor(list.length > 0 ? list : [one]) };
};

/** A number that is given back leaves its service by itself. */
export const releaseNumber = async (resources: RegistrationResources, own: OwnNumber): Promise<Submission> => {
  try {
    const sid = await sidOf(resources, own);
    if (sid !== undefined) await resources.numbers(sid).remove().catch(unlessGone);
    return { kind: 'submitted', reference: sid ?? own.number };
  } catch (error) {
    return submissionOfError(error);
  }
};
