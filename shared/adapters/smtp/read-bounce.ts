import type { ReadReport } from '#ports/provider.ts';
import { bounceOf } from './bounce-codes.ts';
import { provenIn, proofHeader, type ProofKey } from './mail-proof.ts';
import { headersOf, readMailParts, type MailPart } from './mail-parts.ts';

type Headers = Readonly<Record<string, string>>;
type About = Readonly<{ accountId: string; key: ProofKey }>;

const childOf = (mail: MailPart, ...types: readonly string[]): MailPart | undefined => mail.parts.find(({ type }) => types.includes(type));

/** Headers of our mail, as far as they came back; some send all of it, some its headers alone. */
const returnedIn = (mail: MailPart): Headers => {
  const part = childOf(mail, 'message/rfc822', 'message/global', 'text/rfc822-headers', 'message/global-headers');
  return part ? headersOf(part.text.split(/\r?\n\r?\n/, 1)[0] ?? '') : {};
};

/** Groups of fields: about the mail, then one for each recipient (RFC 3464, 2.1). */
const groupsOf = (text: string): readonly Headers[] =>
  text
    .trim()
    .split(/\r?\n[ \t]*\r?\n/)
    .map(headersOf)
    .filter((group) => Object.keys(group).length > 0);

const ourIdShape = /^<?(msg_[a-z0-9-]{1,78}@[^\s<>]{1,255})>?$/;

/** Which mail it is about: by what we gave the server with it, by our own header, or by the address that the report came to. */
const messageIn = (key: ProofKey, mail: MailPart, envelopeId: string | undefined, returned: Headers): string | undefined => {
  const { to, 'delivered-to': deliveredTo, 'x-original-to': originalTo, 'envelope-to': envelopeTo } = mail.headers;
  for (const place of [envelopeId, returned[proofHeader.toLowerCase()], deliveredTo, originalTo, envelopeTo, to]) {
    const found = provenIn(key, place);
    if (found !== undefined) return found;
  }
  return undefined;
};

const referenceOf = (messageId: string, { 'message-id': told = '' }: Headers): string => {
  const known = ourIdShape.exec(told.trim())?.[1];
  return known?.startsWith(`${messageId}@`) ? known : messageId;
};

const nothing: ReadReport = { kind: 'nothing' };
const unproven: ReadReport = { kind: 'malformed', why: 'a report about no mail that was sent from here' };

/** A delivery status notification (RFC 3464). A mail of ours has one recipient, so the last word of any group is about it. */
const readStatus = ({ accountId, key }: About, mail: MailPart, status: MailPart): ReadReport => {
  const [whole = {}, ...recipients] = groupsOf(status.text);
  const last = recipients.findLast(({ action = '' }) => /^(?:failed|delivered)$/i.test(action));
  const returned = returnedIn(mail);
  const messageId = messageIn(key, mail, whole['original-envelope-id'], returned);
  if (messageId === undefined) return unproven;
  // delayed, relayed, expanded: not the end
  if (!last) return nothing;
  const common = { messageId, accountId, reference: referenceOf(messageId, returned) };
  if (/^delivered$/i.test(last['action'] ?? '')) return { kind: 'report', report: { ...common, status: 'delivered' } };
  return { kind: 'report', report: { ...common, status: 'undelivered', ...bounceOf(last['status'], last['diagnostic-code']) } };
};

const complaints: Readonly<Record<string, string>> = { abuse: 'complained', fraud: 'complained', 'opt-out': 'opted_out' };

/** A feedback report (RFC 5965): somebody had the mail and called it spam. */
const readFeedback = ({ accountId, key }: About, mail: MailPart, feedback: MailPart): ReadReport => {
  const told = groupsOf(feedback.text)[0] ?? {};
  const returned = returnedIn(mail);
  const messageId = messageIn(key, mail, told['original-envelope-id'], returned);
  if (messageId === undefined) return unproven;
  const kind = (told['feedback-type'] ?? '').toLowerCase();
  const code = Object.hasOwn(complaints, kind) ? complaints[kind] : undefined;
  if (code === undefined) return nothing;
  const reference = referenceOf(messageId, returned);
  return { kind: 'report', report: { messageId, accountId, reference, status: 'delivered', code, providerCode: kind } };
};

/**
 * Reads a mail that a gateway brings us: a bounce or a complaint about a mail of ours. Any other one, an absence note or an answer, is answered
 * and dropped: a report is told by its type alone, for words are nobody's rule. `why` never quotes the mail.
 */
export const readBounce = (about: About, raw: string): ReadReport => {
  const mail = readMailParts(raw);
  const status = childOf(mail, 'message/delivery-status', 'message/global-delivery-status');
  if (status) return readStatus(about, mail, status);
  const feedback = childOf(mail, 'message/feedback-report');
  return feedback ? readFeedback(about, mail, feedback) : nothing;
};
