import type { Outgoing, OutgoingContent } from '#ports/provider.ts';
import { proofHeader, provenId, returnAddressFor, type ProofKey } from './mail-proof.ts';

type EmailContent = Extract<OutgoingContent, { channel: 'email' }>;
export type Email = Readonly<{ message: Outgoing; content: EmailContent }>;

/** A mail as it is handed over: who gets it, and its bytes. */
export type Mail = Readonly<{
  /** without its angle brackets */
  id: string;
  envelope: Readonly<{
    from: string;
    to: string;
    /** what a server is to report back if it knows how (RFC 3461): only what went wrong, under our message id */
    dsn: Readonly<{ ret: 'HDRS'; envid: string; notify: ['FAILURE']; orcpt: string }>;
  }>;
  bytes: Buffer;
}>;

/** What can't be written as a mail: code of ours. */
export class MailUnwritable extends Error {
  readonly code: 'address_invalid' | 'sender_not_allowed' | 'content_invalid';
  constructor(code: MailUnwritable['code']) {
    super(`no mail can be made of it: ${code}`);
    this.name = 'MailUnwritable';
    this.code = code;
  }
}

const addressShape = /^[^\s<>@,;:"()[\]\\\p{Cc}]{1,64}@[^\s<>@,;:"()[\]\\\p{Cc}]{1,255}$/u;
const namedAddress = /^(?:(?<name>[^<>\p{Cc}]*)<(?<inside>[^<>]+)>|(?<bare>\S+))$/u;

/** `Clinic <mail@clinic.example>` or the address alone. */
const senderOf = (from: string): Readonly<{ name: string; address: string }> => {
  const { name = '', inside, bare = '' } = namedAddress.exec(from.trim())?.groups ?? {};
  const address = inside?.trim() ?? bare;
  if (!addressShape.test(address)) throw new MailUnwritable('sender_not_allowed');
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address };
};

const unsubscribeHeaders = (url: string): readonly Readonly<{ key: string; value: string }>[] => {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new MailUnwritable('content_invalid');
  return [
    { key: 'List-Unsubscribe', value: `<${new URL(url).href}>` },
    { key: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
  ];
};

/**
 * The id that a mail carries for ever: our message id, at the sender's domain. The same message always has the same, so that a mail nobody
 * knows the fate of can be recognised in a mailbox, a server's log or a bounce.
 */
export const mailIdOf = (messageId: string, from: string): string => `${messageId}@${senderOf(from).address.split('@')[1] ?? ''}`;

/**
 * Writes a mail: text, with HTML beside it where there is some (RFC 2046, alternative), one-click unsubscribing (RFC 8058), and that a
 * machine wrote it (RFC 3834), so that nobody's absence note answers. With a `proofKey` its envelope and a header show
 * that it is ours, for whoever reports about it. Throws MailUnwritable.
 */
export const writeMail = async (
  { message, content }: Email,
  { returnAddress, proofKey }: Readonly<{ returnAddress?: string | undefined; proofKey?: ProofKey | undefined }> = {},
): Promise<Mail> => {
  const { messageId, to } = message;
  const from = senderOf(message.from);
  if (!addressShape.test(to)) throw new MailUnwritable('address_invalid');
  const id = mailIdOf(messageId, message.from);
  const proven = proofKey === undefined ? undefined : provenId(proofKey, messageId);
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composed = new MailComposer({
    from,
    to: { name: '', address: to },
    subject: content.subject.toWellFormed(),
    text: content.text.toWellFormed(),
    ...(content.html !== undefined && { html: content.html.toWellFormed() }),
    messageId: `<${id}>`,
    headers: [
      { key: 'Auto-Submitted', value: 'auto-generated' },
      ...(proven === undefined ? [] : [{ key: proofHeader, value: proven }]),
      ...(content.unsubscribeUrl === undefined ? [] : unsubscribeHeaders(content.unsubscribeUrl)),
    ],
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    id,
    envelope: {
      from: returnAddress === undefined ? from.address : returnAddressFor(returnAddress, proven),
      to,
      dsn: { ret: 'HDRS', envid: proven ?? messageId, notify: ['FAILURE'], orcpt: `rfc822;${to}` },
    },
    bytes: await composed.compile().build(),
  };
};
