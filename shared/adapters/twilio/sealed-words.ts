import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';

const cipher = 'aes-256-gcm';
const [ivBytes, tagBytes] = [12, 16];
const longestWords = 64 * 1024;

const keyOf = (authToken: string): Buffer => Buffer.from(hkdfSync('sha256', authToken, '', 'carillon: words in a callback URL', 32));

/**
 * Words that travel through a provider and come back to us in a URL, which request logs keep: compressed, sealed with a key that comes
 * from the account's token, for one message. Base64url.
 */
export const sealWords = (authToken: string, messageId: string, words: string): string => {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, keyOf(authToken), iv).setAAD(Buffer.from(messageId));
  const sealed = Buffer.concat([sealing.update(brotliCompressSync(words)), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64url');
};

/** Undefined where it was sealed with another token, for another message, or not by us. */
export const openWords = (authToken: string, messageId: string, sealed: string): string | undefined => {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= ivBytes + tagBytes) return undefined;
  const opening = createDecipheriv(cipher, keyOf(authToken), bytes.subarray(0, ivBytes)).setAAD(Buffer.from(messageId));
  opening.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const words = Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]);
    return brotliDecompressSync(words, { maxOutputLength: longestWords }).toString();
  } catch {
    return undefined;
  }
};
