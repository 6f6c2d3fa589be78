import { crc32c } from '#adapters/secret-manager/crc32c.ts';
import { GrpcFailure, startGrpcServer, type GrpcServer } from './grpc-server.ts';

type Version = Readonly<{ content: Buffer; state: 'ENABLED' | 'DISABLED' | 'DESTROYED'; broken?: true }>;

/** Google's Secret Manager as a test has it: the versions of each secret, the first one first. */
export type TestSecretManager = GrpcServer &
  Readonly<{
    put: (name: string, ...versions: readonly (string | Buffer | Partial<Version>)[]) => void;
    /** what every call is answered with from now on; undefined: as usual */
    fail: (failure: ConstructorParameters<typeof GrpcFailure>[0] | 'SILENCE' | undefined) => void;
    /** as for an account that may read versions, but not list them */
    mayList: (may: boolean) => void;
  }>;

const versionOf = (given: string | Buffer | Partial<Version>): Version =>
  typeof given === 'string' || Buffer.isBuffer(given)
    ? { content: Buffer.from(given), state: 'ENABLED' }
    : { content: Buffer.from('x'), state: 'ENABLED', ...given };

export const startSecretManager = async (): Promise<TestSecretManager> => {
  const secrets = new Map<string, readonly Version[]>();
  let failure: string | undefined;
  let listing = true;
  const guarded =
    <Request>(handler: (request: Request) => unknown) =>
    (request: Request): unknown => {
      if (failure === 'SILENCE') return new Promise(() => undefined);
      if (failure !== undefined) throw new GrpcFailure(failure as 'UNAVAILABLE');
      return handler(request);
    };
  const versionsOf = (name: string): readonly Version[] => {
    const found = secrets.get(name);
    if (!found) throw new GrpcFailure('NOT_FOUND');
    return found;
  };
  const server = await startGrpcServer('@google-cloud/secret-manager', 'google.cloud.secretmanager.v1.SecretManagerService', {
    ListSecretVersions: guarded(({ parent, filter }: { parent: string; filter: string }) => {
      if (!listing) throw new GrpcFailure('PERMISSION_DENIED');
      const all = versionsOf(parent).map(({ state }, at) => ({ name: `${parent}/versions/${at + 1}`, state }));
      return { versions: all.filter(({ state }) => filter !== 'state:ENABLED' || state === 'ENABLED').toReversed() };
    }),
    AccessSecretVersion: guarded(({ name }: { name: string }) => {
      const [, secret = '', asked = ''] = /^(.*)\/versions\/(\d+|latest)$/.exec(name) ?? [];
      const number = asked === 'latest' ? versionsOf(secret).length : Number(asked);
      const version = versionsOf(secret)[number - 1];
      if (!version) throw new GrpcFailure('NOT_FOUND');
      if (version.state !== 'ENABLED') throw new GrpcFailure('FAILED_PRECONDITION');
      return {
        name: `${secret}/versions/${number}`,
        payload: { data: version.content, dataCrc32c: crc32c(version.content) + (version.broken ? 1 : 0) },
      };
    }),
  });
  return {
    ...server,
    put: (name, ...versions) => void secrets.set(name, versions.map(versionOf)),
    fail: (given) => void (failure = given),
    mayList: (may) => void (listing = may),
  };
};
