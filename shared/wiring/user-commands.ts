import { z } from 'zod';
import { inviteUser, renewInvitation, type InviteRequest } from '#app/invite-user.ts';
import { changeUser } from '#app/change-user.ts';
import { askPasswordReset } from '#app/reset-password.ts';
import { forgetUser, removeUser } from '#app/remove-user.ts';
import { personalOf, usersOf } from '#app/user-document.ts';
import { role, type Role } from '#domain/access/roles.ts';
import { brandId, companyId, userId } from '#domain/kernel/ids.ts';
import { commandCause } from './command-cause.ts';
import type { OpenHouse } from './open-house.ts';

const by = z.string().trim().min(1).max(100);
const someone = { companyId, userId, by };
type Someone = Readonly<{ companyId: string; userId: string; by: string }>;

const invite = {
  input: z.object({
    companyId,
    email: z.email().max(254),
    name: z.string().trim().min(1).max(100).optional(),
    role,
    brands: z.array(brandId).min(1).max(100).optional(),
    by,
  }),
  run: async (open: OpenHouse, input: InviteRequest) => {
    const { user, isMailed, link } = await inviteUser(open.house, input, commandCause(open));
    return { userId: user.userId, mailed: isMailed, link };
  },
};

const renew = {
  input: z.object(someone),
  run: async (open: OpenHouse, input: Someone) => {
    const { user, isMailed, link } = await renewInvitation(open.house, input, commandCause(open));
    return { userId: user.userId, mailed: isMailed, link };
  },
};

const list = {
  input: z.object({ companyId }),
  run: async ({ house }: OpenHouse, input: { companyId: string }) =>
    Promise.all(
      (await usersOf(house, input.companyId)).map(async (user) => {
        const { userId: id, role: has, brands, status, hasTotp } = user;
        return { userId: id, ...(await personalOf(house, user)), role: has, ...(brands ? { brands } : {}), status, hasTotp };
      }),
    ),
};

const give = {
  input: z.object({ ...someone, role }),
  run: async (open: OpenHouse, input: Someone & { role: Role }) => {
    const user = await changeUser(open.house, { type: 'GiveRole', data: input }, { cause: commandCause(open) });
    return { userId: user.userId, role: user.role };
  },
};

const remove = {
  input: z.object({ ...someone, forget: z.boolean().default(false) }),
  run: async (open: OpenHouse, { forget, ...input }: Someone & { forget: boolean }) => {
    const user = await removeUser(open.house, input, commandCause(open));
    if (forget) await forgetUser(open.house, input, commandCause(open));
    return { userId: user.userId, status: user.status, forgotten: forget };
  },
};

const reset = {
  input: z.object({ email: z.email().max(254) }),
  run: async (open: OpenHouse, { email }: { email: string }) => {
    await askPasswordReset(open.house, email, commandCause(open));
    return { asked: true };
  },
};

/** Who signs in. */
export const userCommands = {
  'invite-user': invite,
  'renew-invitation': renew,
  'list-users': list,
  'give-role': give,
  'remove-user': remove,
  'reset-password': reset,
};
