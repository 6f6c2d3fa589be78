import type { CallListInstance } from 'twilio/lib/rest/api/v2010/account/call.js';
import { apiVersion } from './api-version.ts';
import type { RequestClient } from './request-client.ts';

/** The Calls resource of the twilio package over our own client: 7 MB, loaded when the first call is made. */
export const callsResource = async (client: RequestClient, accountId: string): Promise<CallListInstance> => {
  const [version, { CallListInstance: calls }] = await Promise.all([
    apiVersion(client),
    import('twilio/lib/rest/api/v2010/account/call.js'),
  ]);
  return calls(version as Parameters<typeof calls>[0], accountId);
};
