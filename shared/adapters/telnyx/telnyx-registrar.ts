import type { Registrar } from '#ports/registrar.ts';
import { keysOf } from './keys.ts';
import { assignNumber, buyNumber, lookAtNumber, lookAtVerification, releaseNumber, searchNumbers } from './own-numbers.ts';
import { readNotice } from './read-notice.ts';
import { lookAtBrand, submitBrand, type Authorized } from './registered-brand.ts';
import { appealCampaign, lookAtCampaign, submitCampaign } from './registered-campaign.ts';
import { telnyxClient } from './telnyx-client.ts';
import type { TelnyxOptions } from './telnyx-provider.ts';

/** Registration over the real `telnyx` package without its retries. Loads the package when called, not when imported. */
export const telnyxRegistrar = async (options: TelnyxOptions): Promise<Registrar> => {
  const { accountId, callTimeoutMs = 10_000, baseUrl = 'https://api.telnyx.com/v2' } = options;
  const { api, close } = await telnyxClient({ baseUrl, callTimeoutMs, connections: 4 });
  const auth: Authorized = () => ({ headers: { authorization: `Bearer ${keysOf(options.apiKey).current}` } });
  const { messaging10dlc: tenDlc } = api;
  const numbers = { api, auth, profile: accountId };
  return {
    name: 'telnyx',
    accountId,
    submitBrand: (brand) => submitBrand(tenDlc.brand, auth, brand),
    submitRegistration: (registration) => submitCampaign(tenDlc, auth, registration),
    appeal: (reference, argument) => appealCampaign(tenDlc, auth, reference, argument),
    look: {
      brand: (reference) => lookAtBrand(tenDlc.brand, auth, reference),
      registration: (reference) => lookAtCampaign(tenDlc, auth, reference),
      number: (number, campaignId) => lookAtNumber(numbers, number, campaignId),
      verification: (number) => lookAtVerification(numbers, number),
    },
    searchNumbers: (search) => searchNumbers(numbers, search),
    buyNumber: (number) => buyNumber(numbers, number),
    assignNumber: (number, campaignId) => assignNumber(numbers, number, campaignId),
    releaseNumber: (number) => releaseNumber(numbers, number),
    readNotice: (request) => readNotice(options, request),
    close,
  };
};
