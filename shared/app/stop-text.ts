import { channelFacts } from '#domain/kernel/channel-facts.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import type { DocumentExpectation, DocumentWrite } from '#ports/documents.ts';
import { brandsOf } from './brand-of.ts';
import type { House } from './house.ts';
import { suppressionPath, type Reached } from './suppression-path.ts';
import type { WorkMessage, WorkSession } from './work-session.ts';

/**
 * The one message that may go to somebody after he opted out: that he did (47 CFR 64.1200(a)(12)). `messageId`: that one, and no other; empty where
 * the provider tells him by itself.
 */
export type StopText = Readonly<{ messageId: string; since: string }>;

/** One for each opt-out, of a brand or of all: it goes when the person opts in again. */
export const stopTextPath = (house: Pick<House, 'vault'>, companyId: string, reached: Reached, brandId?: string): string =>
  suppressionPath(house, companyId, reached).replace('suppressions/', 'stopTexts/') + (brandId === undefined ? '' : `-${brandId}`);

/** Where it may stand that an opt-out said to that brand's number was confirmed: by itself, or with that of all. */
export const stopTextPaths = (house: Pick<House, 'vault'>, companyId: string, reached: Reached, brandId?: string): readonly string[] => [
  ...(brandId === undefined ? [] : [stopTextPath(house, companyId, reached, brandId)]),
  stopTextPath(house, companyId, reached),
];

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
  const brands = await brandsOf(
    house,
    item.companyId,
    asking.map(({ message }) => message.from),
  );
  const paths = asking.map(({ message: { to, place } }, n) =>
    stopTextPaths(house, item.companyId, { channel: place.channel, to }, brands[n]),
  );
  const found = await house.documents.getMany<StopText>([...new Set(paths.flat())]);
  return new Map(
    asking.flatMap(({ index, message }, n) => {
      const id = messageIdIn(item.payload.stream, message.place);
      const known = found.find((one) => one !== undefined && paths[n]?.includes(one.path) === true && one.data.messageId === id);
      return known ? [[index, { path: known.path, version: known.version }] as const] : [];
    }),
  );
};

/** What is deleted when somebody opts in again, so that his next opt-out is confirmed too: of those brands, and of all. */
export const stopTextsGone = (
  house: Pick<House, 'vault'>,
  companyId: string,
  reached: Reached,
  brandIds: readonly string[],
): readonly DocumentWrite[] =>
  channelFacts[reached.channel].field === 'email'
    ? []
    : [undefined, ...new Set(brandIds)].map((one) => ({ path: stopTextPath(house, companyId, reached, one), delete: true }));
