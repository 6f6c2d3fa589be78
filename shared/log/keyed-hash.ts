import { createHmac, hash, type KeyObject } from 'node:crypto';

const blockBytes = 64;
const digestBytes = { sha1: 20, sha256: 32 } as const;
const roomBytes = 2_048;
/** of UTF-8 for each UTF-16 code unit */
const mostBytesPerUnit = 3;

const padded = (key: Buffer, byte: number, length: number): Buffer => {
  const block = Buffer.alloc(length);
  for (let n = 0; n < blockBytes; n++) block[n] = (key[n] ?? 0) ^ byte;
  return block;
};

type Algorithm = keyof typeof digestBytes;
type Form = Readonly<{ algorithm?: Algorithm; encoding?: 'base64url' | 'base64' }>;

/**
 * HMAC of texts (SHA-256 as base64url, unless told) under a key of up to 64 bytes. Node's own `createHmac` makes three objects for each answer and
 * takes three times as long; a file asks for two of them a row, and every report of a provider for one. Both give the same (RFC 2104).
 */
export const keyedHash = (secret: KeyObject, { algorithm = 'sha256', encoding = 'base64url' }: Form = {}): ((text: string) => string) => {
  const key = secret.export();
  const inner = padded(key, 0x36, blockBytes + roomBytes);
  const outer = padded(key, 0x5c, blockBytes + digestBytes[algorithm]);
  return (text) => {
    if (text.length * mostBytesPerUnit > roomBytes || key.length > blockBytes)
      return createHmac(algorithm, secret).update(text).digest(encoding);
    const bytes = inner.write(text, blockBytes, 'utf8');
    outer.write(hash(algorithm, inner.subarray(0, blockBytes + bytes), 'binary'), blockBytes, 'latin1');
    return hash(algorithm, outer, encoding);
  };
};
