import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { jsonOf } from '#http/json-of.ts';

const algorithms: ReadonlyMap<unknown, string> = new Map([
  ['HS256', 'sha256'],
  ['HS384', 'sha384'],
  ['HS512', 'sha512'],
]);
const toleranceS = 5;

const header = z.object({ alg: z.string() });
const claims = z.object({
  iss: z.literal('MessageBird'),
  nbf: z.number(),
  exp: z.number(),
  jti: z.string().min(1),
  url_hash: z.string(),
  payload_hash: z.string().optional(),
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const partOf = (base64url: string): unknown => jsonOf(Buffer.from(base64url, 'base64url').toString());

const isTheirs = (signingKey: string, [head, body, signature]: readonly [string, string, string]): boolean => {
  const parsed = header.safeParse(partOf(head));
  const algorithm = parsed.success ? algorithms.get(parsed.data.alg) : undefined;
  if (algorithm === undefined) return false;
  const expected = createHmac(algorithm, signingKey).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected);
};

export type Signed = Readonly<{ jwt: string; url: string; body: string }>;

/**
 * Whether MessageBird signed this request: a JWT (MessageBird-Signature-JWT) under the account's signing key, of now, over the whole URL
 * and the body. https://developers.messagebird.com/api/#verifying-http-requests
 */
export const isSigned = (signingKey: string, { jwt, url, body }: Signed, nowMs: number): boolean => {
  const [head, content, signature, ...rest] = jwt.split('.');
  if (head === undefined || content === undefined || signature === undefined || rest.length > 0) return false;
  if (!isTheirs(signingKey, [head, content, signature])) return false;
  const parsed = claims.safeParse(partOf(content));
  if (!parsed.success) return false;
  const { nbf, exp, url_hash: urlHash, payload_hash: payloadHash } = parsed.data;
  const nowS = nowMs / 1000;
  if (nowS < nbf - toleranceS || nowS > exp + toleranceS || urlHash !== sha256(url)) return false;
  return payloadHash === undefined ? body === '' : payloadHash === sha256(body);
};
