import type { Resource } from '../resource.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { editUser, removeAuthenticator, removeUser } from './edit-user.ts';
import { inviteUser, renewInvitation } from './invite-user.ts';
import { listRoles } from './list-roles.ts';
import { getUser, listUsers } from './list-users.ts';

export const users: Resource = {
  name: 'Users',
  description: 'People who sign in: invited by e-mail, with a role, for all brands of the company or for some.',
  operations: [inviteUser, renewInvitation, acceptInvitation, listUsers, getUser, editUser, removeUser, removeAuthenticator, listRoles],
  errors: {
    invitations_many: {
      status: 429,
      title: 'Many invitations to one address',
      words: 'This address was written to several times. Wait an hour; the link of the last mail works on.',
    },
    user_unknown: { status: 404, title: 'There is no such user', words: 'No user of this company has this id.' },
    user_exists: {
      status: 409,
      title: 'Somebody has this address',
      words: 'Somebody with this address is invited already: renew the invitation, or change the role.',
    },
    users_too_many: { status: 409, title: 'Too many users', words: 'A company has up to 500 users: remove those who have left.' },
    user_not_invited: { status: 409, title: 'Nothing to renew', words: 'This invitation was accepted already.' },
    user_not_active: { status: 409, title: 'Not signed in yet', words: 'This user has not accepted the invitation, or was removed.' },
    owner_needed: { status: 403, title: 'Only an owner', words: 'Only an owner says who is an owner, and changes or removes one.' },
    last_owner: { status: 409, title: 'The last owner stays', words: 'Make somebody else an owner first.' },
    token_invalid: {
      status: 400,
      title: 'This link works no more',
      words: 'It was used already, or has come to its end: ask for another one.',
    },
    password_weak: {
      status: 400,
      title: 'This password is too easy to guess',
      words: 'Take at least twelve characters: a few words that have nothing to do with each other.',
    },
    email_taken: {
      status: 409,
      title: 'This address signs in elsewhere',
      words: 'Somebody signs in with it for another company: ask for an invitation to another address.',
    },
  },
};
