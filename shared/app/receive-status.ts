import type { Account } from '#domain/company/company.ts';
import { isSameAccount } from '#domain/company/routing.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { parseMessageId, testId, type Channel } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import type { StatusReport } from '#ports/provider.ts';
import { routesOf } from './carrier-of.ts';
import type { House } from './house.ts';
import { forgetCompany, knownCompany } from './known-company.ts';
import { noteReported } from './note-reported.ts';
import { firstRowOf, readPacketDocument, type PacketDocument } from './packet-document.ts';
import type { CompanyDocument } from './register-company.ts';
import { optOutReported } from './opt-out-reported.ts';
import { stopReported } from './stop-reported.ts';

type Owner = Readonly<{ packet: PacketDocument; company: CompanyDocument }>;

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

const ownerOf = async (house: House, packetId: string): Promise<Owner | undefined> => {
  const packet = await packetOf(house, packetId);
  const company = packet && (await knownCompany(house, packet.companyId));
  return packet && company ? { packet, company } : undefined;
};

/** Of the company's accounts, those of routes that it once had among them, and of those that carry what its own account has not. */
const owns = (house: House, company: CompanyDocument, reporting: Account & Readonly<{ channel: Channel }>): boolean =>
  [company.account, ...(company.accounts ?? [])].some((one) => isSameAccount(one, reporting)) ||
  routesOf(house, { account: company.account }).some((one) => one.channel === reporting.channel && isSameAccount(one, reporting));

/**
 * Appends a verified status report to the log, whatever is known of its message already: consumers compare old with new. Throws a
 * Refusal for a report about a message that is not the account's, or that cannot exist.
 */
export const receiveStatus = async (house: House, provider: string, report: StatusReport, cause: Cause): Promise<void> => {
  // whoever sent it looks at the phone
  if (testId.safeParse(report.messageId).success) return;
  const message = parseMessageId(report.messageId);
  const owner = message && (await ownerOf(house, message.packetId));
  const { packet } = owner ?? {};
  const isIn = (row: number): boolean => packet !== undefined && row >= firstRowOf(packet) && row < packet.nextRow;
  const exists = message && packet && message.chunk < packet.chunks && isIn(message.place.row);
  if (!message || !owner || !exists) throw new Refusal('message_unknown', 'no message of that id was ever sent from here');
  const account = { provider, accountId: report.accountId };
  const reporting = { ...account, channel: message.place.channel };
  // a route that was set a moment ago by another process
  if (!owns(house, owner.company, reporting)) forgetCompany(house, owner.packet.companyId);
  const { company } = (await ownerOf(house, message.packetId)) ?? owner;
  if (!owns(house, company, reporting)) {
    throw new Refusal('message_foreign', 'the message belongs to another account than the one that reports about it');
  }
  const { accountId, reference, status, code, providerCode } = report;
  const { companyId } = owner.packet;
  const stream = chunkStream(message.packetId, message.chunk);
  // before the report, which is looked up again where it is lost
  if (code !== undefined) await optOutReported(house, { companyId, provider, place: message.place, stream, code, providerCode }, cause);
  await house.store.append({
    stream,
    companyId,
    events: [
      {
        type: 'DeliveryReported',
        data: {
          ...message.place,
          provider,
          accountId,
          reference,
          status,
          ...(code ? { code } : {}),
          ...(providerCode ? { providerCode } : {}),
        },
      },
    ],
    cause,
  });
  noteReported(house, owner.company, { companyId, ...account, channel: message.place.channel, status, code });
  if (code !== undefined) await stopReported(house, { companyId, account, place: message.place, stream, code, providerCode }, cause);
};
