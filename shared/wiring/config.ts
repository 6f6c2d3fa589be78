import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { defaultCacheDir } from '#adapters/mysql/server/default-cache-dir.ts';

/** Everything that the environment may say. Unset means the embedded default. */
const environment = z.object({
  CARILLON_DATA: z.string().min(1).default('.carillon'),
  CARILLON_CACHE: z.string().min(1).optional(),
  /** loopback port of the embedded house; 0: the one it had, else any free one */
  CARILLON_PORT: z.coerce.number().int().min(0).max(65535).default(0),
  /** where providers reach us from outside, when that is not the loopback address */
  CARILLON_PUBLIC_URL: z.url().optional(),
  CARILLON_TWILIO_URL: z.url().optional(),
  CARILLON_TWILIO_ACCOUNT_SID: z.string().startsWith('AC').optional(),
  CARILLON_TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  /** milliseconds that Twilio's list of messages lags behind */
  CARILLON_TWILIO_LIST_LAG: z.coerce.number().int().min(0).optional(),
  CARILLON_LOG: z.enum(['info', 'warn', 'error', 'silent']).default('warn'),
  MYSQL_URL: z.string().startsWith('mysql://').optional(),
});

export type TwilioConfig = Readonly<{ accountId: string; authToken: string; baseUrl?: string; listLagMs?: number }>;

export type Config = Readonly<{
  dataDir: string;
  cacheDir: string;
  port: number;
  publicUrl?: string;
  /** undefined: a simulator of our own */
  twilio?: TwilioConfig;
  mysqlUrl?: string;
  logLevel: 'info' | 'warn' | 'error' | 'silent';
  env: Readonly<Record<string, string | undefined>>;
}>;

export class ConfigInvalid extends Error {
  constructor(detail: string) {
    super(`the environment is not right: ${detail}`);
    this.name = 'ConfigInvalid';
  }
}

const twilioOf = (env: z.infer<typeof environment>): TwilioConfig | undefined => {
  const { CARILLON_TWILIO_ACCOUNT_SID: sid, CARILLON_TWILIO_AUTH_TOKEN: token, CARILLON_TWILIO_URL: baseUrl } = env;
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
  CARILLON_TWILIO_URL: 'a URL like http://127.0.0.1:4010',
  CARILLON_TWILIO_ACCOUNT_SID: 'an id that begins with AC',
  CARILLON_TWILIO_AUTH_TOKEN: "the account's token",
  CARILLON_TWILIO_LIST_LAG: 'milliseconds, 0 or more',
  CARILLON_LOG: 'one of info, warn, error, silent',
  MYSQL_URL: 'a URL like mysql://user:password@host:3306/database',
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
    twilio: twilioOf(data),
    mysqlUrl: data.MYSQL_URL,
    logLevel: data.CARILLON_LOG,
    env,
    ...overrides,
  };
};

export const inData = (config: Config, ...parts: readonly string[]): string => join(config.dataDir, ...parts);
