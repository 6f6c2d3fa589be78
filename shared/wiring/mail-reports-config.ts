import { z } from 'zod';
import type { SmtpReports } from '#adapters/smtp/smtp-provider.ts';
import { ConfigInvalid } from './config-invalid.ts';

const text = z.string().min(1);
const secret = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/);
const sendgridKey = z.string().regex(/^[A-Za-z0-9+/]{80,400}={0,2}$/);

const shape = z.union([
  z.strictObject({ secret, sendgridKey: sendgridKey.optional() }),
  z.strictObject({ user: text, password: z.string().min(16), sendgridKey: sendgridKey.optional() }),
  z.strictObject({ sendgridKey }),
]);

/** What the setting takes, for whoever has set it to something else. */
export const reportsTake =
  'JSON with secret (whsec_ and 24 to 64 bytes in base64), or user and password (16 characters at least), of the gateway that posts bounces; or sendgridKey, its verification key; or both';

/** Who brings bounces and complaints. Throws ConfigInvalid, without the values: they are secrets. */
export const mailReportsOf = (json: string): SmtpReports => {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    throw new ConfigInvalid(`CARILLON_SMTP_REPORTS is no JSON; it must be ${reportsTake}`);
  }
  const read = shape.safeParse(given);
  if (!read.success) throw new ConfigInvalid(`CARILLON_SMTP_REPORTS is not right; it must be ${reportsTake}`);
  const { data } = read;
  const gateway = 'secret' in data ? { secret: data.secret } : 'user' in data ? { user: data.user, password: data.password } : undefined;
  return { gateway, sendgrid: data.sendgridKey };
};
