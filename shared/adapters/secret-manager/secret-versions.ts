import type { v1 } from '@google-cloud/secret-manager';
import { SecretUnreadable, type Secret } from '#ports/secrets.ts';
import { crc32c } from './crc32c.ts';
import { isNotEnabled, secretTrouble } from './secret-trouble.ts';

type Client = v1.SecretManagerServiceClient;
export type ClientOptions = NonNullable<ConstructorParameters<typeof v1.SecretManagerServiceClient>[0]>;

/** Versions of a secret in Secret Manager. */
export type SecretVersions = Readonly<{ read: (name: string) => Promise<Secret>; close: () => Promise<void> }>;

/** More than the two that are wanted: one may be disabled between the list and its reading. */
const listed = 5;

const numberOf = (version: string): number => Number(version.split('/').at(-1));

/** Names of the enabled versions, the newest first. */
const enabledVersions = async (client: Client, name: string, timeout: number): Promise<readonly string[]> => {
  const request = { parent: name, filter: 'state:ENABLED', pageSize: listed };
  const [versions] = await client.listSecretVersions(request, { autoPaginate: false, timeout });
  const names = versions.filter(({ state }) => state === 'ENABLED').flatMap((version) => version.name ?? []);
  return names.toSorted((one, other) => numberOf(other) - numberOf(one));
};

/** Undefined when the version has been disabled or destroyed meanwhile. */
const contentOf = async (client: Client, version: string, timeout: number): Promise<Buffer | undefined> => {
  const found = await client.accessSecretVersion({ name: version }, { timeout }).catch((error: unknown) => {
    if (isNotEnabled(error)) return undefined;
    throw error;
  });
  if (!found) return undefined;
  const { data, dataCrc32c } = found[0].payload ?? {};
  const content = Buffer.from(data ?? '');
  if (dataCrc32c !== undefined && dataCrc32c !== null && Number(dataCrc32c) !== crc32c(content))
    throw new SecretUnreadable(version, 'broken', 'its bytes were changed on their way; try again');
  return content;
};

const readVersions = async (client: Client, name: string, timeout: number): Promise<Secret> => {
  const contents: Buffer[] = [];
  for (const version of await enabledVersions(client, name, timeout)) {
    const content = await contentOf(client, version, timeout);
    if (content) contents.push(content);
    if (contents.length === 2) break;
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
