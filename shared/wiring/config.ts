import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { defaultCacheDir } from '#adapters/mysql/server/default-cache-dir.ts';
import { ConfigInvalid } from './config-invalid.ts';
import { sealedOf, sealedTakes, sealedVariables, type SealedConfig } from './sealed-provider-config.ts';
import { providerTakes, providerVariables, smtpOf, telnyxOf, type SmtpConfig, type TelnyxConfig } from './provider-config.ts';

const secretName = /^(?:projects\/[^/]+\/secrets\/[^/]+|file:.+)$/;

/** Everything that the environment may say. Unset means the embedded default. */
const environment = z.object({
  CARILLON_DATA: z.string().min(1).default('.carillon'),
  CARILLON_CACHE: z.string().min(1).optional(),
  /** loopback port of the embedded house; 0: the one it had, else any free one */
  CARILLON_PORT: z.coerce.number().int().min(0).max(65535).default(0),
  /** where providers reach us from outside, when that is not the loopback address */
  CARILLON_PUBLIC_URL: z.url().optional(),
  /** where people reach our pages, where that is another address */
  CARILLON_PAGES_URL: z.url().optional(),
  /** which key links are signed with: one more makes those of the key before the last one worthless */
  CARILLON_LINK_VERSION: z.coerce.number().int().min(1).max(1_000_000).optional(),
  /** whom invitations and mails about passwords come from */
  CARILLON_MAIL_FROM: z.email().optional(),
  CARILLON_TWILIO_URL: z.url().optional(),
  CARILLON_TWILIO_ACCOUNT_SID: z.string().startsWith('AC').optional(),
  CARILLON_TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  /** milliseconds that Twilio's list of messages lags behind */
  CARILLON_TWILIO_LIST_LAG: z.coerce.number().int().min(0).optional(),
  CARILLON_LOG: z.enum(['info', 'warn', 'error', 'silent']).default('warn'),
  MYSQL_URL: z.string().startsWith('mysql://').optional(),
  /** where each process keeps count of what Google bills; none: nowhere */
  CARILLON_METER_DIR: z.string().min(1).optional(),
  CARILLON_TWILIO_AUTH_TOKEN_SECRET: z.string().optional(),
  /** how long a handler owns what it sends; less than a call's time and its margin would let two send the same */
  CARILLON_LEASE_SECONDS: z.coerce.number().int().min(20).max(300).default(90),
  CARILLON_HOUSE: z.enum(['embedded', 'google-cloud']).default('embedded'),
  ...providerVariables,
  ...sealedVariables,
});

/** What a house on Google Cloud needs besides; terraform/ sets it for every door. */
const googleCloud = z.object({
  GOOGLE_CLOUD_PROJECT: z.string().regex(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/),
  CARILLON_FIRESTORE_DATABASE: z.string().min(1).default('(default)'),
  /** where Cloud Scheduler's jobs are; only the command line asks for them */
  CARILLON_REGION: z
    .string()
    .regex(/^[a-z]+-[a-z]+\d+$/)
    .optional(),
  /** the bucket that files are dropped into */
  CARILLON_BUCKET: z.string().min(3),
  /** secrets are named by their resource (`projects/…/secrets/…`) in Secret Manager, or by `file:` and a path where there is none (emulators) */
  CARILLON_MASTER_KEY_SECRET: z.string().regex(secretName),
  CARILLON_FINGERPRINT_KEY_SECRET: z.string().regex(secretName),
  CARILLON_TWILIO_AUTH_TOKEN_SECRET: z.string().regex(secretName).optional(),
  /** instance of Cloud SQL, reached through its connector with the service account's own login; else MYSQL_URL */
  CARILLON_SQL_INSTANCE: z
    .string()
    .regex(/^[^:]+:[^:]+:[^:]+$/)
    .optional(),
  CARILLON_SQL_USER: z.string().min(1).optional(),
  CARILLON_SQL_DATABASE: z.string().min(1).default('carillon'),
  /** who may push to a door: the service account that signs Pub/Sub's, Eventarc's and Scheduler's tokens, and the audience they carry */
  CARILLON_PUSH_ACCOUNT: z.string().includes('@').optional(),
  CARILLON_PUSH_AUDIENCE: z.url().optional(),
  /** Cloud Run takes the signature out of the token of a call that it has let in: said only of doors that it lets nobody else into */
  CARILLON_PUSH_CHECKED_BY: z.enum(['door', 'cloud-run']).default('door'),
  /** stands in for that signature where the emulator pushes, which signs nothing; refused outside of emulators */
  CARILLON_PUSH_TOKEN: z.string().min(16).optional(),
  FIRESTORE_EMULATOR_HOST: z.string().optional(),
  PUBSUB_EMULATOR_HOST: z.string().optional(),
  STORAGE_EMULATOR_HOST: z.string().optional(),
});

