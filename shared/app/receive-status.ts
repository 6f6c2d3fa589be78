import type { Cause } from '#domain/kernel/event.ts';
import { parseMessageId, testId } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import type { StatusReport } from '#ports/provider.ts';
import type { House } from './house.ts';
import { firstRowOf, readPacketDocument, type PacketDocument } from './packet-document.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';

type Owner = Readonly<{ packet: PacketDocument; accountId: string; provider: string }>;

/** What a callback is checked against changes rarely: a bounded memory saves two reads on each. */
const owners = new WeakMap<House, Map<string, Owner>>();
const rememberedOwners = 1_000;

const ownerOf = async (house: House, packetId: string): Promise<Owner | undefined> => {
  const memory = owners.get(house) ?? new Map<string, Owner>();
  owners.set(house, memory);
  const known = memory.get(packetId);
  if (known) return known;
  const packet = await readPacketDocument(house.documents, packetId);
  const company = packet && (await house.documents.get<CompanyDocument>(companyPath(packet.companyId)))?.data;
  if (!packet || !company) return undefined;
  const owner = { packet, ...company.account };
  // any other may grow: one that failed goes on when its file comes again
  if (packet.status === 'loaded') {
    if (memory.size >= rememberedOwners) memory.delete(memory.keys().next().value ?? '');
    memory.set(packetId, owner);
  }
  return owner;
};

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
  if (owner.accountId !== report.accountId || owner.provider !== provider) {
    throw new Refusal('message_foreign', 'the message belongs to another account than the one that reports about it');
  }
  const { accountId, reference, status, code, providerCode } = report;
  await house.store.append({
    stream: chunkStream(message.packetId, message.chunk),
    companyId: owner.packet.companyId,
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
};
