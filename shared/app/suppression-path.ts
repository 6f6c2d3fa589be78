import { channelFacts } from '#domain/kernel/channel-facts.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import type { DocumentExpectation } from '#ports/documents.ts';
import type { House } from './house.ts';
import type { WorkMessage } from './work-session.ts';

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

/** `gone`: no opt-out, but an address that nobody has. */
export type SuppressionDocument = Readonly<{ channel: Channel; since: string; gone?: true }>;

/** What is said of a touch that such a mark stops. */
export const skipCodeOf = ({ gone }: SuppressionDocument): string => (gone ? 'address_gone' : 'opted_out');

/** The opt-out itself, for the commit of the event that says so; the same one again changes nothing. `since`: UTC ISO. */
export const suppressionWrite = (house: Pick<House, 'vault'>, companyId: string, reached: Reached, since: string) => ({
  path: suppressionPath(house, companyId, reached),
  data: { channel: reached.channel, since } satisfies SuppressionDocument as SuppressionDocument,
});

/** After an opt-out's commit no intent is stored for that recipient: the intents' commit expects that there is none. */
export const nobodyOptedOut = (house: House, companyId: string, messages: readonly WorkMessage[]): readonly DocumentExpectation[] => {
  const paths = messages.flatMap(({ to, place: { channel } }) => suppressionPaths(house, companyId, { channel, to }));
  return [...new Set(paths)].map((path) => ({ path, absent: true }));
};
