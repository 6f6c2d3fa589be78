import { createHash, timingSafeEqual, verify } from 'node:crypto';
import { z } from 'zod';
import { problem, type DoorRequest, type DoorResponse } from '#functions/door.ts';
import type { Log } from '#ports/log.ts';
import type { GoogleCloudConfig } from './config.ts';
import { KeysUnreachable, pushKeys, type PushKeys } from './push-keys.ts';

/** Undefined: whoever calls may. Otherwise the answer that it gets instead of the door. */
export type PushGuard = (request: DoorRequest) => Promise<DoorResponse | undefined>;

export type PushGuardOptions = Readonly<{
  log: Pick<Log, 'warn' | 'error'>;
  keys?: PushKeys;
  /** milliseconds since 1970 */
  realMs?: () => number;
}>;

type Push = GoogleCloudConfig['push'];
type Signed = Extract<Push, { account: string }>;

/** What Cloud Run puts in the place of a signature that it has verified (its troubleshooting page, "signature removed"). */
const removed = 'SIGNATURE_REMOVED_BY_GOOGLE';

/** Clocks differ. */
const leewaySeconds = 60;
const longestToken = 8_192;

const header = z.object({ alg: z.literal('RS256'), kid: z.string().min(1).max(200) });
const claims = z.object({
  iss: z.enum(['https://accounts.google.com', 'accounts.google.com']),
  aud: z.string(),
  email: z.string(),
  email_verified: z.literal(true),
  exp: z.number(),
  iat: z.number(),
});

const jsonIn = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
};

const form = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/i;

const ownAddress = /^https:\/\/(?<service>[a-z0-9-]+)-\d+\.[a-z0-9-]+\.run\.app$/;

/**
 * Cloud Run gives each service two addresses: one is known before the service is (name, project's number, region), and Pub/Sub's tokens
 * carry it because terraform says so; Eventarc's carry the other one, name and hash, which nobody knows beforehand.
 */
const isMeantForUs = (aud: string, audience: string): boolean => {
  if (aud === audience) return true;
  const service = ownAddress.exec(audience)?.groups?.['service'];
  return (
    service !== undefined &&
    aud.startsWith(`https://${service}-`) &&
    /^[a-z0-9]+-[a-z]+\.a\.run\.app\/?$/.test(aud.slice(`https://${service}-`.length))
  );
};

/** Why a token is none of ours: for the log, where nobody outside reads it. */
const wrongClaims = (body: string, { account, audience }: Signed, nowSeconds: number): string | undefined => {
  const said = claims.safeParse(jsonIn(body));
  if (!said.success) return 'its claims are not those of a service account at Google';
  const { aud, email, exp, iat } = said.data;
  if (!isMeantForUs(aud, audience)) return 'it is meant for another audience (CARILLON_PUSH_AUDIENCE)';
  if (email !== account) return 'it is another account (CARILLON_PUSH_ACCOUNT)';
  if (exp + leewaySeconds < nowSeconds) return 'its time is over';
  return iat - leewaySeconds > nowSeconds ? 'it was signed in the future: look at the clocks' : undefined;
};

const wrongToken = async (authorization: string, push: Signed, keys: PushKeys, nowSeconds: number): Promise<string | undefined> => {
  const [, head = '', body = '', signature = ''] = authorization.length > longestToken ? [] : (form.exec(authorization) ?? []);
  if (head === '') return 'it carries no token';
  const named = header.safeParse(jsonIn(head));
  if (!named.success) return 'its token is not signed by RS256';
  const wrong = wrongClaims(body, push, nowSeconds);
  if (wrong !== undefined) return wrong;
  if (push.checkedBy === 'cloud-run' && signature === removed) return undefined;
  const key = await keys.keyOf(named.data.kid);
  const isSigned = key && verify('RSA-SHA256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'));
  return isSigned ? undefined : "Google's keys did not sign it";
};

/** Compared by digest, so that the time it takes tells nothing. */
const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());

const tokenIn = (url: string): string => new URLSearchParams(url.split('?')[1] ?? '').get('token') ?? '';

const unauthorized = (): DoorResponse => {
  const answer = problem(401, 'push_unauthorized', 'This door is for the project itself: its topics, schedules and buckets.');
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Bearer' } };
};

/**
 * Who may wake a door: Pub/Sub, Eventarc and Scheduler sign each call with a token of their service account (OpenID Connect, RS256). On
 * emulators, which sign nothing, a secret in the push endpoint's query stands in for it.
 */
export const pushGuard = (push: Push, { log, keys = pushKeys(), realMs = Date.now }: PushGuardOptions): PushGuard => {
  const refused = (reason: string): DoorResponse => {
    log.warn({ code: 'push_unauthorized', reason }, 'a call was refused; nothing was done');
    return unauthorized();
  };
  if ('token' in push)
    return async ({ url }) => (isSame(tokenIn(url), push.token) ? undefined : refused('it lacks the token of this house'));
  return async ({ headers }) => {
    try {
      const wrong = await wrongToken(headers['authorization'] ?? '', push, keys, realMs() / 1000);
      return wrong === undefined ? undefined : refused(wrong);
    } catch (error) {
      if (!(error instanceof KeysUnreachable)) throw error;
      log.error(
        {
          code: 'push_keys_unreachable',
          reason: error.cause instanceof Error ? error.cause.message : 'they could not be had a moment ago',
        },
        "Google's keys can't be fetched, so nobody can be let in; it is tried again",
      );
      return problem(503, 'push_keys_unreachable', 'Nobody can be let in at the moment. Try again.');
    }
  };
};
