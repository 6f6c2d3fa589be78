import type { Channel } from '#domain/kernel/ids.ts';
import type { House } from './house.ts';
import { pageUrl } from './page-url.ts';

/** Where whoever got this mail ends all of them; undefined for what is no mail: texts end by STOP. */
export const unsubscribeUrl = (
  house: Pick<House, 'vault' | 'publicUrl' | 'pagesUrl' | 'linkKey'>,
  companyId: string,
  { messageId, channel }: Readonly<{ messageId: string; channel: Channel }>,
): string | undefined => (channel === 'email' ? pageUrl(house, companyId, { kind: 'unsubscribe', messageId }) : undefined);
