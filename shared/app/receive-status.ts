import { hash } from 'node:crypto';
import type { Account } from '#domain/company/company.ts';
import { isSameAccount } from '#domain/company/routing.ts';
import type { DeliveryEvent } from '#domain/delivery/events.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { idBody, parseMessageId, testId, type Channel, type Place } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import type { Append } from '#ports/event-store.ts';
import type { ReportRequest, StatusReport } from '#ports/provider.ts';
import { routesOf } from './carrier-of.ts';
import { companyOfMessage } from './company-of-message.ts';
import type { House } from './house.ts';
import { forgetCompany, knownCompany } from './known-company.ts';
import { noteReported } from './note-reported.ts';
import { firstRowOf, readPacketDocument, type PacketDocument } from './packet-document.ts';
import type { CompanyDocument } from './register-company.ts';
import { optOutReported } from './opt-out-reported.ts';
import { stopReported } from './stop-reported.ts';

const isTest = (messageId: string): boolean => messageId.startsWith('tst_') && testId.safeParse(messageId).success;

/** What a callback is checked against changes rarely: a bounded memory saves two reads on each. */
const packets = new WeakMap<House, Map<string, PacketDocument>>();
const rememberedPackets = 1_000;

const packetOf = async (house: House, packetId: string): Promise<PacketDocument | undefined> => {
  const memory = packets.get(house) ?? new Map<string, PacketDocument>();
  packets.set(house, memory);
  const known = memory.get(packetId);
  if (known) return known;
  const packet = await readPacketDocument(house.documents, packetId);
  // any other may grow: one that failed goes on when its file comes again
  if (packet?.status === 'loaded') {
    if (memory.size >= rememberedPackets) memory.delete(memory.keys().next().value ?? '');
    memory.set(packetId, packet);
  }
  return packet;
};

/** Whose message it is; undefined where it cannot exist. Texts about consent belong to no packet: the log knows them. */
const companyIdOf = async (house: House, message: Owned['message']): Promise<string | undefined> => {
  const packet = await packetOf(house, message.packetId);
  if (!packet) return companyOfMessage(house, message);
  const { row } = message.place;
  return message.chunk < packet.chunks && row >= firstRowOf(packet) && row < packet.nextRow ? packet.companyId : undefined;
};

/** Of the company's accounts, those of routes that it once had among them, and of those that carry what its own account has not. */
const owns = (house: House, company: CompanyDocument, reporting: Account & Readonly<{ channel: Channel }>): boolean =>
  [company.account, ...(company.accounts ?? [])].some((one) => isSameAccount(one, reporting)) ||
  routesOf(house, { account: company.account }).some((one) => one.channel === reporting.channel && isSameAccount(one, reporting));

type Owned = Readonly<{ message: NonNullable<ReturnType<typeof parseMessageId>>; company: CompanyDocument; companyId: string }>;

/** The message that is reported about, where it can exist and the account that reports may. */
const ownedMessage = async (house: House, provider: string, { messageId, accountId }: StatusReport): Promise<Owned> => {
  const message = parseMessageId(messageId);
  const companyId = message && (await companyIdOf(house, message));
  const company = companyId === undefined ? undefined : await knownCompany(house, companyId);
  if (!message || companyId === undefined || !company)
    throw new Refusal('message_unknown', 'no message of that id was ever sent from here');
  const reporting = { provider, accountId, channel: message.place.channel };
  if (owns(house, company, reporting)) return { message, company, companyId };
  // a route that was set a moment ago by another process
  forgetCompany(house, companyId);
  const after = (await knownCompany(house, companyId)) ?? company;
  if (owns(house, after, reporting)) return { message, company: after, companyId };
  throw new Refusal('message_foreign', 'the message belongs to another account than the one that reports about it');
};

/** A report, and the request that brought it; of one that brought several `raw` stands with the first. */
export type Reported = StatusReport & Readonly<{ webhook?: Readonly<{ raw?: ReportRequest }> }>;

const longestUrl = 4_000;
const longestRaw = 64 * 1024;

/** What a provider says twice has one id, however often it calls and whatever it says beside it (which attempt it is). */
const webhookIdOf = (provider: string, { messageId, accountId, reference, status, code, providerCode }: StatusReport): string => {
  const said = JSON.stringify([provider, accountId, messageId, reference, status, code, providerCode]);
  return `hook_${idBody(hash('sha256', said, 'buffer'), 16)}`;
};

type ReportedEvent = Extract<DeliveryEvent, { type: 'DeliveryReported' }>;

const eventOf = (provider: string, place: Place, report: Reported): ReportedEvent => {
  const { accountId, reference, status, code, providerCode, segments, price, currency, webhook } = report;
  const raw = webhook?.raw;
  return {
    type: 'DeliveryReported',
    data: {
      ...place,
      provider,
      accountId,
      reference,
      status,
      ...(code ? { code } : {}),
      ...(providerCode ? { providerCode } : {}),
      ...(segments === undefined ? {} : { segments }),
      ...(price === undefined ? {} : { price }),
      ...(currency === undefined ? {} : { currency }),
      ...(webhook && { webhook: webhookIdOf(provider, report) }),
    },
    ...(raw && { private: { raw: { url: raw.url.slice(0, longestUrl), body: raw.body.slice(0, longestRaw).toWellFormed() } } }),
  };
};

/** A message's people may be forgotten by the time the last report comes: it is stored without the request then. */
const store = async (house: House, append: Append & Readonly<{ events: readonly [ReportedEvent] }>): Promise<void> => {
  try {
    await house.store.append(append);
  } catch (error) {
    const [{ private: sealed, ...event }] = append.events;
    if (!sealed || !(error instanceof Refusal) || error.code !== 'scope_forgotten') throw error;
    await house.store.append({ ...append, events: [event] });
  }
};

/**
 * Appends a verified status report to the log, with the request that brought it, whatever is known of its message already: consumers compare
 * old with new. Throws a Refusal for a report about a message that is not the account's, or that cannot exist.
 */
export const receiveStatus = async (house: House, provider: string, report: Reported, cause: Cause): Promise<void> => {
  // whoever sent it looks at the phone
  if (isTest(report.messageId)) return;
  const { message, company, companyId } = await ownedMessage(house, provider, report);
  const { place } = message;
  const { status, code, providerCode } = report;
  const account = { provider, accountId: report.accountId };
  const stream = chunkStream(message.packetId, message.chunk);
  // before the report, which is looked up again where it is lost
  if (code !== undefined) await optOutReported(house, { companyId, provider, place, stream, code, providerCode }, cause);
  await store(house, { stream, companyId, events: [eventOf(provider, place, report)], cause });
  noteReported(house, company, { companyId, ...account, channel: place.channel, status, code });
  if (code !== undefined) await stopReported(house, { companyId, account, place, stream, code, providerCode }, cause);
};
