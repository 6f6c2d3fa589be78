import type { Duplex } from 'node:stream';
import type { Connector, ConnectorOptions } from '@google-cloud/cloud-sql-connector';

export type CloudSqlOptions = Readonly<{
  /** project:region:name */
  instance: string;
  /** the service account's address, whole or only the part before the @ */
  user: string;
  database: string;
  /** milliseconds for asking Google where the instance is; default 15 seconds */
  timeoutMs?: number;
  /** another address of the API, other credentials */
  connector?: ConnectorOptions;
}>;

/** What a pool of MySQL connections needs, and the end of it. */
export type CloudSql = Readonly<{
  database: Readonly<{
    /** a new connection to the instance, encrypted, each side proven to the other */
    stream: () => Duplex;
    user: string;
    database: string;
  }>;
  close: () => void;
}>;

/** Google does not say where the instance is, or may not. */
export class CloudSqlAway extends Error {
  readonly code = 'cloud_sql_away';
  constructor(instance: string, detail: string, cause?: unknown) {
    super(`Cloud SQL's instance ${instance} can't be reached: ${detail}`, { cause });
    this.name = 'CloudSqlAway';
  }
}

/** MySQL's names of accounts are short: the part before the @. */
export const databaseUserOf = (account: string): string => account.split('@', 1)[0] ?? account;

const detailOf = (error: unknown): string => {
  const { code, status } = error as { code?: string | number; status?: number };
  const known = Number(status ?? code);
  if (known === 401 || known === 403)
    return 'the service account may not connect; give it roles/cloudsql.client and roles/cloudsql.instanceUser';
  if (known === 404) return 'there is no such instance; look at CARILLON_SQL_INSTANCE';
  if (code === 'ENOPRIVATESQLADMINIPADDRESS') return 'it has no private address; terraform apply gives it one';
  return `Google does not answer (${code ?? 'unknown'}); it is asked again`;
};

const within = async <T>(work: Promise<T>, timeoutMs: number, late: () => Error): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(late()), timeoutMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
};

type Opening = Readonly<{ connector: Connector; streams: Promise<Readonly<{ stream: () => Duplex }>> }>;

const beginOpening = async ({ instance, connector: options = {} }: CloudSqlOptions): Promise<Opening> => {
  const { AuthTypes, Connector, IpAddressTypes } = await import('@google-cloud/cloud-sql-connector');
  const connector = new Connector({ userAgent: 'carillon', ...options });
  const streams = connector.getOptions({
    instanceConnectionName: instance,
    authType: AuthTypes.IAM,
    ipType: IpAddressTypes.PRIVATE,
  });
  return { connector, streams };
};

type Known = ReadonlyMap<string, Readonly<{ instance?: Readonly<{ setEstablishedConnection?: () => void }> }>>;

/**
 * Until a first connection stands, the connector (1.13.0) throws what fails in its background where nobody can catch it, and the process
 * ends. From then on it tries again by itself, which is what we want from the beginning: reports wait, nothing else does.
 */
const outliveTrouble = (connector: Connector): void => {
  const { instances } = connector as unknown as { instances?: Known };
  for (const { instance } of instances?.values() ?? []) instance?.setEstablishedConnection?.();
};

/**
 * Cloud SQL for MySQL at its private address, with the login of the service account: no password anywhere. Loads the connector when called.
 * The connector renews its certificate by itself until closed. Throws CloudSqlAway.
 */
export const openCloudSql = async (options: CloudSqlOptions): Promise<CloudSql> => {
  const { instance, user, database, timeoutMs = 15_000 } = options;
  const { connector, streams } = await beginOpening(options);
  try {
    const { stream } = await within(streams, timeoutMs, () => new CloudSqlAway(instance, `Google did not answer within ${timeoutMs} ms`));
    outliveTrouble(connector);
    return { database: { stream, user: databaseUserOf(user), database }, close: () => connector.close() };
  } catch (error) {
    // closing a connector that never knew its instance rejects where nobody listens; one that learns it late is closed then
    streams.then(() => connector.close()).catch(() => undefined);
    throw error instanceof CloudSqlAway ? error : new CloudSqlAway(instance, detailOf(error), error);
  }
};
