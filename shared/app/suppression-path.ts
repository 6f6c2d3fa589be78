import { channelFacts } from '#domain/kernel/channel-facts.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import type { DocumentExpectation, DocumentWrite } from '#ports/documents.ts';
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

/** The opt-out itself, for the commit of the event that says so; the same one again changes nothing. `since`: UTC ISO. */
export const suppressionWrite = (house: Pick<House, 'vault'>, companyId: string, reached: Reached, since: string): DocumentWrite => ({
  path: suppressionPath(house, companyId, reached),
  data: { channel: reached.channel, since },
});

/** After an opt-out's commit no intent is stored for that recipient: the intents' commit expects that there is none. */
export const nobodyOptedOut = (house: House, companyId: string, messages: readonly WorkMessage[]): readonly DocumentExpectation[] =>
  [...new Set(messages.map(({ to, place: { channel } }) => suppressionPath(house, companyId, { channel, to })))].map((path) => ({
    path,
    absent: true,
  }));
