import { setTimeout as sleep } from 'node:timers/promises';
import { z } from '@hono/zod-openapi';
import type { House } from '#app/house.ts';
import { endSession } from '#app/find-session.ts';
import { LoginLocked, signIn as enter, userBehind, type SignedIn } from '#app/sign-in.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { scopesOf } from '#domain/access/roles.ts';
import type { UserDocument } from '#app/user-document.ts';
import { addressOf } from '../conventions/note-access.ts';
import { Problem } from '../conventions/problem.ts';
import { sessionCookie, sessionTokenOf } from '../conventions/session-cookie.ts';
import { operation } from '../operation.ts';
import { emailText, exampleUser, passwordText, userJson, userSchema } from '../users/user-schemas.ts';

export const session = z
  .object({
    object: z.literal('session'),
    company: z.string(),
    user: userSchema,
    scopes: z.array(z.string()),
    csrf_token: z.string().meta({ description: 'to be sent as X-CSRF-Token with whatever changes something' }),
  })
  .openapi('Session');

export const exampleSession = {
  object: 'session',
  company: 'co_hillside',
  user: exampleUser,
  scopes: ['*:read', '*:write', '*:send'],
  csrf_token: 'mJ3v0cYb…',
};

export const sessionJson = async (house: House, user: UserDocument, csrf: string) => ({
  object: 'session',
  company: user.companyId,
  user: await userJson(house, user),
  scopes: [...scopesOf(user.role)],
  csrf_token: csrf,
});

/** So long a refusal takes at least, whatever was behind it. */
const refusalMs = 300;

/** Told to the company of whoever has that address: somebody tries to be him. */
const problemFor = async (house: House, email: string, error: unknown): Promise<unknown> => {
  if (error instanceof LoginLocked) {
    const headers = { 'retry-after': String(Math.ceil(error.waitMs / 1_000)) };
    return new Problem('login_locked', undefined, { headers, whose: await userBehind(house, email) });
  }
  if (!(error instanceof Refusal) || error.code !== 'login_failed') return error;
  return new Problem('login_failed', undefined, { whose: await userBehind(house, email) });
};

const evenly = async (house: House, email: string, work: () => Promise<SignedIn>): Promise<SignedIn> => {
  const least = sleep(refusalMs);
  try {
    return await work();
  } catch (error) {
    const problem = await problemFor(house, email, error);
    await least;
    throw problem;
  }
};

export const signIn = operation({
  id: 'signIn',
  method: 'post',
  path: '/v1/session',
  summary: 'Sign in',
  description:
    'Sets a cookie that no script reads. Whoever has an authenticator is answered `code_missing` first, and sends the same again with a `code`. The session ends after two hours without a request, and after twelve in any case.',
  scope: 'session:write',
  open: true,
  body: z.strictObject({
    email: emailText,
    password: passwordText,
    code: z.string().min(1).max(20).optional().openapi({ description: 'of the authenticator, or a recovery code', example: '123456' }),
  }),
  answers: { 200: { description: 'The session', schema: session, headers: { 'Set-Cookie': 'the session' } } },
  errors: ['login_failed', 'code_missing', 'login_locked', 'logins_many'],
  example: { body: { email: 'bo@hillside.example', password: 'correct horse battery staple' }, answer: exampleSession },
  run: async ({ house, body, headers, cause }) => {
    const from = { address: addressOf(headers), agent: headers['user-agent'] };
    const { user, session: begun } = await evenly(house, body.email, () => enter(house, { ...body, ...from }, cause));
    // the browser's session before it, whoever has begun that
    const before = sessionTokenOf(headers);
    if (before !== undefined) await endSession(house, before, { ...cause, id: `${cause.id}.before` });
    const whose = { companyId: user.companyId, by: user.userId };
    return { status: 200, body: await sessionJson(house, user, begun.csrf), headers: { 'set-cookie': sessionCookie(begun.token) }, whose };
  },
});