export type TwilioConfig = Readonly<{ accountId: string; authToken: string; baseUrl?: string; listLagMs?: number; callTimeoutMs?: number }>;

export type GoogleCloudConfig = Readonly<{
  projectId: string;
  firestoreDatabase: string;
  region?: string;
  bucket: string;
  masterKeySecret: string;
  fingerprintKeySecret: string;
  /** the account whose token is a secret; else Config.twilio */
  twilio?: Readonly<{ accountId: string; authTokenSecret: string }>;
  sql?: Readonly<{ instance: string; user: string; database: string }>;
  /** whose pushes the doors take */
  push: Readonly<{ account: string; audience: string; checkedBy?: 'door' | 'cloud-run' }> | Readonly<{ token: string }>;
  /** Google's emulators instead of Google: `127.0.0.1:port`, and nothing is signed */
  firestoreHost?: string;
  pubsubHost?: string;
  storageHost?: string;
}>;

export type Config = Readonly<{
  dataDir: string;
  cacheDir: string;
  port: number;
  publicUrl?: string;
  pagesUrl?: string;
  linkKey?: number;
  /** left out: an address of where people reach us */
  mailFrom?: string;
  /** without one and the other: a simulator of our own */
  twilio?: TwilioConfig;
  telnyx?: TelnyxConfig;
  /** at Twilio: brands are registered under it */
  primaryProfile?: string;
  /** undefined: a mailbox of our own, where there is a simulator */
  smtp?: SmtpConfig;
  /** providers that need little but secrets */
  sealed?: SealedConfig;
  /** whose network the simulator is */
  simulate: 'twilio' | 'telnyx';
  mysqlUrl?: string;
  /** undefined: the embedded house */
  googleCloud?: GoogleCloudConfig;
  meterDir?: string;
  leaseMs: number;
  logLevel: 'info' | 'warn' | 'error' | 'silent';
  env: Readonly<Record<string, string | undefined>>;
}>;

const pushOf = (env: z.infer<typeof googleCloud>, emulators: boolean): GoogleCloudConfig['push'] => {
  const { CARILLON_PUSH_ACCOUNT: account, CARILLON_PUSH_AUDIENCE: audience, CARILLON_PUSH_TOKEN: token } = env;
  if (emulators && token !== undefined) return { token };
  if (account === undefined || audience === undefined)
    throw new ConfigInvalid('CARILLON_PUSH_ACCOUNT and CARILLON_PUSH_AUDIENCE must be set: without them anybody could push to the doors');
  return { account, audience, checkedBy: env.CARILLON_PUSH_CHECKED_BY };
};

const sqlOf = (env: z.infer<typeof googleCloud>): GoogleCloudConfig['sql'] => {
  const { CARILLON_SQL_INSTANCE: instance, CARILLON_SQL_USER: user, CARILLON_SQL_DATABASE: database } = env;
  if (instance === undefined) return undefined;
  if (user === undefined) throw new ConfigInvalid('CARILLON_SQL_USER must be set beside CARILLON_SQL_INSTANCE');
  return { instance, user, database };
};

