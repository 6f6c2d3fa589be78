import { createPublicKey, verify, type KeyObject } from 'node:crypto';

/** DER of an Ed25519 public key before its 32 bytes (RFC 8410, section 4). */
const derPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const keyBytes = 32;
const toleranceS = 300;

export class PublicKeyInvalid extends Error {
  constructor() {
    super("Telnyx's public key is 32 bytes in base64, as the portal shows it under Keys & Credentials");
    this.name = 'PublicKeyInvalid';
  }
}

const mostRemembered = 8;
const remembered = new Map<string, KeyObject>();

/** A key as Telnyx shows it. Throws PublicKeyInvalid. */
export const publicKeyOf = (base64: string): KeyObject => {
  const known = remembered.get(base64);
  if (known) return known;
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== keyBytes) throw new PublicKeyInvalid();
  const key = createPublicKey({ key: Buffer.concat([derPrefix, bytes]), format: 'der', type: 'spki' });
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(base64, key);
  return key;
};

export type Signed = Readonly<{ signature: string; timestamp: string; body: string }>;

/**
 * Whether Telnyx signed this body, and within 300 s of now: an old request that somebody kept is none.
 * https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks
 */
export const isSigned = (publicKey: string, { signature, timestamp, body }: Signed, nowMs: number): boolean => {
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(nowMs / 1000 - Number(timestamp)) > toleranceS) return false;
  const bytes = Buffer.from(signature, 'base64');
  return bytes.length === 64 && verify(null, Buffer.from(`${timestamp}|${body}`), publicKeyOf(publicKey), bytes);
};
