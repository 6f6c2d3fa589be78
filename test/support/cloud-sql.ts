import { createServer, type IncomingMessage, type Server } from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { makeAuthority, type Authority } from './certificates.ts';

/** Google's admin API of Cloud SQL and an instance of it on loopback, in front of a real MySQL. */
export type TestCloudSql = Readonly<{
  instance: string;
  /** address of the API */
  adminUrl: string;
  /** whom the instance has let in, by the names in their certificates */
  visitors: readonly string[];
  /** tokens that came with a wish for a certificate */
  logins: readonly string[];
  /** how often the API was asked for anything */
  asked: () => number;
  /** the API answers with this status from now on; undefined: as usual; 0: never */
  fail: (status: number | undefined) => void;
  close: () => Promise<void>;
}>;

/** Cloud SQL's port is fixed, so the instance gets an address of loopback that nobody else is likely to have. */
const address = '127.33.0.7';
const port = 3307;
const [project, region, name] = ['a-project', 'us-central1', 'reporting'];

const bodyOf = async (request: IncomingMessage): Promise<Record<string, string>> => {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part as string;
  return text === '' ? {} : (JSON.parse(text) as Record<string, string>);
};

const listen = (server: net.Server, at: { host: string; port: number }): Promise<void> =>
  new Promise((resolve, reject) => server.once('error', reject).listen(at, resolve));

const openInstance = async (clients: Authority, servers: Authority, mysqlUrl: URL, visitors: string[]): Promise<tls.Server> => {
  const own = servers.issue(`${project}:${name}`);
  const settings = { ...own, ca: clients.cert, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' } as const;
  const server = tls.createServer(settings, (client) => {
    visitors.push(String(client.getPeerCertificate().subject.CN));
    const mysql = net.connect(Number(mysqlUrl.port || 3306), mysqlUrl.hostname);
    for (const [one, other] of [
      [client, mysql],
      [mysql, client],
    ] as const)
      one
        .on('error', () => other.destroy())
        .on('close', () => other.destroy())
        .pipe(other);
  });
  server.on('tlsClientError', () => undefined);
  await listen(server, { host: address, port });
  return server;
};

const openAdminApi = (clients: Authority, servers: Authority, logins: string[], failure: () => number | undefined): Server =>
  createServer((request, response) => {
    const answer = async (): Promise<object | undefined> => {
      const body = await bodyOf(request);
      if (request.url?.endsWith('/connectSettings')) {
        const expirationTime = new Date(Date.now() + 86_400_000).toISOString();
        return {
          region,
          databaseVersion: 'MYSQL_8_4',
          ipAddresses: [{ type: 'PRIVATE', ipAddress: address }],
          serverCaCert: { cert: servers.cert, expirationTime },
        };
      }
      if (!request.url?.endsWith(':generateEphemeralCert')) return undefined;
      logins.push(body['access_token'] ?? '');
      return { ephemeralCert: { cert: clients.certify('a-door', body['public_key'] ?? '') } };
    };
    const status = failure();
    if (status === 0) return;
    void answer().then((found) => {
      response.writeHead(status ?? (found ? 200 : 404), { 'content-type': 'application/json' });
      response.end(JSON.stringify(status === undefined ? (found ?? {}) : { error: { code: status, message: 'a test wants it' } }));
    });
  });

/** `folder` is for certificates. Rejects where this machine has no such address of loopback, or the port is taken. */
export const startCloudSql = async (folder: string, mysqlUrl: string): Promise<TestCloudSql> => {
  const [clients, servers] = [makeAuthority(folder, 'clients'), makeAuthority(folder, 'servers')];
  const visitors: string[] = [];
  const logins: string[] = [];
  let failure: number | undefined;
  let asked = 0;
  const instance = await openInstance(clients, servers, new URL(mysqlUrl), visitors);
  const api = openAdminApi(clients, servers, logins, () => {
    asked += 1;
    return failure;
  });
  await listen(api, { host: '127.0.0.1', port: 0 });
  return {
    instance: `${project}:${region}:${name}`,
    adminUrl: `http://127.0.0.1:${(api.address() as AddressInfo).port}/`,
    visitors,
    logins,
    asked: () => asked,
    fail: (status) => void (failure = status),
    close: async () => {
      api.closeAllConnections();
      await Promise.all([api, instance].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
};
