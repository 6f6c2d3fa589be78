import { z } from '@hono/zod-openapi';
import { acceptInvitation as accept } from '#app/accept-invitation.ts';
import { operation } from '../operation.ts';
import { nameText, passwordText } from './user-schemas.ts';

export const acceptInvitation = operation({
  id: 'acceptInvitation',
  method: 'post',
  path: '/v1/invitations/accept',
  summary: 'Choose a password, with the link of a mail',
  description: 'A password has at least twelve characters and is none of those that are tried first. Sign in with it afterwards.',
  scope: 'session:write',
  open: true,
  body: z.strictObject({
    token: z.string().min(1).max(200).openapi({ description: 'what stands behind the # of the link', example: 'q3Jc0rX1v8…' }),
    password: passwordText,
    name: nameText.optional(),
  }),
  answers: { 204: { description: 'It is done: sign in' } },
  errors: ['token_invalid', 'password_weak', 'email_taken', 'logins_many'],
  example: { body: { token: 'q3Jc0rX1v8…', password: 'correct horse battery staple', name: 'Bo Reyes' } },
  run: async ({ house, body, cause }) => {
    const { companyId, userId } = await accept(house, body, cause);
    return { status: 204, whose: { companyId, by: userId } };
  },
});
