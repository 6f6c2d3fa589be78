import { z } from '@hono/zod-openapi';
import { changeUser } from '#app/change-user.ts';
import { endSession, forgetSessions } from '#app/find-session.ts';
import { changePassword as change } from '#app/reset-password.ts';
import { noSessionCookie } from '../conventions/session-cookie.ts';
import { operation } from '../operation.ts';
import { passwordText } from '../users/user-schemas.ts';
import { ownUser } from './own-user.ts';
import { exampleSession, session, sessionJson } from './sign-in.ts';

const gone = { status: 204, headers: { 'set-cookie': noSessionCookie } };
const cookie = { 'Set-Cookie': 'takes the cookie away' };

export const getSession = operation({
  id: 'getSession',
  method: 'get',
  path: '/v1/session',
  summary: 'Who is signed in, and the token for changes',
  scope: 'session:read',
  // it shows who he is
  keptFields: [],
  answers: { 200: { description: 'The session', schema: session } },
  errors: ['session_needed'],
  example: { answer: exampleSession },
  run: async (call) => ({ status: 200, body: await sessionJson(call.house, await ownUser(call), call.caller.user?.csrf ?? '') }),
});

export const signOut = operation({
  id: 'signOut',
  method: 'delete',
  path: '/v1/session',
  summary: 'Sign out',
  scope: 'session:write',
  answers: { 204: { description: 'Signed out', headers: cookie } },
  errors: ['session_needed'],
  example: {},
  run: async (call) => {
    await ownUser(call);
    await endSession(call.house, call.caller.user?.token ?? '', call.cause);
    return gone;
  },
});

export const signOutEverywhere = operation({
  id: 'signOutEverywhere',
  method: 'post',
  path: '/v1/session/end_all',
  summary: 'Sign out everywhere',
  description: 'All sessions of the user end, this one too; elsewhere within five seconds.',
  scope: 'session:write',
  answers: { 204: { description: 'Signed out', headers: cookie } },
  errors: ['session_needed'],
  example: {},
  run: async (call) => {
    const { companyId, userId } = await ownUser(call);
    await changeUser(call.house, { type: 'EndSessions', data: { companyId, userId, by: userId } }, { cause: call.cause });
    forgetSessions(call.house);
    return gone;
  },
});

export const changePassword = operation({
  id: 'changePassword',
  method: 'post',
  path: '/v1/session/password',
  summary: 'Take another password',
  description: 'All sessions of the user end, this one too: sign in with the new one.',
  scope: 'session:write',
  body: z.strictObject({ password: passwordText, new_password: passwordText }),
  answers: { 204: { description: 'It is done', headers: cookie } },
  errors: ['session_needed', 'password_wrong', 'login_locked', 'password_weak', 'logins_many'],
  example: { body: { password: 'correct horse battery staple', new_password: 'four other words entirely' } },
  run: async (call) => {
    const { house, body, cause } = call;
    await change(house, { user: await ownUser(call), before: body.password, password: body.new_password }, cause);
    forgetSessions(house);
    return gone;
  },
});
