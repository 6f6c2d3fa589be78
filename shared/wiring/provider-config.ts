import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { publicKeyFor, telnyxProfile } from '#adapters/simulator/telnyx/account.ts';
import { ConfigInvalid } from './config-invalid.ts';
import { reportsTake } from './mail-reports-config.ts';

const secretName = /^(?:projects\/[^/]+\/secrets\/[^/]+|file:.+)$/;

/** What the environment may say of providers besides Twilio. A name that ends in _SECRET is that of a secret, for Google Cloud. */
export const providerVariables = {
  /** whose simulated network a house on one machine has while no provider for phones is configured */
  CARILLON_SIMULATE: z.enum(['twilio', 'telnyx']).default('twilio'),
  /** the profile of whoever owns the account at Twilio: brands are registered under it */
  CARILLON_TWILIO_PRIMARY_PROFILE: z
    .string()
    .regex(/^BU[0-9a-fA-F]{32}$/)
    .optional(),
  CARILLON_TELNYX_URL: z.url().optional(),
  /** id of the messaging profile */
  CARILLON_TELNYX_PROFILE: z.uuid().optional(),
  CARILLON_TELNYX_API_KEY: z.string().min(1).optional(),
  CARILLON_TELNYX_API_KEY_SECRET: z.string().regex(secretName).optional(),
  CARILLON_TELNYX_PUBLIC_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .optional(),
  /** has a password in it */
  CARILLON_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./)
    .optional(),
  CARILLON_SMTP_URL_SECRET: z.string().regex(secretName).optional(),
  CARILLON_SMTP_TLS: z.enum(['required', 'none']).optional(),
  /** file of certificates in PEM of who vouches for the server */
  CARILLON_SMTP_CA: z.string().min(1).optional(),
  CARILLON_SMTP_RETURN_ADDRESS: z.string().includes('@').optional(),
  CARILLON_SMTP_REPORTS: z.string().min(1).optional(),
  CARILLON_SMTP_REPORTS_SECRET: z.string().regex(secretName).optional(),
};

/** What each of them takes, for whoever has set it to something else. */
export const providerTakes: Readonly<Record<string, string>> = {
  CARILLON_SIMULATE: 'twilio or telnyx',
  CARILLON_TWILIO_PRIMARY_PROFILE: 'an id that begins with BU, as the Trust Hub shows it',
  CARILLON_TELNYX_URL: 'a URL like http://127.0.0.1:4010/v2',
  CARILLON_TELNYX_PROFILE: 'the id of a messaging profile, as the portal shows it',
  CARILLON_TELNYX_API_KEY: "the account's API key",
  CARILLON_TELNYX_API_KEY_SECRET: 'the name of a secret: projects/…/secrets/…',
  CARILLON_TELNYX_PUBLIC_KEY: "the account's public key, as the portal shows it: 44 characters of base64",
  CARILLON_SMTP_URL: 'smtps://user:password@host:465 or smtp://user:password@host:587',
  CARILLON_SMTP_URL_SECRET: 'the name of a secret: projects/…/secrets/…',
  CARILLON_SMTP_TLS: 'required or none',
  CARILLON_SMTP_CA: 'the path of a file of certificates',
  CARILLON_SMTP_RETURN_ADDRESS:
    'an e-mail address; with {message} in it, like bounces+{message}@example.com, each message has one of its own',
  CARILLON_SMTP_REPORTS: reportsTake,
  CARILLON_SMTP_REPORTS_SECRET: 'the name of a secret: projects/…/secrets/…',
};

const variables = z.object(providerVariables);
type ProviderEnvironment = z.infer<typeof variables>;

/** A secret that stands in the environment, or the name of one that is fetched. */
export type Hidden = Readonly<{ value: string }> | Readonly<{ secret: string }>;

export type TelnyxConfig = Readonly<{ accountId: string; apiKey: Hidden; publicKey: string; baseUrl?: string }>;
export type SmtpConfig = Readonly<{ url: Hidden; tls?: 'required' | 'none'; ca?: string; returnAddress?: string; reports?: Hidden }>;

const hiddenOf = (value: string | undefined, secret: string | undefined): Hidden | undefined => {
  if (value !== undefined) return { value };
  return secret === undefined ? undefined : { secret };
};

const simulatedAt = (baseUrl: string): TelnyxConfig => {
  const { authToken } = simulatorAccount;
  return { accountId: telnyxProfile, apiKey: { value: authToken }, publicKey: publicKeyFor(authToken), baseUrl };
};

export const telnyxOf = (env: ProviderEnvironment): TelnyxConfig | undefined => {
  const { CARILLON_TELNYX_PROFILE: accountId, CARILLON_TELNYX_PUBLIC_KEY: publicKey, CARILLON_TELNYX_URL: baseUrl } = env;
  const apiKey = hiddenOf(env.CARILLON_TELNYX_API_KEY, env.CARILLON_TELNYX_API_KEY_SECRET);
  // a URL of its own without an account is a simulated network that runs elsewhere on this machine
  if (accountId === undefined && publicKey === undefined && apiKey === undefined)
    return baseUrl === undefined ? undefined : simulatedAt(baseUrl);
  if (accountId === undefined || publicKey === undefined || apiKey === undefined) {
    throw new ConfigInvalid(
      'CARILLON_TELNYX_PROFILE, CARILLON_TELNYX_API_KEY (or CARILLON_TELNYX_API_KEY_SECRET) and CARILLON_TELNYX_PUBLIC_KEY go together: set all or none',
    );
  }
  return { accountId, apiKey, publicKey, ...(baseUrl !== undefined && { baseUrl }) };
};

const certificatesIn = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new ConfigInvalid(`CARILLON_SMTP_CA names a file that can't be read: ${file}`);
  }
};

export const smtpOf = (env: ProviderEnvironment): SmtpConfig | undefined => {
  const url = hiddenOf(env.CARILLON_SMTP_URL, env.CARILLON_SMTP_URL_SECRET);
  if (!url) return undefined;
  const { CARILLON_SMTP_TLS: tls, CARILLON_SMTP_CA: caFile, CARILLON_SMTP_RETURN_ADDRESS: returnAddress } = env;
  const reports = hiddenOf(env.CARILLON_SMTP_REPORTS, env.CARILLON_SMTP_REPORTS_SECRET);
  return {
    url,
    ...(reports && { reports }),
    ...(tls !== undefined && { tls }),
    ...(caFile !== undefined && { ca: certificatesIn(caFile) }),
    ...(returnAddress !== undefined && { returnAddress }),
  };
};
