import { z } from 'zod';
import type { BandwidthOptions } from '#adapters/bandwidth/bandwidth-provider.ts';
import type { MessagebirdOptions } from '#adapters/messagebird/messagebird-provider.ts';
import type { MetaOptions } from '#adapters/meta/meta-provider.ts';
import { ConfigInvalid } from './config-invalid.ts';
import type { Hidden } from './provider-config.ts';

const secretName = /^(?:projects\/[^/]+\/secrets\/[^/]+|file:.+)$/;
const text = z.string().min(1);
const baseUrl = z.url().optional();

/** All that a provider needs, in one JSON object: most of it is secret. */
const shapes = {
  bandwidth: z.strictObject({
    accountNumber: text,
    applicationId: z.uuid(),
    user: text,
    password: text,
    callbackUser: text,
    callbackPassword: text,
    baseUrl,
  }),
  messagebird: z.strictObject({ accountId: text, accessKey: text, signingKey: text, baseUrl }),
  meta: z.strictObject({
    accountId: text,
    instagramId: text.optional(),
    accessToken: text,
    appSecret: text,
    verifyToken: text.optional(),
    baseUrl,
  }),
} as const;

export type SealedName = keyof typeof shapes;
export type SealedConfig = Readonly<Partial<Record<SealedName, Hidden>>>;
export type SealedOptions = Readonly<{ bandwidth?: BandwidthOptions; messagebird?: MessagebirdOptions; meta?: MetaOptions }>;

const variableOf = (name: SealedName): string => `CARILLON_${name.toUpperCase()}`;

/** What the environment may say of them: the JSON itself, or the name of a secret that is it. */
export const sealedVariables = {
  CARILLON_BANDWIDTH: text.optional(),
  CARILLON_BANDWIDTH_SECRET: z.string().regex(secretName).optional(),
  CARILLON_MESSAGEBIRD: text.optional(),
  CARILLON_MESSAGEBIRD_SECRET: z.string().regex(secretName).optional(),
  CARILLON_META: text.optional(),
  CARILLON_META_SECRET: z.string().regex(secretName).optional(),
};

const names = Object.keys(shapes) as readonly SealedName[];

const wordsOf = (name: SealedName): string => {
  const keys = Object.entries<z.ZodType>(shapes[name].shape);
  const those = (optional: boolean): string =>
    keys
      .filter(([, schema]) => schema.safeParse(undefined).success === optional)
      .map(([key]) => key)
      .join(', ');
  return `JSON with ${those(false)}; it may have ${those(true)}`;
};

/** What each of them takes, for whoever has set it to something else. */
export const sealedTakes: Readonly<Record<string, string>> = Object.fromEntries(
  names.flatMap((name) => [
    [variableOf(name), wordsOf(name)],
    [`${variableOf(name)}_SECRET`, 'the name of a secret: projects/…/secrets/…'],
  ]),
);

export const sealedOf = (env: Readonly<Record<string, unknown>>): SealedConfig =>
  Object.fromEntries(
    names.flatMap((name): [SealedName, Hidden][] => {
      const [value, secret] = [env[variableOf(name)], env[`${variableOf(name)}_SECRET`]];
      if (typeof value === 'string') return [[name, { value }]];
      return typeof secret === 'string' ? [[name, { secret }]] : [];
    }),
  );

const parsed = (name: SealedName, json: string): unknown => {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    throw new ConfigInvalid(`${variableOf(name)} is no JSON; it must be ${sealedTakes[variableOf(name)]}`);
  }
  const result = shapes[name].safeParse(given);
  if (result.success) return result.data;
  // the values are left out: they are secrets
  const wrong = result.error.issues.map(({ path, code }) => (code === 'unrecognized_keys' ? 'a key too many' : path.join('.')));
  throw new ConfigInvalid(`${variableOf(name)} is not right (${wrong.join(', ')}); it must be ${sealedTakes[variableOf(name)]}`);
};

/** Reads what they need, by `read` where it is a secret. Throws ConfigInvalid, and whatever reading a secret throws. */
export const sealedOptions = async (config: SealedConfig, read: (secret: string) => Promise<string>): Promise<SealedOptions> => {
  const options = await Promise.all(
    names.map(async (name) => {
      const hidden = config[name];
      return [name, hidden && parsed(name, 'value' in hidden ? hidden.value : await read(hidden.secret))] as const;
    }),
  );
  return Object.fromEntries(options.filter(([, value]) => value !== undefined));
};
