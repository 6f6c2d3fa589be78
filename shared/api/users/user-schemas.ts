import { z } from '@hono/zod-openapi';
import type { House } from '#app/house.ts';
import { personalOf, readUser, type UserDocument } from '#app/user-document.ts';
import { roles } from '#domain/access/roles.ts';
import type { Caller } from '../conventions/caller.ts';
import { Problem } from '../conventions/problem.ts';

export const roleName = z.enum(roles).openapi('Role');
export const userPath = z.object({ id: z.string().min(1).max(200).openapi({ description: "a user's id", example: 'usr_h7k2m9qxw3np' }) });
export const emailText = z.email().max(254).openapi({ example: 'bo@hillside.example' });
export const nameText = z.string().trim().min(1).max(100).openapi({ example: 'Bo Reyes' });
export const brandIds = z
  .array(z.string().regex(/^brd_[a-z0-9]{1,32}$/))
  .min(1)
  .max(100)
  .openapi({ description: 'brands that the user sees; left out: all of them', example: ['brd_hillside'] });
export const passwordText = z.string().min(1).max(512).openapi({ example: 'correct horse battery staple' });

export const userSchema = z
  .object({
    object: z.literal('user'),
    id: z.string(),
    email: z.string().nullable().meta({ description: 'null when the user was forgotten' }),
    name: z.string().nullable(),
    role: roleName,
    brands: z.array(z.string()).nullable().meta({ description: 'null: all of them' }),
    status: z.enum(['invited', 'active', 'removed']),
    has_authenticator: z.boolean(),
    invited_at: z.iso.datetime(),
    invitation_expires_at: z.iso.datetime().optional(),
    accepted_at: z.iso.datetime().optional(),
    removed_at: z.iso.datetime().optional(),
  })
  .openapi('User');

export const exampleUser = {
  object: 'user',
  id: 'usr_h7k2m9qxw3np',
  email: 'bo@hillside.example',
  name: 'Bo Reyes',
  role: 'manager',
  brands: null,
  status: 'active',
  has_authenticator: false,
  invited_at: '2026-11-20T10:00:00.000Z',
  accepted_at: '2026-11-20T10:05:00.000Z',
};

export const userJson = async (house: House, user: UserDocument) => {
  const personal = await personalOf(house, user);
  return {
    object: 'user',
    id: user.userId,
    email: personal?.email ?? null,
    name: personal?.name ?? null,
    role: user.role,
    brands: user.brands ?? null,
    status: user.status,
    has_authenticator: user.hasTotp,
    invited_at: user.invitedAt,
    ...(user.status === 'invited' && user.expiresAt !== undefined ? { invitation_expires_at: user.expiresAt } : {}),
    ...(user.acceptedAt === undefined ? {} : { accepted_at: user.acceptedAt }),
    ...(user.removedAt === undefined ? {} : { removed_at: user.removedAt }),
  };
};

/** A user of the caller's company. Throws a Problem `user_unknown`. */
export const ownUser = async (house: House, { companyId }: Caller, userId: string): Promise<UserDocument> => {
  const found = await readUser(house, userId);
  if (found?.companyId !== companyId) throw new Problem('user_unknown');
  return found;
};

/** Who decides, for the rules about owners: a key stands below them. */
export const deciding = ({ by, user }: Caller) => ({ by, byRole: user?.role ?? ('admin' as const) });
