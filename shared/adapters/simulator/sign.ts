import { createHmac } from 'node:crypto';

/**
 * X-Twilio-Signature: HMAC-SHA1 under the account's token over the URL (without fragment) and each parameter's key and value, sorted
 * by key, in base64.
 */
export const signTwilioRequest = (authToken: string, url: string, params: Readonly<Record<string, string>>): string => {
  const [bare = ''] = url.split('#', 1);
  let text = bare;
  for (const key of Object.keys(params).sort()) text += key + params[key];
  return createHmac('sha1', authToken).update(text).digest('base64');
};
