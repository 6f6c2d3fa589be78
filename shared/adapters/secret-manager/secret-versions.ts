import type { v1 } from '@google-cloud/secret-manager';
import { SecretUnreadable, type Secret } from '#ports/secrets.ts';
import { crc32c } from './crc32c.ts';
import { isForbidden, isNotEnabled, secretTrouble } from './secret-trouble.ts';

type Client = v1.SecretManagerServiceClient;
export type ClientOptions = NonNullable<ConstructorParameters<typeof v1.SecretManagerServiceClient>[0]>;

/** Versions of a secret in Secret Manager. */
export type SecretVersions = Readonly<{ read: (name: string) => Promise<Secret>; close: () => Promise<void> }>;

/** How many versions are looked at for the two that are enabled. */
const looked = 5;

type Found = Readonly<{ number: number; content: Buffer }>;

const numberOf = (version: string): number => Number(version.split('/').at(-1));

/** Undefined when the version is disabled or destroyed, or there is none. */
const access = async (client: Client, version: string, timeout: number): Promise<Found | undefined> => {
  const found = await client.accessSecretVersion({ name: version }, { timeout }).catch((error: unknown) => {
    if (isNotEnabled(error)) return undefined;
    throw error;
  });
  if (!found) return undefined;
  const { name, payload } = found[0];
  const content = Buffer.from(payload?.data ?? '');
  const { dataCrc32c } = payload ?? {};
  if (dataCrc32c !== undefined && dataCrc32c !== null && Number(dataCrc32c) !== crc32c(content))
    throw new SecretUnreadable(version, 'broken', 'its bytes were changed on their way; try again');
  return { number: numberOf(name ?? version), content };
};

/** Numbers of the enabled versions, the newest first; for whoever may list them, which reading alone does not allow. */
const enabledVersions = async (client: Client, name: string, timeout: number): Promise<readonly number[]> => {
  const request = { parent: name, filter: 'state:ENABLED', pageSize: looked };
  const [versions] = await client.listSecretVersions(request, { autoPaginate: false, timeout }).catch((error: unknown) => {
    if (isForbidden(error))
      throw new SecretUnreadable(
        name,
        'disabled',
        'it has no version yet, or its newest one is disabled; add one with what is to be used, or enable that one',
      );
    throw error;
  });
  return versions.map((version) => numberOf(version.name ?? '')).toSorted((one, other) => other - one);
};

const before = (number: number): readonly number[] => Array.from({ length: looked }, (_, n) => number - 1 - n).filter((each) => each > 0);

/** The newest version is asked for by its alias, which also says its number; those before it by theirs. */
const readVersions = async (client: Client, name: string, timeout: number): Promise<Secret> => {
  const newest = await access(client, `${name}/versions/latest`, timeout);
  const contents = newest ? [newest.content] : [];
  for (const number of newest ? before(newest.number) : await enabledVersions(client, name, timeout)) {
    if (contents.length === 2) break;
    const found = await access(client, `${name}/versions/${number}`, timeout);
    if (found) contents.push(found.content);
  }
  const [current, previous] = contents;
  if (!current) throw new SecretUnreadable(name, 'disabled', 'none of its versions is enabled; enable one, or add one');
  return previous ? { current, previous } : { current };
};

/** Loads the SDK when called. `timeoutMs` holds for each of its calls; the caller bounds the whole. */
export const secretVersions = async (timeoutMs: number, options: ClientOptions): Promise<SecretVersions> => {
  const { SecretManagerServiceClient } = (await import('@google-cloud/secret-manager')).v1;
  const client = new SecretManagerServiceClient(options);
  return {
    read: async (name) => {
      try {
        return await readVersions(client, name, timeoutMs);
      } catch (error) {
        throw error instanceof SecretUnreadable ? error : secretTrouble(name, error);
      }
    },
    close: () => client.close(),
  };
};
