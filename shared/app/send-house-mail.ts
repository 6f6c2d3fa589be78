import type { House } from './house.ts';

export type HouseMail = Readonly<{
  /** what it is about, for the log */
  kind: string;
  to: string;
  /** the same for every try of one mail */
  messageId: string;
  subject: string;
  text: string;
}>;

/** Where nobody has said whom mails of the house come from: the address that it is reached at. */
const senderOf = (house: House): string =>
  house.mailFrom ?? `no-reply@${new URL(house.publicUrl).hostname.replace(/^[\d.]+$/, 'localhost')}`;

/** Through whatever sends e-mail for this house. False: there is nobody, or it was not taken. Never throws. */
export const sendHouseMail = async (house: House, { kind, to, messageId, subject, text }: HouseMail): Promise<boolean> => {
  const provider = house.providers?.().find(({ channels }) => channels.includes('email'));
  if (!provider) {
    house.log.warn({ kind }, 'nobody sends e-mail for this house: a mail of its own was not sent');
    return false;
  }
  const content = { channel: 'email' as const, subject, text };
  try {
    const callbackUrl = `${house.publicUrl}/messages/status/${provider.name}`;
    const outcome = await provider.send({ messageId, to, from: senderOf(house), content, callbackUrl });
    if (outcome.kind !== 'accepted') house.log.warn({ kind, code: outcome.code }, 'a mail of the house was not taken');
    return outcome.kind === 'accepted';
  } catch {
    house.log.warn({ kind }, 'a mail of the house was not sent');
    return false;
  }
};
