import type Telnyx from 'telnyx';
import { isTollFreeArea } from '#domain/registration/number-kind.ts';
import type { NumberStanding, Submission, VerificationStanding } from '#domain/registration/standing.ts';
import type { AvailableNumber, NumberSearch, OwnNumber } from '#ports/registrar.ts';
import { refusedFor, submissionOfError, unlessGone } from './refusal-reasons.ts';
import type { Authorized } from './registered-brand.ts';

/** Numbers of a messaging profile; a number itself is its reference. */
export type NumbersOf = Readonly<{ api: Telnyx; auth: Authorized; profile: string }>;

export const searchNumbers = async ({ api, auth }: NumbersOf, search: NumberSearch): Promise<readonly AvailableNumber[]> => {
  const { country, areaCode, contains, limit } = search;
  const filter = {
    country_code: country,
    features: ['sms' as const],
    phone_number_type: areaCode !== undefined && isTollFreeArea(areaCode) ? ('toll_free' as const) : ('local' as const),
    limit,
    ...(areaCode === undefined ? {} : { national_destination_code: areaCode }),
    ...(contains === undefined ? {} : { phone_number: { contains } }),
  };
  const answer = await api.availablePhoneNumbers.list({ filter }, auth()).catch(unlessGone);
  return (answer?.data ?? []).flatMap(({ phone_number: number, region_information: regions = [] }) => {
    const place = regions
      .map(({ region_name: name }) => name)
      .filter(Boolean)
      .join(', ');
    return number === undefined ? [] : [{ number, ...(place === '' ? {} : { place }) }];
  });
};

/** The provider's own id of a number that the account has. */
const idOf = async ({ api, auth }: NumbersOf, number: string): Promise<string | undefined> => {
  const page = await api.phoneNumbers.list({ filter: { phone_number: number } }, auth());
  return page.data.find((one) => one.phone_number === number)?.id;
};

/** An order that is as old as this has come to nothing, or to a number that was given back since, milliseconds. */
const orderMs = 24 * 3_600_000;
const waiting: Submission = { kind: 'unknown', code: 'order_pending' };

/** Whether an order of ours for it is under way: numbers are not in the account's list before their order is done. */
const isOrdered = async ({ api, auth }: NumbersOf, reference: string): Promise<boolean> => {
  const page = await api.numberOrders.list({ filter: { customer_reference: reference } }, auth());
  return page.data.some(({ status, created_at: at }) => status === 'pending' && at !== undefined && Date.now() - Date.parse(at) < orderMs);
};

export const buyNumber = async (numbers: NumbersOf, number: string): Promise<Submission> => {
  const { api, auth, profile } = numbers;
  const customer_reference = `carillon ${number}`;
  try {
    if ((await idOf(numbers, number)) !== undefined) return { kind: 'submitted', reference: number };
    if (await isOrdered(numbers, customer_reference)) return waiting;
    const order = { phone_numbers: [{ phone_number: number }], messaging_profile_id: profile, customer_reference };
    const { data } = await api.numberOrders.create(order, auth());
    if (data?.status === 'failure') return { kind: 'refused', retryable: false, reasons: [{ code: 'number_taken' }] };
    if (data?.id === undefined) return { kind: 'unknown', code: 'unreadable_answer' };
    return data.status === 'success' || (await idOf(numbers, number)) !== undefined ? { kind: 'submitted', reference: number } : waiting;
  } catch (error) {
    return submissionOfError(error);
  }
};

/** Under a campaign, and by the profile whose webhooks and opt-outs are the company's. */
export const assignNumber = async (numbers: NumbersOf, { number }: OwnNumber, campaignId: string): Promise<Submission> => {
  const { api, auth, profile } = numbers;
  try {
    const id = await idOf(numbers, number);
    if (id === undefined) return { kind: 'refused', retryable: false, reasons: [{ code: 'not_found' }] };
    await api.phoneNumbers.messaging.update(id, { messaging_profile_id: profile }, auth());
    const known = await api.messaging10dlc.phoneNumberCampaigns.retrieve(number, auth()).catch(unlessGone);
    if (known?.campaignId === campaignId && known.assignmentStatus !== 'FAILED_ASSIGNMENT') return { kind: 'submitted', reference: number };
    const params = { campaignId, phoneNumber: number };
    await (known
      ? api.messaging10dlc.phoneNumberCampaigns.update(number, params, auth())
      : api.messaging10dlc.phoneNumberCampaigns.create(params, auth()));
    return { kind: 'submitted', reference: number };
  } catch (error) {
    return submissionOfError(error);
  }
};

export const lookAtNumber = async ({ api, auth }: NumbersOf, { number }: OwnNumber, campaignId: string): Promise<NumberStanding> => {
  const known = await api.messaging10dlc.phoneNumberCampaigns.retrieve(number, auth()).catch(unlessGone);
  if (!known || known.campaignId !== campaignId) return { status: 'unassigned' };
  if (known.assignmentStatus === 'ASSIGNED') return { status: 'assigned' };
  if (known.assignmentStatus !== 'FAILED_ASSIGNMENT') return { status: 'pending' };
  const { reasons, said } = refusedFor(known.failureReasons);
  return { status: 'rejected', reasons: said.length > 0 ? reasons : [{ code: 'number_failed' }], said };
};

/** Requests of a number: one that is verified counts, else the newest, which stands first. https://developers.telnyx.com/docs/messaging/toll-free-verification */
export const lookAtVerification = async ({ api, auth }: NumbersOf, { number }: OwnNumber): Promise<VerificationStanding> => {
  const asked = { phone_number: number, page: 1, page_size: 20 };
  const page = await api.messagingTollfree.verification.requests.list(asked, auth()).catch(unlessGone);
  const found = page?.records ?? [];
  if (found.some(({ verificationStatus }) => verificationStatus === 'Verified')) return { status: 'verified' };
  const [newest] = found;
  if (!newest) return { status: 'none' };
  return newest.verificationStatus === 'Rejected' ? { status: 'rejected', ...refusedFor(newest.reason) } : { status: 'pending' };
};

export const releaseNumber = async (numbers: NumbersOf, { number }: OwnNumber): Promise<Submission> => {
  const { api, auth } = numbers;
  try {
    const id = await idOf(numbers, number);
    if (id !== undefined) {
      await api.messaging10dlc.phoneNumberCampaigns.delete(number, auth()).catch(unlessGone);
      await api.phoneNumbers.delete(id, auth()).catch(unlessGone);
    }
    return { kind: 'submitted', reference: number };
  } catch (error) {
    return submissionOfError(error);
  }
};
