import { z } from 'zod';
import type { RegistrationFacts } from '#domain/registration/registration-facts.ts';
import type { RegistrationStanding, Submission } from '#domain/registration/standing.ts';
import type { RegistrationToSubmit } from '#ports/registrar.ts';
import { refusedFor, submissionOfError, unlessGone } from './registration-errors.ts';
import type { RegistrationResources } from './registration-resources.ts';

/** A registration is a messaging service with one campaign; the service's id is its reference. */

/** The registry's names for the two purposes that we call otherwise. */
const registryNames: Readonly<Record<string, string>> = { ACCOUNT_NEWS: 'ACCOUNT_NOTIFICATION', DELIVERY_NEWS: 'DELIVERY_NOTIFICATION' };
const mostServices = 2_000;

const described = (facts: RegistrationFacts) => ({
  description: facts.description ?? '',
  messageFlow: facts.messageFlow ?? '',
  messageSamples: [...(facts.samples ?? [])],
  hasEmbeddedLinks: facts.hasLinks ?? false,
  hasEmbeddedPhone: facts.hasPhones ?? false,
  ageGated: facts.ageGated ?? false,
  directLending: facts.directLending ?? false,
  privacyPolicyUrl: facts.privacyPolicyUrl ?? '',
  termsAndConditionsUrl: facts.termsUrl ?? '',
});

const paramsOf = ({ facts, brandReference }: RegistrationToSubmit) => ({
  ...described(facts),
  brandRegistrationSid: brandReference,
  usAppToPersonUsecase: registryNames[facts.useCase ?? ''] ?? facts.useCase ?? '',
  optInMessage: facts.optInMessage ?? '',
  optOutMessage: facts.optOutMessage ?? '',
  helpMessage: facts.helpMessage ?? '',
  optInKeywords: [...(facts.optInKeywords ?? [])],
  optOutKeywords: [...(facts.optOutKeywords ?? [])],
  helpKeywords: [...(facts.helpKeywords ?? [])],
  subscriberOptIn: true,
});

/** The service that an interrupted submission made, else a new one. */
const serviceFor = async ({ services }: RegistrationResources, registrationId: string): Promise<string> => {
  const friendlyName = `carillon ${registrationId}`;
  const known = (await services.list({ limit: mostServices })).find((one) => one.friendlyName === friendlyName);
  // replies go where the number sends them, also when it is in a service
  return (known ?? (await services.create({ friendlyName, useInboundWebhookOnNumber: true, usecase: 'notifications' }))).sid;
};

const campaignOf = async ({ services }: RegistrationResources, service: string) =>
  (await services(service).usAppToPerson.list({ limit: 1 })).at(0);

/** The registry has it, Twilio's list of purposes has not: a service would be made for nothing. */
const notOffered: ReadonlySet<string | undefined> = new Set(['M2M']);

export const submitCampaign = async (resources: RegistrationResources, asked: RegistrationToSubmit): Promise<Submission> => {
  if (notOffered.has(asked.facts.useCase)) return { kind: 'refused', retryable: false, reasons: [{ code: 'use_case', about: 'useCase' }] };
  try {
    const service = asked.reference ?? (await serviceFor(resources, asked.registrationId));
    const { usAppToPerson } = resources.services(service);
    const known = await campaignOf(resources, service);
    if (!known) await usAppToPerson.create(paramsOf(asked));
    else if (asked.reference !== undefined) await usAppToPerson(known.sid).update(described(asked.facts));
    return { kind: 'submitted', reference: service };
  } catch (error) {
    return submissionOfError(error);
  }
};

const limits = z.object({ att: z.object({ mps: z.number().positive() }) });

export const lookAtCampaign = async (resources: RegistrationResources, service: string): Promise<RegistrationStanding | undefined> => {
  const found = await campaignOf(resources, service).catch(unlessGone);
  if (!found) return undefined;
  const { campaignStatus, campaignId, errors, rateLimits } = found;
  if (campaignStatus === 'FAILED') return { status: 'rejected', ...refusedFor(errors) };
  if (campaignStatus === 'SUSPENDED')
    return { status: 'suspended', reasons: [{ code: 'suspended_by_carrier' }], said: refusedFor(errors).said };
  if (campaignStatus === 'EXPIRED') return { status: 'expired' };
  if (campaignStatus !== 'VERIFIED') return { status: 'pending' };
  const read = limits.safeParse(rateLimits);
  return {
    status: 'approved',
    ...(campaignId ? { carrierId: campaignId } : {}),
    // what AT&T takes, which takes least: nobody knows a recipient's carrier before
    ...(read.success ? { perSecond: read.data.att.mps } : {}),
  };
};
