import { SecretUnreadable, type Secret } from '#ports/secrets.ts';

const keyBytes = 32;
const base64 = /^[A-Za-z0-9+/]{43}=$/;
const hex = /^[0-9a-f]{64}$/i;

/** Bytes of a key: as they are, or as base64 or hex, for whoever made it by hand. */
const bytesOf = (name: string, content: Buffer): Buffer => {
  if (content.length === keyBytes) return content;
  const text = content.toString('latin1').trim();
  if (base64.test(text)) return Buffer.from(text, 'base64');
  if (hex.test(text)) return Buffer.from(text, 'hex');
  throw new SecretUnreadable(
    name,
    'broken',
    `a key has ${keyBytes} bytes, raw or as base64; make one with "openssl rand -base64 ${keyBytes}"`,
  );
};

/** Keys of 32 bytes. Throws SecretUnreadable when it is none. */
export const keysIn = (name: string, { current, previous }: Secret): Secret =>
  previous ? { current: bytesOf(name, current), previous: bytesOf(name, previous) } : { current: bytesOf(name, current) };

const textOf = (name: string, content: Buffer): string => {
  const text = content.toString('utf8').trim();
  if (text === '' || /\s/.test(text))
    throw new SecretUnreadable(name, 'broken', 'it is empty, or has spaces in it; add a version with the right text');
  return text;
};

/** Texts without the line end that an editor put there. Throws SecretUnreadable when there is none. */
export const textsIn = (name: string, { current, previous }: Secret): Readonly<{ current: string; previous?: string }> =>
  previous ? { current: textOf(name, current), previous: textOf(name, previous) } : { current: textOf(name, current) };
