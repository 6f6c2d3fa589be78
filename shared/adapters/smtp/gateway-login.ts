import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ReadReport, ReportRequest } from '#ports/provider.ts';

/** How whoever brings us bounces shows who he is: by a signature of each request, or by name and password. */
export type GatewayLogin = Readonly<{ secret: string }> | Readonly<{ user: string; password: string }>;

export class GatewaySecretInvalid extends Error {
  constructor() {
    super('the secret of bounces is whsec_ and 24 to 64 bytes in base64');
    this.name = 'GatewaySecretInvalid';
  }
}

const toleranceS = 300;
const prefix = 'whsec_';

/** Bytes of a secret as Standard Webhooks writes it. Throws GatewaySecretInvalid. */
export const secretBytes = (secret: string): Buffer => {
  const bytes = Buffer.from(secret.slice(prefix.length), 'base64');
  if (!secret.startsWith(prefix) || bytes.length < 24 || bytes.length > 64) throw new GatewaySecretInvalid();
  return bytes;
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const same = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

type Stranger = Extract<ReadReport, { kind: 'foreign' }>;

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md: id, time and body, signed; one of several may fit. */
const unsigned = (secret: string, { headers, body }: ReportRequest, nowMs: number): Stranger | undefined => {
  const [id = '', timestamp = '', given = ''] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headers[name] ?? '');
  if (id === '' || !/^\d{1,12}$/.test(timestamp)) return { kind: 'foreign', why: 'no signature' };
  if (Math.abs(nowMs / 1000 - Number(timestamp)) > toleranceS)
    return { kind: 'foreign', why: 'signed more than five minutes ago, or ahead of time' };
  const expected = `v1,${createHmac('sha256', secretBytes(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  const fits = given.split(' ', 16).some((one) => same(one, expected));
  return fits ? undefined : { kind: 'foreign', why: 'the signature does not fit' };
};

/** Undefined: it is the gateway of whom we know the secret. */
export const strangerAtGateway = (login: GatewayLogin, request: ReportRequest, nowMs: number): Stranger | undefined => {
  if ('secret' in login) return unsigned(login.secret, request, nowMs);
  const given = request.headers['authorization'];
  if (!given) return { kind: 'foreign', why: 'no name and password', challenge: 'Basic realm="bounces", charset="UTF-8"' };
  const expected = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
  return same(given, expected) ? undefined : { kind: 'foreign', why: 'another name or password' };
};
