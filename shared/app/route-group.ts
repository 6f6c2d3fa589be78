import type { Route } from '#domain/company/events.ts';
import { chooseRoute } from '#domain/company/choose-route.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import { viaOf, type WorkItem } from '#domain/work/work-item.ts';
import { waysOf, type Way } from './carrier-of.ts';
import { knownCompany } from './known-company.ts';
import type { CompanyDocument } from './register-company.ts';
import type { WorkSession } from './work-session.ts';

/** What ways there are, and whether any of them was stopped or opened since somebody looked. */
const nameOf = ({ changes = 0 }: CompanyDocument, ways: readonly Way[]): string =>
  `${changes}.${ways.map(({ route }) => viaOf(route)).join('.')}`;

/** Whoever waits long may be worth nothing any more: somebody looks again so much later, business time. */
const lookAgainMs = 3_600_000;

/** Nothing of what is due had a way when somebody looked last, not long ago, and since then nothing has changed. */
export const hasNoWay = (
  item: WorkItem,
  { company, ways, now }: Readonly<{ company: CompanyDocument; ways: readonly Way[]; now: string }>,
) => {
  const { noRoute, pending, inFlight, replaced } = item;
  if (!noRoute || inFlight.length > 0 || replaced || noRoute.as !== nameOf(company, ways)) return false;
  if (Date.parse(now) - Date.parse(noRoute.at) >= lookAgainMs) return false;
  return !pending.some(([, sendAt]) => sendAt > noRoute.at && sendAt <= now);
};

const keyOf = (route: Route): string => `${viaOf(route)} ${route.from ?? ''}`;

/**
 * The first `most` of the messages that take the way of the first one that has any; the session's provider and sender are those of that way from then on. None:
 * `noRoute` says so for the item.
 */
export const routeGroup = async (
  session: WorkSession,
  due: readonly number[],
  most: number,
): Promise<Readonly<{ indexes: readonly number[]; noRoute?: WorkItem['noRoute'] }>> => {
  const { house, item, messages } = session;
  const company = await knownCompany(house, item.companyId);
  const ways = company ? waysOf(house, company, item.channel) : [];
  const routing = { ...company, routes: ways.map(({ route }) => route) };
  const indexes: number[] = [];
  let way: Way | undefined;
  for (const index of due) {
    const message = messages[index];
    if (!message) throw new Error(`the payload of the work item has no message ${index}`);
    const { place, to, from } = message;
    const messageId = messageIdIn(item.payload.stream, place);
    const route = chooseRoute({ messageId, channel: item.channel, campaignId: item.campaignId, to, from }, routing);
    if (!route || (way && keyOf(way.route) !== keyOf(route))) continue;
    way ??= ways.find((one) => one.route === route);
    indexes.push(index);
    if (indexes.length === most) break;
  }
  if (!way) return { indexes: [], ...(company ? { noRoute: { as: nameOf(company, ways), at: house.clock.now() } } : {}) };
  session.provider = way.provider;
  if (way.route.from === undefined) delete session.from;
  else session.from = way.route.from;
  return { indexes };
};

/** The number, address or page that a message of the group at hand goes out from. */
export const senderIn = ({ from, messages }: Pick<WorkSession, 'from' | 'messages'>, index: number): string | undefined =>
  from ?? messages[index]?.from;
