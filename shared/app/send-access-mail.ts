import { createHash } from 'node:crypto';
import type { House } from './house.ts';
import { pagesAddress } from './page-url.ts';
import { sendHouseMail } from './send-house-mail.ts';

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

/** Through whatever sends e-mail for this house. False: there is nobody, or it was not taken; a new one may be asked for. Never throws. */
export const sendAccessMail = (house: House, mail: AccessMail): Promise<boolean> => {
  const messageId = `access_${createHash('sha256').update(mail.token).digest('hex').slice(0, 24)}`;
  return sendHouseMail(house, { kind: mail.kind, to: mail.to, messageId, ...textOf(house, mail) });
};
