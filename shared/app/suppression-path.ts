import { channelFacts } from '#domain/kernel/channel-facts.ts';
import type { Suppression } from '#domain/consent/suppression.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import type { House } from './house.ts';

/** A contact point on a channel: the same number may take calls and no texts. */
export type Reached = Readonly<{ channel: Channel; to: string }>;

/**
 * Where an opt-out stands: of a company, a family of channels (texts and pictures are one) and a contact point. Those of texts have no family in
 * their path.
 */
export const suppressionPath = ({ vault }: Pick<House, 'vault'>, companyId: string, { channel, to }: Reached): string => {
  const { family } = channelFacts[channel];
  return `suppressions/${companyId}-${family === 'sms' ? '' : `${family}-`}${vault.fingerprint(companyId, to)}`;
};

/** Where it stands that somebody wants no messages of the family from any company. */
export const everywherePath = (house: Pick<House, 'vault'>, reached: Reached): string => suppressionPath(house, 'all', reached);

/** Both: a message goes where neither stands. */
export const suppressionPaths = (house: Pick<House, 'vault'>, companyId: string, reached: Reached): readonly string[] => [
  suppressionPath(house, companyId, reached),
  everywherePath(house, reached),
];

/** An opt-out of all brands, whatever stood there before; the same one again changes nothing. `since`: UTC ISO. */
export const suppressionWrite = (house: Pick<House, 'vault'>, companyId: string, reached: Reached, since: string) => ({
  path: suppressionPath(house, companyId, reached),
  data: { channel: reached.channel, since } satisfies Suppression as Suppression,
});
