import type { Channel } from '#domain/kernel/ids.ts';
import type { House } from './house.ts';
import { pageToken } from './page-token.ts';

/** The law wants 30 days at least (16 CFR 316.5); people look at old mails. */
const validMs = 90 * 86_400_000;

/** Where whoever got this mail ends all of them; undefined for what is no mail: texts end by STOP. */
export const unsubscribeUrl = (
  { vault, clock, publicUrl, pagesUrl = publicUrl }: Pick<House, 'vault' | 'clock' | 'publicUrl' | 'pagesUrl'>,
  companyId: string,
  { messageId, channel }: Readonly<{ messageId: string; channel: Channel }>,
): string | undefined => {
  if (channel !== 'email') return undefined;
  const until = new Date(Date.parse(clock.now()) + validMs).toISOString();
  return `${pagesUrl}/pages/${pageToken(vault, { kind: 'unsubscribe', companyId, messageId, until })}`;
};
