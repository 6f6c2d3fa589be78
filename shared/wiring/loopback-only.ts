import { Server } from 'node:net';

/** Loaded before a door on this machine: the functions framework listens on all addresses, and a demo is nobody else's business. */
const listen = Server.prototype.listen as (this: Server, ...given: unknown[]) => Server;

Server.prototype.listen = function (this: Server, ...given: unknown[]): Server {
  const [port, ...rest] = given;
  return typeof port === 'object' || typeof rest[0] === 'string'
    ? listen.apply(this, given)
    : listen.call(this, port, '127.0.0.1', ...rest);
} as Server['listen'];
