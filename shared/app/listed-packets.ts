import { packetId as packetIdSchema } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Document, DocumentWrite, DueCursor } from '#ports/documents.ts';
import type { House } from './house.ts';

type Listed = Readonly<{ companyId: string; campaignId: string; packetId: string }>;

const listOf = (companyId: string): string => `companies/${companyId}/packetList`;
const pathOf = ({ companyId, packetId }: Pick<Listed, 'companyId' | 'packetId'>): string => `companies/${companyId}/packetList/${packetId}`;

const lastMs = Date.parse('9999-12-31T23:59:59.999Z');

/** Documents are listed by a time that grows; this one grows backwards, so that the newest comes first. */
const newestFirst = (at: string): string => new Date(lastMs - Date.parse(at)).toISOString();
const afterAll = new Date(lastMs).toISOString();

/** Goes with the packet that somebody handed in: its company finds it in the list. Packets of messages sent one by one stand in no list. */
export const listedWrite = ({ companyId, campaignId, packetId }: Listed, at: string): DocumentWrite => ({
  path: pathOf({ companyId, packetId }),
  data: { companyId, campaignId, packetId } satisfies Listed,
  dueAt: newestFirst(at),
});

export type PacketsAsked = Readonly<{
  companyId: string;
  campaignId?: string | undefined;
  limit: number;
  /** somebody sees those of these alone */
  campaigns?: ReadonlySet<string> | undefined;
  /** packets older than this one */
  after?: string | undefined;
  /** packets newer than this one */
  before?: string | undefined;
}>;

export type PacketsFound = Readonly<{ packetIds: readonly string[]; hasMore: boolean }>;

const page = 200;
/** Of other campaigns than the one that is asked for, or newer than a page that is asked for backwards. */
const mostLookedAt = 20_000;

const placeOf = async (
  { documents }: House,
  { companyId, campaigns }: PacketsAsked,
  packetId: string | undefined,
): Promise<DueCursor | undefined> => {
  if (packetId === undefined) return undefined;
  const isKnown = packetIdSchema.safeParse(packetId).success;
  const found = isKnown ? await documents.get<Listed>(pathOf({ companyId, packetId })) : undefined;
  if (found?.dueAt === undefined || (campaigns && !campaigns.has(found.data.campaignId)))
    throw new Refusal('cursor_unknown', 'this packet is not in the list: begin again without it');
  return { dueAt: found.dueAt, path: found.path };
};

async function* from({ documents }: House, companyId: string, start: DueCursor | undefined): AsyncGenerator<Document<Listed>> {
  let after = start;
  for (let seen = 0; seen < mostLookedAt; seen += page) {
    const some = await documents.due<Listed>(listOf(companyId), afterAll, page, after);
    yield* some;
    const last = some.at(-1);
    if (some.length < page || last?.dueAt === undefined) return;
    after = { dueAt: last.dueAt, path: last.path };
  }
}

/** Ids of a company's packets, the newest first. Throws a Refusal `cursor_unknown`. */
export const listedPackets = async (house: House, asked: PacketsAsked): Promise<PacketsFound> => {
  const { companyId, campaignId, campaigns, limit, after, before } = asked;
  const start = await placeOf(house, asked, after);
  const end = await placeOf(house, asked, before);
  const packetIds: string[] = [];
  for await (const { path, data } of from(house, companyId, start)) {
    if (end?.path === path) break;
    if (campaignId !== undefined && data.campaignId !== campaignId) continue;
    if (campaigns && !campaigns.has(data.campaignId)) continue;
    packetIds.push(data.packetId);
    if (!end && packetIds.length > limit) break;
    // backwards: those right before the one that is known
    if (end && packetIds.length > limit + 1) packetIds.shift();
  }
  const hasMore = packetIds.length > limit;
  return { packetIds: end ? packetIds.slice(-limit) : packetIds.slice(0, limit), hasMore };
};
