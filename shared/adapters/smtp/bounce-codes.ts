import { refusalOf } from './reply-codes.ts';

export type Bounce = Readonly<{ code: string; providerCode?: string }>;

const enhanced = /\b([245])\.(\d{1,3}\.\d{1,3})\b/;
/** says nothing of its own */
const saysNothing = (detail: string): boolean => detail === '0.0' || detail.endsWith('.0');

type Said = Readonly<{ /** 4 or 5 */ kind: string; basic?: string | undefined; detailed?: string | undefined; words: string }>;

const saidBy = (status: string | undefined, diagnostic: string): Said => {
  const [answer = '', basic] = /\b([45]\d\d)[ -].*$/s.exec(diagnostic) ?? [];
  const own = enhanced.exec(status ?? '');
  const told = own && !saysNothing(own[2] ?? '') ? own : (enhanced.exec(answer) ?? own);
  return { kind: told?.[1] ?? basic?.[0] ?? '5', basic, detailed: told?.[0], words: answer.slice(4, 500) };
};

/**
 * What a report says of an address: the status that it gives (RFC 3463), or, where that says nothing, what the other server answered. A permanent
 * failure of unknown kind is one of the provider's own: only `address_unknown` says that there is no such mailbox, and keeps us from writing there.
 */
export const bounceOf = (status: string | undefined, diagnostic = ''): Bounce => {
  const { kind, basic, detailed, words } = saidBy(status, diagnostic);
  const number = basic?.startsWith(kind) ? basic : `${kind}00`;
  const { code } = refusalOf('envelope', [number, detailed, words].filter(Boolean).join(' ')) ?? { code: 'provider_error' };
  const said = detailed ?? basic;
  // whoever tells us now has tried for days
  const last = kind === '4' && code !== 'mailbox_full' ? 'mail_put_off' : code;
  return { code: last, ...(said === undefined ? {} : { providerCode: said }) };
};
