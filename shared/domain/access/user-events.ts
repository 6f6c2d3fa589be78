import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema, privateEventSchema } from '../kernel/event-schema.ts';
import { brandId, companyId, instant, userId } from '../kernel/ids.ts';
import { role } from './roles.ts';

/** Id of a user or a key, or `command line`. */
const by = z.string().min(1).max(100);
const about = { companyId, userId };

/** What of an event identifies the user: forgotten with his key. */
const who = z.object({ email: z.string().max(254), name: z.string().max(100).optional() });

/** `brands` left out: all that the company has. */
export const UserInvited = privateEventSchema('UserInvited', 1, {
  data: z.object({ ...about, role, brands: z.array(brandId).max(100).optional(), by, expiresAt: instant }),
  private: who,
});
/** Another mail went out; what the mails before it hold works no longer. */
export const InvitationRenewed = eventSchema('InvitationRenewed', 1, z.object({ ...about, by, expiresAt: instant }));
export const InvitationAccepted = privateEventSchema('InvitationAccepted', 1, {
  data: z.object(about),
  private: z.object({ name: z.string().max(100).optional() }),
});
/** He has read a mail that went there. */
export const EmailVerified = eventSchema('EmailVerified', 1, z.object(about));
export const RoleGiven = eventSchema('RoleGiven', 1, z.object({ ...about, role, before: role, by }));
/** He sees that brand; `BrandTaken`: no longer. Whoever has none of his own sees all. */
export const BrandGiven = eventSchema('BrandGiven', 1, z.object({ ...about, brandId, by }));
export const BrandTaken = eventSchema('BrandTaken', 1, z.object({ ...about, brandId, by }));
export const UserRemoved = eventSchema('UserRemoved', 1, z.object({ ...about, by }));
/** His name and address are gone from the log, the documents and the tables. */
export const UserForgotten = eventSchema('UserForgotten', 1, z.object({ ...about, by }));
/** Neither the password nor its hash is ever told. */
export const PasswordSet = eventSchema('PasswordSet', 1, z.object({ ...about, why: z.enum(['invitation', 'reset', 'own']) }));
export const PasswordResetAsked = eventSchema('PasswordResetAsked', 1, z.object({ ...about, expiresAt: instant }));
export const TotpEnrolled = eventSchema('TotpEnrolled', 1, z.object(about));
export const TotpRemoved = eventSchema('TotpRemoved', 1, z.object({ ...about, by }));
export const RecoveryCodeUsed = eventSchema('RecoveryCodeUsed', 1, z.object({ ...about, left: z.int().min(0) }));
/** Too many wrong passwords. */
export const UserLocked = eventSchema('UserLocked', 1, z.object({ ...about, untilAt: instant }));
/** He signed in; `session`: the beginning of the hash by which it is kept. */
export const SessionStarted = privateEventSchema('SessionStarted', 1, {
  data: z.object({ ...about, session: z.string().max(20), totp: z.boolean() }),
  private: z.object({ address: z.string().max(100).optional(), agent: z.string().max(300).optional() }),
});
export const SessionEnded = eventSchema('SessionEnded', 1, z.object({ ...about, session: z.string().max(20) }));
/** Signed out everywhere. */
export const SessionsEnded = eventSchema(
  'SessionsEnded',
  1,
  z.object({ ...about, by, why: z.enum(['asked', 'password', 'removed', 'totp']) }),
);
export const userEvents = [
  UserInvited,
  InvitationRenewed,
  InvitationAccepted,
  EmailVerified,
  RoleGiven,
  BrandGiven,
  BrandTaken,
  UserRemoved,
  UserForgotten,
  PasswordSet,
  PasswordResetAsked,
  TotpEnrolled,
  TotpRemoved,
  RecoveryCodeUsed,
  UserLocked,
  SessionStarted,
  SessionEnded,
  SessionsEnded,
] as const;
export type UserEvent = EventOf<(typeof userEvents)[number]>;
