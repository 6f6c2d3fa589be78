import { createHash } from 'node:crypto';
import type { House } from './house.ts';
import { pagesAddress } from './page-url.ts';

export type AccessMail = Readonly<{
  kind: 'invitation' | 'reset';
  to: string;
  token: string;
  /** for people */ until: string;
  companyName: string;
}>;

/** The token stands behind the #: a browser tells it to no server, and no log keeps it. */
export const accessLink = (house: Pick<House, 'publicUrl' | 'pagesUrl'>, { kind, token }: Pick<AccessMail, 'kind' | 'token'>): string =>
  `${pagesAddress(house) ?? house.publicUrl}/${kind === 'invitation' ? 'invitation' : 'reset'}#${token}`;

const textOf = (house: House, mail: AccessMail): Readonly<{ subject: string; text: string }> => {
  const link = accessLink(house, mail);
  const end = `The link works once, until ${mail.until} (UTC).`;
  if (mail.kind === 'invitation')
    return {
      subject: `You are invited to ${mail.companyName}`,
      text: `Hello,\n\n${mail.companyName} has invited you to Carillon. Choose a password here:\n\n${link}\n\n${end} If you expected nothing like that, leave it.\n`,
    };
  return {
    subject: 'Your new password',
    text: `Hello,\n\nsomebody has asked for a new password for this address. If it was you, choose one here:\n\n${link}\n\n${end} If it was not you, leave it: nothing has changed.\n`,
  };
};

/** Where nobody has said whom mails of the house come from: the address that it is reached at. */
const senderOf = (house: House): string =>
  house.mailFrom ?? `no-reply@${new URL(house.publicUrl).hostname.replace(/^[\d.]+$/, 'localhost')}`;

/** Through whatever sends e-mail for this house. False: there is nobody, or it was not taken; a new one may be asked for. Never throws. */
export const sendAccessMail = async (house: House, mail: AccessMail): Promise<boolean> => {
  const provider = house.providers?.().find(({ channels }) => channels.includes('email'));
  if (!provider) {
    house.log.warn({ kind: mail.kind }, 'nobody sends e-mail for this house: a mail about access was not sent');
    return false;
  }
  const messageId = `access_${createHash('sha256').update(mail.token).digest('hex').slice(0, 24)}`;
  const content = { channel: 'email' as const, ...textOf(house, mail) };
  try {
    const callbackUrl = `${house.publicUrl}/messages/status/${provider.name}`;
    const outcome = await provider.send({ messageId, to: mail.to, from: senderOf(house), content, callbackUrl });
    if (outcome.kind !== 'accepted') house.log.warn({ kind: mail.kind, code: outcome.code }, 'a mail about access was not taken');
    return outcome.kind === 'accepted';
  } catch {
    house.log.warn({ kind: mail.kind }, 'a mail about access was not sent');
    return false;
  }
};
