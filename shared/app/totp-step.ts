import { createHash, randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verifySync } from 'otplib';

const period = 30;

/** A secret for somebody's authenticator: 160 bits in base 32. */
export const newTotpSecret = (): string => generateSecret();

/** What authenticators read from a QR code. */
export const totpUri = (secret: string, email: string): string => generateURI({ issuer: 'Carillon', label: email, secret });

/**
 * The step of time that a code belongs to, one before and one behind the present taken too; undefined where it is wrong, or of a step that is not
 * behind `after`: each code is taken once (RFC 6238, 5.2). `nowMs`: real time.
 */
export const totpStep = (
  secret: string,
  code: string,
  { nowMs, after }: Readonly<{ nowMs: number; after: number }>,
): number | undefined => {
  if (!/^\d{6}$/.test(code)) return undefined;
  const epoch = Math.floor(nowMs / 1_000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: period });
  if (!result.valid || !('timeStep' in result)) return undefined;
  const step = result.timeStep;
  return step > after ? step : undefined;
};

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const codes = 10;

/** Ten codes for whoever has lost his telephone, `abcde-fghjk`: 49 bits each, so a quick hash is enough behind the limit of tries. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: codes }, () => {
    const letters = [...randomBytes(64)].filter((byte) => byte < 248).map((byte) => alphabet[byte % alphabet.length]);
    return `${letters.slice(0, 5).join('')}-${letters.slice(5, 10).join('')}`;
  });

export const hashOfRecoveryCode = (userId: string, code: string): string =>
  createHash('sha256').update(`${userId} ${code.trim().toLowerCase()}`).digest('base64url');
