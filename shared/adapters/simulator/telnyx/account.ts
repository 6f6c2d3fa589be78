import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** A messaging profile of the simulated Telnyx, known to everybody and worth nothing. */
export const telnyxProfile = '4000c0ff-ee00-4000-8000-000000c0ffee';
export const telnyxOrganization = '4000c0ff-ee00-4000-8000-0000000beef0';

/** DER of an Ed25519 private key before its 32 bytes (RFC 8410, section 7). */
const derPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** What webhooks are signed with: made from the API key, so that a network has one secret and not two. */
export const signingKeyOf = (apiKey: string): KeyObject => {
  const seed = createHash('sha256').update(`telnyx webhooks ${apiKey}`).digest();
  return createPrivateKey({ key: Buffer.concat([derPrefix, seed]), format: 'der', type: 'pkcs8' });
};

/** The public half as Telnyx's portal shows it: 32 bytes in base64. */
export const publicKeyFor = (apiKey: string): string =>
  createPublicKey(signingKeyOf(apiKey)).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
