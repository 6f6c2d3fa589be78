import type { Registrar } from '#ports/registrar.ts';
import { assignNumber, buyNumber, lookAtNumber, lookAtVerification, releaseNumber, searchNumbers } from './own-numbers.ts';
import { readNotice } from './read-notice.ts';
import { lookAtBrand, submitBrand } from './registered-brand.ts';
import { lookAtCampaign, submitCampaign } from './registered-campaign.ts';
import { registrationHosts, registrationResources } from './registration-resources.ts';
import { requestClient } from './request-client.ts';
import type { TwilioOptions } from './twilio-provider.ts';

export type TwilioRegistrarOptions = TwilioOptions &
  Readonly<{
    /** the approved profile of whoever owns the account, BU…; without it no brand can be submitted */
    primaryProfile?: string | undefined;
  }>;

/** Registration over the real `twilio` package with our own HTTP client. Loads the package when called, not when imported. Twilio takes appeals from people alone. */
export const twilioRegistrar = async (options: TwilioRegistrarOptions): Promise<Registrar> => {
  const { accountId, authToken, baseUrl, callTimeoutMs = 10_000, primaryProfile } = options;
  const open = (host: string) => requestClient({ accountId, authToken, baseUrl, callTimeoutMs, connections: 4, host });
  const [api, messaging, trusthub] = await Promise.all([
    open(registrationHosts.api),
    open(registrationHosts.messaging),
    open(registrationHosts.trusthub),
  ]);
  const resources = await registrationResources({ api, messaging, trusthub }, accountId);
  return {
    name: 'twilio',
    accountId,
    submitBrand: (brand) => submitBrand(resources, brand, primaryProfile),
    submitRegistration: (registration) => submitCampaign(resources, registration),
    look: {
      brand: (reference) => lookAtBrand(resources, reference),
      registration: (reference) => lookAtCampaign(resources, reference),
      number: (number, service) => lookAtNumber(resources, number, service),
      verification: (number) => lookAtVerification(resources, number),
    },
    searchNumbers: (search) => searchNumbers(resources, search),
    buyNumber: (number) => buyNumber(resources, number),
    assignNumber: (number, service) => assignNumber(resources, number, service),
    releaseNumber: (number) => releaseNumber(resources, number),
    readNotice: (request) => readNotice(options, request),
    close: async () => void (await Promise.all([api.close(), messaging.close(), trusthub.close()])),
  };
};
