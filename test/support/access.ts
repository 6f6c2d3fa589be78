import type { House } from '#app/house.ts';
import { acceptInvitation } from '#app/accept-invitation.ts';
import { inviteUser } from '#app/invite-user.ts';
import { signIn, type Login } from '#app/sign-in.ts';
import type { UserDocument } from '#app/user-document.ts';
import type { Role } from '#domain/access/roles.ts';
import type { Outgoing, Provider } from '#ports/provider.ts';

let causes = 0;
export const accessCause = (house: House) => ({ id: `req_${String((causes += 1)).padStart(32, '0')}`, now: house.clock.now() });

export const goodPassword = 'correct horse battery staple';

export type Mailed = Readonly<{ house: House; mails: readonly Outgoing[] }>;

/** The house with somebody who takes its mails. */
export const withMails = (house: House): Mailed => {
  const mails: Outgoing[] = [];
  const taker = {
    name: 'taker',
    channels: ['email'],
    send: async (mail: Outgoing) => {
      mails.push(mail);
      return { kind: 'accepted', reference: 'x' };
    },
  } as unknown as Provider;
  return { house: { ...house, providers: () => [taker] }, mails };
};

/** What stands behind the # of the newest mail's link. */
export const tokenIn = (mails: readonly Outgoing[]): string => {
  const { content } = mails.at(-1)!;
  return /#([\w-]{43})/.exec(content.channel === 'email' ? content.text : '')?.[1] ?? '';
};

export type NewUser = Readonly<{ companyId: string; email: string; role?: Role; brands?: readonly string[]; password?: string }>;

/** Somebody who was invited and has accepted. */
export const newUser = async (
  { house, mails }: Mailed,
  { password = goodPassword, role = 'owner', ...who }: NewUser,
): Promise<UserDocument> => {
  await inviteUser(house, { ...who, role, by: 'command line' }, accessCause(house));
  return acceptInvitation(house, { token: tokenIn(mails), password }, accessCause(house));
};

export const login = (house: House, email: string, more: Partial<Login> = {}) =>
  signIn(house, { email, password: goodPassword, address: '203.0.113.7', ...more }, accessCause(house));

/** The same without anybody who takes mails: the link is told to whoever sits at the house. */
export const signedUp = async (house: House, { password = goodPassword, role = 'owner', ...who }: NewUser): Promise<UserDocument> => {
  const { link } = await inviteUser(house, { ...who, role, by: 'command line' }, accessCause(house));
  return acceptInvitation(house, { token: link.split('#')[1] ?? '', password }, accessCause(house));
};

/** What a browser sends with a request of our own page. */
export const sessionHeaders = ({ token, csrf }: Readonly<{ token: string; csrf: string }>): Readonly<Record<string, string>> => ({
  cookie: `__Host-carillon=${token}`,
  'x-csrf-token': csrf,
  'sec-fetch-site': 'same-origin',
});
