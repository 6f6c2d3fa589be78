import { z } from '@hono/zod-openapi';
import { beginTotp, confirmTotp, removeTotp } from '#app/begin-totp.ts';
import { verifyOwnPassword } from '#app/reset-password.ts';
import { forgetSessions } from '#app/find-session.ts';
import { noSessionCookie } from '../conventions/session-cookie.ts';
import { operation } from '../operation.ts';
import { passwordText } from '../users/user-schemas.ts';
import { ownUser } from './own-user.ts';

const secretText = 'KVKFKRCPNZQUYMLXOVYDSQKJKZDTSRLD';
const begun = z.object({ object: z.literal('authenticator'), secret: z.string(), uri: z.string() }).openapi('NewAuthenticator');

export const beginAuthenticator = operation({
  id: 'beginAuthenticator',
  method: 'post',
  path: '/v1/session/authenticator',
  summary: 'Begin with an authenticator',
  description: 'Show `uri` as a QR code; the secret is shown this once. It counts from the first code on.',
  scope: 'session:write',
  body: z.strictObject({ password: passwordText }),
  answers: { 201: { description: 'The secret', schema: begun } },
  errors: ['session_needed', 'password_wrong', 'login_locked', 'totp_there', 'logins_many'],
  example: {
    body: { password: 'correct horse battery staple' },
    answer: { object: 'authenticator', secret: secretText, uri: `otpauth://totp/Carillon:bo?issuer=Carillon&secret=${secretText}` },
  },
  run: async (call) => {
    const { secret, uri } = await beginTotp(call.house, await ownUser(call), call.body.password);
    return { status: 201, body: { object: 'authenticator', secret, uri } };
  },
});

export const confirmAuthenticator = operation({
  id: 'confirmAuthenticator',
  method: 'post',
  path: '/v1/session/authenticator/confirm',
  summary: 'Confirm the authenticator with a code',
  description: 'From then on a code is asked for. The ten recovery codes are shown this once; each works once.',
  scope: 'session:write',
  body: z.strictObject({
    code: z
      .string()
      .regex(/^\d{6}$/)
      .openapi({ example: '123456' }),
  }),
  answers: {
    200: {
      description: 'Recovery codes',
      schema: z.object({ object: z.literal('recovery_codes'), codes: z.array(z.string()) }).openapi('RecoveryCodes'),
    },
  },
  errors: ['session_needed', 'totp_not_begun', 'code_wrong'],
  example: { body: { code: '123456' }, answer: { object: 'recovery_codes', codes: ['abcde-fghjk'] } },
  run: async (call) => {
    const codes = await confirmTotp(call.house, await ownUser(call), call.body.code, call.cause);
    return { status: 200, body: { object: 'recovery_codes', codes } };
  },
});

export const removeOwnAuthenticator = operation({
  id: 'removeAuthenticator',
  method: 'post',
  path: '/v1/session/authenticator/remove',
  summary: 'Do without the authenticator',
  description: 'All sessions of the user end, this one too.',
  scope: 'session:write',
  body: z.strictObject({ password: passwordText }),
  answers: { 204: { description: 'It is done', headers: { 'Set-Cookie': 'takes the cookie away' } } },
  errors: ['session_needed', 'password_wrong', 'login_locked', 'logins_many'],
  example: { body: { password: 'correct horse battery staple' } },
  run: async (call) => {
    const user = await ownUser(call);
    const { companyId, userId } = user;
    await verifyOwnPassword(call.house, userId, call.body.password);
    await removeTotp(call.house, { companyId, userId, by: userId }, call.cause);
    forgetSessions(call.house);
    return { status: 204, headers: { 'set-cookie': noSessionCookie } };
  },
});
