import type { RequestClient } from './request-client.ts';

/** The part of the twilio package that every resource of its API stands on, over our own client. */
export const apiVersion = async (client: RequestClient, host = 'https://api.twilio.com', name = '2010-04-01') => {
  const [{ default: domain }, { default: version }] = await Promise.all([
    import('twilio/lib/base/Domain.js'),
    import('twilio/lib/base/Version.js'),
  ]);
  // Of its client a resource uses `request` alone.
  const api = new domain.default(client as unknown as ConstructorParameters<typeof domain.default>[0], host);
  return new version.default(api, name);
};
