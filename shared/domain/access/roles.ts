import { z } from 'zod';

/** From the one who may do everything to the one who only looks. */
export const roles = ['owner', 'admin', 'manager', 'sender', 'viewer'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** What anybody may do who is signed in: look at and end his own sessions, change his own password. */
export const ownScope = 'session:write';

/** Who may do what is `manage` everywhere, so that no other action gives it away. Nor does `*:read` give the audit log (`allows`). */
const scopes: Readonly<Record<Role, readonly string[]>> = {
  owner: ['*'],
  admin: ['*'],
  manager: ['*:read', '*:write', '*:send', 'campaigns:approve', ownScope],
  // whoever sits at the desk closes what was answered, and writes down what people say there
  sender: ['*:read', '*:send', 'conversations:write', 'consent:write', 'appointments:write', ownScope],
  viewer: ['*:read', ownScope],
};

/** The scopes of operations that a role holds. */
export const scopesOf = (of: Role): readonly string[] => scopes[of];

export const roleWords: Readonly<Record<Role, string>> = {
  owner: 'everything, and says who else is an owner',
  admin: 'everything but owners: users, keys, settings, campaigns, sending, and the audit log',
  manager: 'writes and approves campaigns, templates and lists, sends, and reads everything but the audit log',
  sender: 'sends with what others have approved, looks after the inbox, appointments and opt-outs, and reads everything but the audit log',
  viewer: 'reads everything but the audit log',
};
