import type { Resource } from '../resource.ts';
import { beginAuthenticator, confirmAuthenticator, removeOwnAuthenticator } from './authenticator.ts';
import { changePassword, getSession, signOut, signOutEverywhere } from './own-session.ts';
import { askPasswordReset, resetPassword } from './password-reset.ts';
import { signIn } from './sign-in.ts';

export const sessions: Resource = {
  name: 'Session',
  description: 'How people sign in, from a page of the same origin. Programs use API keys.',
  operations: [
    signIn,
    getSession,
    signOut,
    signOutEverywhere,
    changePassword,
    beginAuthenticator,
    confirmAuthenticator,
    removeOwnAuthenticator,
    askPasswordReset,
    resetPassword,
  ],
  errors: {
    login_failed: { status: 401, title: 'That did not work', words: 'Address, password and code do not belong together.' },
    code_missing: {
      status: 401,
      title: 'A code is needed',
      words: 'Send the same again with the six digits of your authenticator as "code", or with a recovery code.',
    },
    login_locked: { status: 429, title: 'Too many tries', words: 'Wait as long as Retry-After says, or ask for a new password by e-mail.' },
    logins_many: { status: 503, title: 'Many people sign in', words: 'Try again in a few seconds.' },
    session_needed: { status: 403, title: 'This is for people', words: 'Sign in first: a key has no session, password or authenticator.' },
    password_wrong: { status: 403, title: 'This password is wrong', words: 'The password that you have now is another one.' },
    totp_there: { status: 409, title: 'There is an authenticator', words: 'Remove it first.' },
    totp_not_begun: { status: 409, title: 'Nothing to confirm', words: 'Ask for a new secret first.' },
    code_wrong: { status: 400, title: 'The code does not fit', words: 'Look whether the clock of the telephone is right.' },
  },
};
