import type { RequestClient } from './request-client.ts';
import { apiVersion } from './api-version.ts';

/** The clients of the three hosts that registration needs; elsewhere all of them are one. */
export type RegistrationClients = Readonly<{ api: RequestClient; messaging: RequestClient; trusthub: RequestClient }>;

export const registrationHosts = {
  api: 'https://api.twilio.com',
  messaging: 'https://messaging.twilio.com',
  trusthub: 'https://trusthub.twilio.com',
} as const;

/** The resources of the twilio package that registration needs, each loaded only now, over our own client. */
export const registrationResources = async ({ api, messaging, trusthub }: RegistrationClients, accountId: string) => {
  const [v2010, messagingV1, trustV1] = await Promise.all([
    apiVersion(api),
    apiVersion(messaging, registrationHosts.messaging, 'v1'),
    apiVersion(trusthub, registrationHosts.trusthub, 'v1'),
  ]);
  const [brand, service, profiles, products, endUser, document, address, number, local, tollFree, verification] = await Promise.all([
    import('twilio/lib/rest/messaging/v1/brandRegistration.js'),
    import('twilio/lib/rest/messaging/v1/service.js'),
    import('twilio/lib/rest/trusthub/v1/customerProfiles.js'),
    import('twilio/lib/rest/trusthub/v1/trustProducts.js'),
    import('twilio/lib/rest/trusthub/v1/endUser.js'),
    import('twilio/lib/rest/trusthub/v1/supportingDocument.js'),
    import('twilio/lib/rest/api/v2010/account/address.js'),
    import('twilio/lib/rest/api/v2010/account/incomingPhoneNumber.js'),
    import('twilio/lib/rest/api/v2010/account/availablePhoneNumberCountry/local.js'),
    import('twilio/lib/rest/api/v2010/account/availablePhoneNumberCountry/tollFree.js'),
    import('twilio/lib/rest/messaging/v1/tollfreeVerification.js'),
  ]);
  return {
    brands: brand.BrandRegistrationListInstance(messagingV1 as never),
    services: service.ServiceListInstance(messagingV1 as never),
    profiles: profiles.CustomerProfilesListInstance(trustV1 as never),
    products: products.TrustProductsListInstance(trustV1 as never),
    endUsers: endUser.EndUserListInstance(trustV1 as never),
    documents: document.SupportingDocumentListInstance(trustV1 as never),
    addresses: address.AddressListInstance(v2010 as never, accountId),
    numbers: number.IncomingPhoneNumberListInstance(v2010 as never, accountId),
    availableIn: (country: string) => local.LocalListInstance(v2010 as never, accountId, country),
    tollFreeIn: (country: string) => tollFree.TollFreeListInstance(v2010 as never, accountId, country),
    verifications: verification.TollfreeVerificationListInstance(messagingV1 as never),
  };
};
export type RegistrationResources = Awaited<ReturnType<typeof registrationResources>>;