const secretTwilioOf = (env: z.infer<typeof googleCloud>, accountId: string | undefined): GoogleCloudConfig['twilio'] => {
  const { CARILLON_TWILIO_AUTH_TOKEN_SECRET: authTokenSecret } = env;
  if (authTokenSecret === undefined) return undefined;
  if (accountId === undefined) throw new ConfigInvalid('CARILLON_TWILIO_ACCOUNT_SID must be set beside CARILLON_TWILIO_AUTH_TOKEN_SECRET');
  return { accountId, authTokenSecret };
};

/** Nobody types them: terraform knows all of them. */
const setByTerraform = '"terraform output -raw environment" prints all of them (docs/DEPLOY.md, step 10)';

const googleCloudOf = (raw: Readonly<Record<string, string | undefined>>): GoogleCloudConfig => {
  const parsed = googleCloud.safeParse(raw);
  if (!parsed.success) throw new ConfigInvalid(`${wrongVariables(parsed.error)}; ${setByTerraform}`);
  const { data } = parsed;
  const emulators = data.FIRESTORE_EMULATOR_HOST !== undefined && data.PUBSUB_EMULATOR_HOST !== undefined;
  const sql = sqlOf(data);
  const twilio = secretTwilioOf(data, raw['CARILLON_TWILIO_ACCOUNT_SID']);
  if (!sql && raw['MYSQL_URL'] === undefined)
    throw new ConfigInvalid(`CARILLON_SQL_INSTANCE (or MYSQL_URL) must be set; ${setByTerraform}`);
  return {
    projectId: data.GOOGLE_CLOUD_PROJECT,
    firestoreDatabase: data.CARILLON_FIRESTORE_DATABASE,
    ...(data.CARILLON_REGION !== undefined && { region: data.CARILLON_REGION }),
    bucket: data.CARILLON_BUCKET,
    masterKeySecret: data.CARILLON_MASTER_KEY_SECRET,
    fingerprintKeySecret: data.CARILLON_FINGERPRINT_KEY_SECRET,
    ...(twilio && { twilio }),
    ...(sql && { sql }),
    push: pushOf(data, emulators),
    ...(data.FIRESTORE_EMULATOR_HOST !== undefined && { firestoreHost: data.FIRESTORE_EMULATOR_HOST }),
    ...(data.PUBSUB_EMULATOR_HOST !== undefined && { pubsubHost: data.PUBSUB_EMULATOR_HOST }),
    ...(data.STORAGE_EMULATOR_HOST !== undefined && { storageHost: data.STORAGE_EMULATOR_HOST }),
  };
};

const twilioOf = (env: z.infer<typeof environment>): TwilioConfig | undefined => {
  const { CARILLON_TWILIO_ACCOUNT_SID: sid, CARILLON_TWILIO_AUTH_TOKEN: token, CARILLON_TWILIO_URL: baseUrl } = env;
  // on Google Cloud the token is a secret
  if (sid !== undefined && token === undefined && env.CARILLON_TWILIO_AUTH_TOKEN_SECRET !== undefined) return undefined;
  if ((sid === undefined) !== (token === undefined)) {
    throw new ConfigInvalid('CARILLON_TWILIO_ACCOUNT_SID and CARILLON_TWILIO_AUTH_TOKEN go together: set both or none');
  }
  const account = sid !== undefined && token !== undefined ? { accountId: sid, authToken: token } : undefined;
  // a URL of its own without an account is a simulator that runs elsewhere on this machine
  if (!account && baseUrl === undefined) return undefined;
  return { ...(account ?? simulatorAccount), baseUrl, listLagMs: env.CARILLON_TWILIO_LIST_LAG };
};

