import { randomUUID } from 'node:crypto';
import type { Cause } from '#domain/kernel/event.ts';
import type { MessageQueued } from '#domain/message/events.ts';
import type { EventOf, Recorded } from '#domain/kernel/event.ts';
import { dueAtOf, type WorkItem } from '#domain/work/work-item.ts';
import { DocumentMoved } from '#ports/documents.ts';
import type { Provider } from '#ports/provider.ts';
import { waysOf } from './carrier-of.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { noteCompany } from './known-company.ts';
import type { House } from './house.ts';
import { hasNoWay } from './route-group.ts';
import { saySeldom } from './say-seldom.ts';
import { leaseOf, type WorkMessage, type WorkSession } from './work-session.ts';

type Queued = Recorded<EventOf<typeof MessageQueued>>;

const toMessage = ({ data, private: person }: Queued): WorkMessage => ({
  place: { row: data.row, channel: data.channel, offset: data.offset },
  to: person?.to ?? '',
  body: person?.body ?? '',
  ...(person?.content === undefined ? {} : { content: person.content }),
  from: data.from,
  segments: data.segments,
  claim: data.claim,
  version: data.version,
  run: data.run,
  ...(data.appointment === undefined ? {} : { appointment: data.appointment }),
  ...(data.followUp === undefined ? {} : { followUp: data.followUp }),
  ...(data.validUntil === undefined ? {} : { validUntil: data.validUntil }),
  ...(data.reach === undefined ? {} : { reach: data.reach }),
});

/** The messages of an item, from the one commit record that queued them. */
const messagesOf = async ({ store }: House, { payload }: WorkItem): Promise<readonly WorkMessage[]> => {
  const { events } = await store.feed(payload.partition, payload.position - 1, 1, payload.stream);
  return events
    .filter((event) => event.cause === payload.cause && event.type === 'MessageQueued')
    .map((event) => toMessage(event as unknown as Queued));
};

/** Who sends the item's messages, or is asked what became of them; undefined, with the reason in the log, while nobody can: they wait. */
const providerOf = async (house: House, item: WorkItem): Promise<Provider | undefined> => {
  const { companyId, campaignId, channel } = item;
  const { documents, log } = house;
  const company = (await documents.get<CompanyDocument>(companyPath(companyId)))?.data;
  noteCompany(house, companyId, company);
  // whoever lifts the halt wakes what waits
  if (!company || company.halted) return undefined;
  const ways = waysOf(house, company, channel);
  const [way] = ways;
  if (way) return hasNoWay(item, { company, ways, now: house.clock.now() }) ? undefined : way.provider;
  if (!company.routes && !house.providerFor(company.account)) {
    log.error({ companyId }, 'no credentials for the provider account of this company: add them to the configuration; its messages wait');
    return undefined;
  }
  const facts = { companyId, campaignId, channel, provider: company.account.provider };
  saySeldom(
    house,
    `${campaignId} ${channel}`,
    facts,
    'the provider of this company does not carry this channel: its messages wait until one does',
  );
  return undefined;
};

/** Takes the item for the house's lease of real time; undefined when it is gone, somebody else's, or asked to be left alone for now. */
export const leaseWork = async (house: House, path: string, cause: Cause): Promise<WorkSession | undefined> => {
  const { documents, clock } = house;
  const found = await documents.get<WorkItem>(path);
  if (!found) return undefined;
  const { data: item, version } = found;
  const realMs = clock.realMs();
  if ((item.lease && item.lease.until > realMs) || (item.notBefore ?? 0) > realMs) return undefined;
  const provider = await providerOf(house, item);
  if (!provider) return undefined;
  const owner = randomUUID().slice(0, 8);
  const leased: WorkItem = { ...item, lease: { owner, until: realMs + leaseOf(house) } };
  try {
    await documents.write([{ path, ifVersion: version, data: leased, dueAt: dueAtOf(item, cause.now) ?? cause.now }]);
  } catch (error) {
    if (error instanceof DocumentMoved) return undefined;
    throw error;
  }
  const now = await documents.get<WorkItem>(path);
  if (now?.data.lease?.owner !== owner) return undefined;
  const messages = await messagesOf(house, item);
  // as it stands now: messages may have been taken out of it since it was leased
  return { house, path, cause, provider, messages, owner, item: now.data, version: now.version, commits: 0 };
};
