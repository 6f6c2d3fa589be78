import type { Halt } from '#domain/company/company.ts';
import type { Stopped } from '#domain/company/routing.ts';
import type { Documents, DueCursor } from '#ports/documents.ts';
import type { MessageBus } from '#ports/message-bus.ts';
import type { CampaignDocument } from './campaign-document.ts';
import type { HeldPacket } from './held-path.ts';
import type { House } from './house.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { waitingTouches } from './waiting-touches.ts';

export type CampaignStatus = Readonly<{
  campaignId: string;
  companyId: string;
  name: string;
  status: string;
  version: number;
  approvedVersion: number | undefined;
  nextFireAt: string | undefined;
  waitingTouches: number;
  /** nothing of its company is sent, since when and by whom */
  halted: Halt | undefined;
  /** ways of its company that are stopped until a setting is mended */
  stopped: readonly Stopped[];
}>;

export type HouseStatus = Readonly<{
  now: string;
  campaigns: readonly CampaignStatus[];
  queue: Readonly<{ workItems: number; messages: number; inFlight: number; nextDueAt: string | undefined }>;
  bus: Readonly<{
    /** undefined where the bus cannot tell */ pending: number | undefined;
    deadLetters: readonly Readonly<{ id: string; topic: string; error: string }>[];
  }>;
  /** full lists that wait for a person */
  heldPackets: readonly HeldPacket[];
  reporting: Readonly<{ state: 'ready' | 'away'; behindCommits: number | undefined }>;
}>;

const page = 200;
/** Enough for one machine's operators; `more` listings belong to the API. */
const mostCampaigns = 200;
const mostItems = 20_000;
const mostHeld = 50;

const campaignsOf = async (documents: Documents): Promise<readonly CampaignStatus[]> => {
  const found = await documents.due<CampaignDocument>('campaigns', '9999', mostCampaigns);
  const statuses = found.map(async ({ path, data: { companyId, campaign } }): Promise<CampaignStatus> => {
    const campaignId = path.slice('campaigns/'.length);
    const clock = await documents.get(`campaignClock/${campaignId}`);
    const { status, version, definition, approved } = campaign;
    const waiting = await waitingTouches(documents, campaignId);
    const company = await documents.get<CompanyDocument>(companyPath(companyId));
    const about = { campaignId, companyId, name: definition.name, status, version };
    return {
      ...about,
      approvedVersion: approved?.version,
      nextFireAt: clock?.dueAt,
      waitingTouches: waiting,
      halted: company?.data.halted,
      stopped: company?.data.stopped ?? [],
    };
  });
  return Promise.all(statuses);
};

type Item = Readonly<{ pending: readonly unknown[]; inFlight: readonly unknown[] }>;

const queueOf = async (documents: Documents): Promise<HouseStatus['queue']> => {
  const queue = { workItems: 0, messages: 0, inFlight: 0 };
  let after: DueCursor | undefined;
  while (queue.workItems < mostItems) {
    const items = await documents.due<Item>('queue', '9999', page, after);
    for (const { data } of items) {
      queue.workItems += 1;
      queue.messages += data.pending.length + data.inFlight.length;
      queue.inFlight += data.inFlight.length;
    }
    const last = items.at(-1);
    if (items.length < page || !last?.dueAt) break;
    after = { dueAt: last.dueAt, path: last.path };
  }
  return { ...queue, nextDueAt: await documents.nextDue('queue') };
};

export const reportingOf = async ({ store, readModel }: House): Promise<HouseStatus['reporting']> => {
  try {
    let behindCommits = 0;
    for (const partition of store.partitions()) behindCommits += (await store.tail(partition)) - (await readModel.checkpoint(partition));
    return { state: 'ready', behindCommits };
  } catch {
    return { state: 'away', behindCommits: undefined };
  }
};

/** What an operator asks first: who sends, what waits, what is stuck. Answers also while the reporting database is away. */
export const houseStatus = async (house: House, bus: MessageBus): Promise<HouseStatus> => ({
  now: house.clock.now(),
  campaigns: await campaignsOf(house.documents),
  queue: await queueOf(house.documents),
  bus: {
    pending: await bus.pending(),
    deadLetters: (await bus.deadLetters(20)).map(({ id, topic, error }) => ({ id, topic, error })),
  },
  heldPackets: (await house.documents.due<HeldPacket>('heldPackets', '9999', mostHeld)).map(({ data }) => data),
  reporting: await reportingOf(house),
});
