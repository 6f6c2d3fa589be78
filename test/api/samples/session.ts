import { generateSync } from 'otplib';
import { newToken, tokenWrites } from '#app/access-token.ts';
import { beginTotp } from '#app/begin-totp.ts';
import { accessCause, goodPassword, sessionHeaders, signedUp } from '../../support/access.ts';
import { signIn } from '#app/sign-in.ts';
import type { Sample, Samples } from './sample.ts';

export const sessionSamples: Samples = async ({ companyId, house }) => {
  const password = goodPassword;
  const someone = async (name: string) => {
    const email = `${name}.${companyId}@example.com`;
    const user = await signedUp(house, { companyId, email });
    const { session } = await signIn(house, { email, password }, accessCause(house));
    return { user, email, session: sessionHeaders(session) };
  };
  const asSomeone = async (name: string, more: Sample = {}): Promise<Sample> => ({
    ...more,
    session: (await someone(name)).session,
    foreign: 403,
  });
  const { user } = await someone('resetting');
  const token = newToken();
  await house.documents.write(await tokenWrites(house, token, { kind: 'reset', companyId, userId: user.userId, lasts: 3_600_000 }));
  const confirming = await someone('confirming');
  const { secret } = await beginTotp(house, confirming.user, password);
  const code = generateSync({ secret, epoch: Math.floor(house.clock.realMs() / 1_000) });
  const { email: entering } = await someone('entering');
  return {
    signIn: { body: { email: entering, password }, open: true },
    getSession: await asSomeone('looking'),
    signOut: await asSomeone('leaving'),
    signOutEverywhere: await asSomeone('leaving.all'),
    changePassword: await asSomeone('changing', { body: { password, new_password: 'four other words entirely' } }),
    beginAuthenticator: await asSomeone('beginning', { body: { password } }),
    confirmAuthenticator: { body: { code }, session: confirming.session, foreign: 403 },
    removeAuthenticator: await asSomeone('undoing', { body: { password } }),
    askPasswordReset: { body: { email: entering }, open: true },
    resetPassword: { body: { token, password: 'four other words entirely' }, open: true },
  };
};
