import { z } from '@hono/zod-openapi';
import { inviteUser as invite, renewInvitation as renew, type Invited } from '#app/invite-user.ts';
import type { House } from '#app/house.ts';
import { operation } from '../operation.ts';
import { checkRole } from './check-role.ts';
import { brandIds, deciding, emailText, exampleUser, nameText, ownUser, roleName, userJson, userPath, userSchema } from './user-schemas.ts';

const invitation = z
  .object({
    object: z.literal('invitation'),
    user: userSchema,
    mailed: z.boolean().meta({ description: 'false: no mail left; renew the invitation when e-mail works' }),
  })
  .openapi('Invitation');

const { accepted_at: _, ...invited } = exampleUser;
const example = {
  object: 'invitation',
  user: { ...invited, status: 'invited', invitation_expires_at: '2026-11-27T10:00:00.000Z' },
  mailed: true,
};

const invitationJson = async (house: House, { user, isMailed }: Invited) => ({
  object: 'invitation',
  user: await userJson(house, user),
  mailed: isMailed,
});

export const inviteUser = operation({
  id: 'inviteUser',
  method: 'post',
  path: '/v1/invitations',
  summary: 'Invite somebody by e-mail',
  description: 'A mail with a link that works once, for seven days. Whoever follows it chooses a password.',
  scope: 'users:manage',
  of: 'account',
  looksAt: 'person',
  body: z.strictObject({ email: emailText, name: nameText.optional(), role: roleName, brands: brandIds.optional() }),
  answers: { 201: { description: 'The invitation', schema: invitation } },
  errors: ['company_unknown', 'user_exists', 'users_too_many', 'owner_needed', 'scope_beyond', 'invitations_many'],
  example: { body: { email: 'bo@hillside.example', name: 'Bo Reyes', role: 'manager' }, answer: example },
  run: async ({ house, caller, body, cause }) => {
    const { companyId } = caller;
    checkRole(caller, body.role);
    return { status: 201, body: await invitationJson(house, await invite(house, { companyId, ...body, ...deciding(caller) }, cause)) };
  },
});

export const renewInvitation = operation({
  id: 'renewInvitation',
  method: 'post',
  path: '/v1/invitations/{id}/renew',
  summary: 'Send the mail of an invitation again',
  description: 'With a new link; those of the mails before it work no longer. The id is that of the user.',
  scope: 'users:manage',
  of: 'account',
  looksAt: 'person',
  params: userPath,
  answers: { 200: { description: 'The invitation', schema: invitation } },
  errors: ['user_unknown', 'user_not_invited', 'owner_needed', 'invitations_many'],
  example: { path: { id: 'usr_h7k2m9qxw3np' }, answer: example },
  run: async ({ house, caller, path, cause }) => {
    const { userId, companyId } = await ownUser(house, caller, path.id);
    return { status: 200, body: await invitationJson(house, await renew(house, { companyId, userId, ...deciding(caller) }, cause)) };
  },
});
