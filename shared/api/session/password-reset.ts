import { z } from '@hono/zod-openapi';
import { askPasswordReset as ask, resetPassword as reset } from '#app/reset-password.ts';
import { operation } from '../operation.ts';
import { evenTime } from './even-time.ts';
import { emailText, passwordText } from '../users/user-schemas.ts';

/** A mail takes a while; an address that nobody has takes as long. */
const evenly = evenTime(800);

export const askPasswordReset = operation({
  id: 'askPasswordReset',
  method: 'post',
  path: '/v1/password_resets',
  summary: 'Ask for a new password by e-mail',
  description: 'The answer is the same whether or not anybody signs in with the address. The link in the mail works once, within an hour.',
  scope: 'session:write',
  open: true,
  body: z.strictObject({ email: emailText }),
  answers: { 202: { description: 'If somebody signs in with it, a mail is on its way' } },
  example: { body: { email: 'bo@hillside.example' } },
  run: async ({ house, body, cause }) => {
    await evenly(() => ask(house, body.email, cause));
    return { status: 202 };
  },
});

export const resetPassword = operation({
  id: 'resetPassword',
  method: 'post',
  path: '/v1/password_resets/confirm',
  summary: 'Choose a new password, with the link of a mail',
  description: 'All sessions of the user end. Sign in with it afterwards.',
  scope: 'session:write',
  open: true,
  body: z.strictObject({ token: z.string().min(1).max(200).openapi({ example: 'q3Jc0rX1v8…' }), password: passwordText }),
  answers: { 204: { description: 'It is done: sign in' } },
  errors: ['token_invalid', 'password_weak', 'logins_many'],
  example: { body: { token: 'q3Jc0rX1v8…', password: 'correct horse battery staple' } },
  run: async ({ house, body, cause }) => {
    const { companyId, userId } = await reset(house, body, cause);
    return { status: 204, whose: { companyId, by: userId } };
  },
});
