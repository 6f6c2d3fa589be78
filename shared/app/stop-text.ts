import { channelFacts } from '#domain/kernel/channel-facts.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import type { DocumentExpectation, DocumentWrite } from '#ports/documents.ts';
import type { House } from './house.ts';
import { suppressionPath, type Reached } from './suppression-path.ts';
import type { WorkMessage, WorkSession } from './work-session.ts';

/**
 * The one message that may go to somebody after he opted out: that he did (47 CFR 64.1200(a)(12)). `messageId`: that one, and no other; empty where
 * the provider tells him by itself.
 */
export type StopText = Readonly<{ messageId: string; since: string }>;

/** One for each opt-out: it goes when the person opts in again. */
export const stopTextPath = (house: Pick<House, 'vault'>, companyId: string, reached: Reached): string =>
  suppressionPath(house, companyId, reached).replace('suppressions/', 'stopTexts/');

/** Goes with the commit that queues it; a second one of the same opt-out finds that it is there. */
export const stopTextWrite = (path: string, data: StopText): DocumentWrite => ({ path, data, ifAbsent: true });

export const isStopText = ({ followUp }: Pick<WorkMessage, 'followUp'>): boolean =>
  followUp?.kind === 'consent' && followUp.answers === 'stop';

/**
 * Which messages of a group may pass an opt-out, by their index, and what the commit of their intent expects in place of "nobody opted out": that this
 * very message is still the confirmation of the opt-out that stands. Nothing else is ever let through here.
 */
export const passingOptOut = async (
  session: WorkSession,
  indexes: readonly number[],
): Promise<ReadonlyMap<number, DocumentExpectation>> => {
  const { house, item, messages } = session;
  const asking = indexes.flatMap((index) => {
    const message = messages[index];
    return message && isStopText(message) ? [{ index, message }] : [];
  });
  if (asking.length === 0) return new Map();
  const paths = asking.map(({ message: { to, place } }) => stopTextPath(house, item.companyId, { channel: place.channel, to }));
  const found = await house.documents.getMany<StopText>(paths);
  return new Map(
    asking.flatMap(({ index, message }, n) => {
      const known = found[n];
      const isIt = known?.data.messageId === messageIdIn(item.payload.stream, message.place);
      return isIt ? [[index, { path: known.path, version: known.version }] as const] : [];
    }),
  );
};

/** What is deleted when somebody opts in again, so that his next opt-out is confirmed too. */
export const stopTextGone = (house: Pick<House, 'vault'>, companyId: string, reached: Reached): readonly DocumentWrite[] =>
  channelFacts[reached.channel].field === 'email' ? [] : [{ path: stopTextPath(house, companyId, reached), delete: true }];
