import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentials, Server, ServerCredentials, status as codes, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { fromJSON, type ServiceDefinition } from '@grpc/proto-loader';
import { GoogleAuth, OAuth2Client } from 'google-auth-library';
import { root } from '../architecture/source.ts';

/** Thrown by a handler: the answer with that code of gRPC. */
export class GrpcFailure extends Error {
  readonly code: number;
  constructor(name: keyof typeof codes) {
    super(`a test wants ${name}`);
    this.code = codes[name];
  }
}

export type Handlers = Readonly<Record<string, (request: never) => unknown>>;

export type GrpcServer = Readonly<{
  /** for a client of Google's SDK: this server instead of Google, and no look for credentials */
  client: Readonly<{ apiEndpoint: string; port: number; sslCreds: never; auth: never }>;
  /** every call, as `method` and what was asked */
  calls: readonly Readonly<{ method: string; request: Readonly<Record<string, unknown>> }>[];
  close: () => Promise<void>;
}>;

/** The description of the services that an SDK of Google's ships, by its package and the service's full name. */
const serviceOf = (sdk: string, service: string): ServiceDefinition => {
  const json = JSON.parse(readFileSync(join(root, 'node_modules', sdk, 'build/protos/protos.json'), 'utf8')) as Parameters<
    typeof fromJSON
  >[0];
  return fromJSON(json, { longs: String, enums: String, bytes: Buffer, defaults: true })[service] as ServiceDefinition;
};

const implementation = (definition: ServiceDefinition, handlers: Handlers, noted: (method: string, request: object) => void) =>
  Object.fromEntries(
    Object.keys(definition).map((method) => [
      method,
      (call: { request: object }, answer: (error: unknown, value?: unknown) => void) => {
        noted(method, call.request);
        const handler = handlers[method];
        if (!handler) return answer({ code: codes.UNIMPLEMENTED });
        Promise.resolve()
          .then(() => handler(call.request as never))
          .then((value) => answer(null, value))
          .catch((error: { code?: number; message: string }) => answer({ code: error.code ?? codes.INTERNAL, details: error.message }));
      },
    ]),
  ) as unknown as UntypedServiceImplementation;

/** One of Google's services on loopback, with methods that the test writes, over the protocol buffers that Google's SDK ships. */
export const startGrpcServer = async (sdk: string, service: string, handlers: Handlers): Promise<GrpcServer> => {
  const server = new Server();
  const calls: { method: string; request: Record<string, unknown> }[] = [];
  const definition = serviceOf(sdk, service);
  const noted = (method: string, request: object): void => void calls.push({ method, request: { ...request } });
  server.addService(definition, implementation(definition, handlers, noted));
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound))),
  );
  const auth = new GoogleAuth({ authClient: new OAuth2Client({ credentials: { access_token: 'of-a-test' } }), projectId: 'a-project' });
  return {
    client: { apiEndpoint: '127.0.0.1', port, sslCreds: credentials.createInsecure() as never, auth: auth as never },
    calls,
    close: async () => server.forceShutdown(),
  };
};
