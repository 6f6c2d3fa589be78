import { Server } from 'node:net';

/**
 * Loaded before a door that runs on this machine. The functions framework listens on all addresses, and a demo is nobody else's business;
 * and a door must not outlive the process that opened it, however that one ends: our input ends with it.
 */
// oxlint-disable-next-line unbound-method -- it is called on the server that was asked
const listen = Server.prototype.listen as (this: Server, ...given: unknown[]) => Server;

Server.prototype.listen = function (this: Server, ...given: unknown[]): Server {
  const [port, ...rest] = given;
  return typeof port === 'object' || typeof rest[0] === 'string'
    ? listen.apply(this, given)
    : listen.call(this, port, '127.0.0.1', ...rest);
} as Server['listen'];

process.stdin.on('end', () => process.exit()).resume();
