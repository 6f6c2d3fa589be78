import type Telnyx from 'telnyx';
import { z } from 'zod';
import type { RegistrationFacts } from '#domain/registration/registration-facts.ts';
import type { RegistrationStanding, Submission } from '#domain/registration/standing.ts';
import type { RegistrationToSubmit } from '#ports/registrar.ts';
import { refusedFor, readable, submissionOfError, unlessGone } from './refusal-reasons.ts';
import { noticeUrlFor, type Authorized } from './registered-brand.ts';

/** Telnyx calls a registration a campaign, as the registry does. */
type TenDlc = Telnyx['messaging10dlc'];
type CampaignParams = Parameters<TenDlc['campaignBuilder']['submit']>[0];

/** The registry's names for the two purposes that we call otherwise. */
const registryNames: Readonly<Record<string, string>> = { ACCOUNT_NEWS: 'ACCOUNT_NOTIFICATION', DELIVERY_NEWS: 'DELIVERY_NOTIFICATION' };
const registryName = (useCase: string): string => registryNames[useCase] ?? useCase;

const samplesOf = ([sample1 = '', sample2 = '', sample3, sample4, sample5]: readonly string[]) => ({
  sample1,
  sample2,
  ...(sample3 === undefined ? {} : { sample3 }),
  ...(sample4 === undefined ? {} : { sample4 }),
  ...(sample5 === undefined ? {} : { sample5 }),
});

/** What of a campaign can be changed once it is there. */
const editable = ({ samples = [], messageFlow = '', helpMessage = '', autoRenewal = true }: RegistrationFacts) => ({
  ...samplesOf(samples),
  messageFlow,
  helpMessage,
  autoRenewal,
});

const link = /https?:\/\/\S+/i;

const paramsOf = ({ registrationId, facts, brandReference, noticeUrl }: RegistrationToSubmit): CampaignParams => {
  const { useCase = '', subUseCases = [], samples = [], optInKeywords = [], optOutKeywords = [], helpKeywords = [] } = facts;
  const shown = samples.map((sample) => link.exec(sample)?.[0]).find((url) => url !== undefined);
  return {
    brandId: brandReference,
    usecase: registryName(useCase),
    ...(subUseCases.length > 0 ? { subUsecases: subUseCases.map(registryName) } : {}),
    description: facts.description ?? '',
    ...editable(facts),
    optinMessage: facts.optInMessage ?? '',
    optoutMessage: facts.optOutMessage ?? '',
    ...(optInKeywords.length > 0 ? { optinKeywords: optInKeywords.join(',') } : {}),
    optoutKeywords: optOutKeywords.join(','),
    helpKeywords: helpKeywords.join(','),
    subscriberOptin: true,
    subscriberOptout: true,
    subscriberHelp: true,
    embeddedLink: facts.hasLinks ?? false,
    ...(shown === undefined ? {} : { embeddedLinkSample: shown }),
    embeddedPhone: facts.hasPhones ?? false,
    ageGated: facts.ageGated ?? false,
    directLending: facts.directLending ?? false,
    numberPool: false,
    termsAndConditions: true,
    privacyPolicyLink: facts.privacyPolicyUrl ?? '',
    termsAndConditionsLink: facts.termsUrl ?? '',
    // the same id is taken once
    referenceId: registrationId,
    webhookURL: noticeUrlFor(noticeUrl, registrationId),
  };
};

const mostOfABrand = 100;

const findCampaign = async ({ campaign }: TenDlc, auth: Authorized, asked: RegistrationToSubmit): Promise<string | undefined> => {
  const page = await campaign.list({ brandId: asked.brandReference, recordsPerPage: mostOfABrand }, auth());
  return page.records.find(({ referenceId }) => referenceId === asked.registrationId)?.campaignId;
};

const appealable = new Set(['TELNYX_FAILED', 'MNO_REJECTED']);

/** Samples, flow and help can be changed, and reviewers are asked to look again; the rest of a campaign stays as it was submitted. */
const resubmit = async ({ campaign }: TenDlc, auth: Authorized, asked: RegistrationToSubmit, id: string): Promise<Submission> => {
  const { campaignStatus = '' } = await campaign.update(id, editable(asked.facts), auth());
  if (appealable.has(campaignStatus)) await campaign.submitAppeal(id, { appeal_reason: 'What was named has been changed.' }, auth());
  return { kind: 'submitted', reference: id };
};

export const submitCampaign = async (tenDlc: TenDlc, auth: Authorized, asked: RegistrationToSubmit): Promise<Submission> => {
  try {
    if (asked.reference !== undefined) return await resubmit(tenDlc, auth, asked, asked.reference);
    const known = await findCampaign(tenDlc, auth, asked);
    if (known !== undefined) return { kind: 'submitted', reference: known };
    const { campaignId } = await tenDlc.campaignBuilder.submit(paramsOf(asked), auth());
    return { kind: 'submitted', reference: campaignId };
  } catch (error) {
    return submissionOfError(error);
  }
};

export const appealCampaign = async ({ campaign }: TenDlc, auth: Authorized, id: string, argument: string): Promise<Submission> => {
  try {
    await campaign.submitAppeal(id, { appeal_reason: argument }, auth());
    return { kind: 'submitted', reference: id };
  } catch (error) {
    return submissionOfError(error);
  }
};

const looked = z.object({
  campaignStatus: z.string().nullish(),
  failureReasons: z.unknown().optional(),
  tcrCampaignId: z.string().nullish(),
  nextRenewalOrExpirationDate: z.string().nullish(),
});

const rejected = new Set(['TCR_FAILED', 'TELNYX_FAILED', 'MNO_REJECTED', 'MNO_PROVISIONING_FAILED']);

/** Telnyx writes a day, or a time without its zone: UTC. */
const instantOf = (given: string | null | undefined): string | undefined => {
  const ms = given ? Date.parse(/[Zz]|[+-]\d\d:?\d\d$/.test(given) || given.length === 10 ? given : `${given}Z`) : Number.NaN;
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
};

export const lookAtCampaign = async ({ campaign }: TenDlc, auth: Authorized, id: string): Promise<RegistrationStanding | undefined> => {
  const answer = await campaign.retrieve(id, auth()).catch(unlessGone);
  if (answer === undefined) return undefined;
  const { campaignStatus, failureReasons, tcrCampaignId, nextRenewalOrExpirationDate } = readable(looked, answer);
  const status = campaignStatus ?? '';
  if (rejected.has(status)) return { status: 'rejected', ...refusedFor(failureReasons) };
  if (status === 'TCR_SUSPENDED')
    return { status: 'suspended', reasons: [{ code: 'suspended_by_carrier' }], said: refusedFor(failureReasons).said };
  if (status === 'TCR_EXPIRED') return { status: 'expired' };
  if (status !== 'MNO_PROVISIONED') return { status: 'pending' };
  const expiresAt = instantOf(nextRenewalOrExpirationDate);
  return { status: 'approved', ...(tcrCampaignId ? { carrierId: tcrCampaignId } : {}), ...(expiresAt === undefined ? {} : { expiresAt }) };
};