/** What each variable takes, for whoever has set it to something else. */
const takes: Readonly<Record<string, string>> = {
  CARILLON_DATA: 'the path of a folder',
  CARILLON_CACHE: 'the path of a folder',
  CARILLON_PORT: 'a whole number from 0 to 65535',
  CARILLON_PUBLIC_URL: 'a URL like https://carillon.example.com',
  CARILLON_PAGES_URL: 'a URL like https://carillon.example.com',
  CARILLON_LINK_VERSION: 'a whole number from 1 on',
  CARILLON_MAIL_FROM: 'an e-mail address like accounts@example.com',
  CARILLON_TWILIO_URL: 'a URL like http://127.0.0.1:4010',
  CARILLON_TWILIO_ACCOUNT_SID: 'an id that begins with AC',
  CARILLON_TWILIO_AUTH_TOKEN: "the account's token",
  CARILLON_TWILIO_LIST_LAG: 'milliseconds, 0 or more',
  CARILLON_LOG: 'one of info, warn, error, silent',
  CARILLON_LEASE_SECONDS: 'a whole number from 20 to 300',
  CARILLON_HOUSE: 'embedded or google-cloud',
  GOOGLE_CLOUD_PROJECT: "a project's id",
  CARILLON_FIRESTORE_DATABASE: "a database's id, (default) where it is left out",
  CARILLON_REGION: 'a region like us-central1',
  CARILLON_BUCKET: 'the name of the bucket that files are dropped into',
  CARILLON_MASTER_KEY_SECRET: 'the name of a secret: projects/…/secrets/…',
  CARILLON_FINGERPRINT_KEY_SECRET: 'the name of a secret: projects/…/secrets/…',
  CARILLON_TWILIO_AUTH_TOKEN_SECRET: 'the name of a secret: projects/…/secrets/…',
  CARILLON_SQL_INSTANCE: 'an instance of Cloud SQL: project:region:name',
  CARILLON_PUSH_ACCOUNT: "a service account's address",
  CARILLON_PUSH_AUDIENCE: 'a URL like https://carillon.example.com',
  CARILLON_PUSH_CHECKED_BY: 'door or cloud-run',
  CARILLON_PUSH_TOKEN: '16 characters at least',
  MYSQL_URL: 'a URL like mysql://user:password@host:3306/database',
  ...providerTakes,
  ...sealedTakes,
};

/** The values are left out: some are secrets. */
const wrongVariables = ({ issues }: z.ZodError): string =>
  [...new Set(issues.map(({ path }) => String(path[0])))].map((name) => `${name} must be ${takes[name] ?? 'something else'}`).join('; ');

/** The only reading of the environment. Throws ConfigInvalid. */
export const readConfig = (overrides: Partial<Config> = {}, env = process.env): Config => {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new ConfigInvalid(wrongVariables(parsed.error));
  const { data } = parsed;
  return {
    dataDir: data.CARILLON_DATA,
    cacheDir: data.CARILLON_CACHE ?? defaultCacheDir(env, homedir()),
    port: data.CARILLON_PORT,
    publicUrl: data.CARILLON_PUBLIC_URL?.replace(/\/$/, ''),
    ...(data.CARILLON_PAGES_URL === undefined ? {} : { pagesUrl: data.CARILLON_PAGES_URL.replace(/\/$/, '') }),
    ...(data.CARILLON_LINK_VERSION === undefined ? {} : { linkKey: data.CARILLON_LINK_VERSION }),
    ...(data.CARILLON_MAIL_FROM === undefined ? {} : { mailFrom: data.CARILLON_MAIL_FROM }),
    twilio: twilioOf(data),
    telnyx: telnyxOf(data),
    primaryProfile: data.CARILLON_TWILIO_PRIMARY_PROFILE,
    smtp: smtpOf(data),
    sealed: sealedOf(data),
    simulate: data.CARILLON_SIMULATE,
    mysqlUrl: data.MYSQL_URL,
    ...(data.CARILLON_HOUSE === 'google-cloud' && { googleCloud: googleCloudOf(env) }),
    meterDir: data.CARILLON_METER_DIR,
    leaseMs: data.CARILLON_LEASE_SECONDS * 1000,
    logLevel: data.CARILLON_LOG,
    env,
    ...overrides,
  };
};

export const inData = (config: Config, ...parts: readonly string[]): string => join(config.dataDir, ...parts);

/** The door that this process serves alone, where it does; the functions framework goes by it too. */
export const servedDoor = (env = process.env): string | undefined => env['FUNCTION_TARGET'];
