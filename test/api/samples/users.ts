import { inviteUser } from '#app/invite-user.ts';
import type { Role } from '#domain/access/roles.ts';
import { accessCause, goodPassword, signedUp } from '../../support/access.ts';
import type { Samples } from './sample.ts';

export const userSamples: Samples = async ({ companyId, house }) => {
  const invite = (name: string, role: Role = 'viewer') =>
    inviteUser(house, { companyId, email: `${name}.${companyId}@example.com`, role, by: 'x' }, accessCause(house));
  const { user: shown } = await invite('shown');
  const { user: renewed } = await invite('renewed');
  const { user: removed } = await invite('removed');
  const { link } = await invite('accepting');
  const { userId } = await signedUp(house, { companyId, email: `owner.${companyId}@example.com`, role: 'viewer' });
  const id = shown.userId;
  return {
    inviteUser: { body: { email: 'invited@example.com', name: 'Bo', role: 'viewer' } },
    renewInvitation: { path: { id: renewed.userId } },
    acceptInvitation: { body: { token: link.split('#')[1], password: goodPassword }, open: true },
    listUsers: { query: { limit: '2' } },
    getUser: { path: { id } },
    editUser: { path: { id }, body: { role: 'sender', brands: ['brd_a'] } },
    removeUser: { path: { id: removed.userId }, query: { forget: 'true' } },
    removeUserAuthenticator: { path: { id: userId } },
    listRoles: {},
  };
};
