import { parseMessageId } from '#domain/kernel/ids.ts';
import type { AssembledTouch } from '#domain/message/chunk.ts';
import type { HeldClaim } from '#domain/message/held-claim.ts';
import { workPath, type WorkItem } from '#domain/work/work-item.ts';
import type { Document } from '#ports/documents.ts';
import { appointmentPath, overtakenBy, type KnownAppointment } from './appointment-path.ts';
import type { House } from './house.ts';
import { claimPath } from './work-session.ts';

/** The document of a claim. Those of before replacement was known name their owner alone. */
export type Claim = Readonly<{
  owner: string;
  campaignId?: string;
  order?: number;
  facts?: string;
  others?: readonly string[];
  appointment?: string;
  corrects?: string;
  /** the cause of the append that queued the owner, and its index in the work item of that append */
  work?: string;
  index?: number;
}>;

export type Claims = ReadonlyMap<string, Document<Claim>>;
export type WorkItems = ReadonlyMap<string, Document<WorkItem>>;

/** The claims that stand already, by fingerprint. */
export const readClaims = async ({ documents }: House, claims: Iterable<string>): Promise<Claims> => {
  const wanted = [...new Set(claims)];
  const found = await documents.getMany<Claim>(wanted.map(claimPath));
  return new Map(wanted.flatMap((claim, n) => (found[n] ? [[claim, found[n]] as const] : [])));
};

/** The work items in which the owners of these claims wait, if they do, by path. */
export const readOwnersWork = async (house: House, companyId: string, claims: readonly Claim[]): Promise<WorkItems> => {
  const paths = [...new Set(claims.flatMap(({ work }) => (work === undefined ? [] : [workPath(companyId, work)])))];
  const found = await house.documents.getMany<WorkItem>(paths);
  return new Map(found.flatMap((item) => (item ? [[item.path, item] as const] : [])));
};

type Wanting = Readonly<{ companyId: string; campaignId: string; order: number }>;
type MessageTouch = Extract<AssembledTouch, { kind: 'message' }>;

/** Whether it matters that the owner still waits: an older packet of the campaign said something else, or the owner is to be held back. */
const isContended = ({ facts }: MessageTouch, { data }: Document<Claim>, { campaignId, order }: Wanting): boolean =>
  data.campaignId === campaignId && (data.order ?? order) < order && data.facts !== facts;

/** Owners that newer packets have overtaken. */
const overtakenOwners = async ({ documents }: House, campaignId: string, claims: Claims): Promise<ReadonlySet<string>> => {
  const about = [...claims.values()].flatMap(({ data: { owner, appointment, order, campaignId: own } }) => {
    const packetId = parseMessageId(owner)?.packetId;
    const isKnown = own === campaignId && appointment !== undefined && order !== undefined && packetId !== undefined;
    return isKnown ? [{ owner, order, packetId, path: appointmentPath(campaignId, appointment) }] : [];
  });
  if (about.length === 0) return new Set();
  const known = await documents.getMany<KnownAppointment>(about.map(({ path }) => path));
  return new Set(about.flatMap(({ owner, ...from }, n) => (overtakenBy(known[n], from) === undefined ? [] : [owner])));
};

type Owners = Readonly<{ items: WorkItems; overtaken: ReadonlySet<string>; companyId: string; realMs: number }>;

const heldBy = ({ work, index, ...claim }: Claim, { items, overtaken, companyId, realMs }: Owners): HeldClaim => {
  const item = work === undefined ? undefined : items.get(workPath(companyId, work));
  const waits = item?.data.pending.some(([waiting]) => waiting === index) ?? false;
  // whoever let his lease run out leaves it in doubt, which may last
  const inFlight = item?.data.inFlight.some(([going]) => going === index) === true && (item.data.lease?.until ?? 0) > realMs;
  return { ...claim, waits, ...(overtaken.has(claim.owner) ? { overtaken: true } : {}), ...(inFlight ? { inFlight } : {}) };
};

/** The touches with who has their claims, and what was read for it: what is decided by it is written only while that stands. */
export const holdClaims = async (house: House, wanting: Wanting, touches: readonly AssembledTouch[]) => {
  const messages = touches.filter((touch) => touch.kind === 'message');
  const claims = await readClaims(
    house,
    messages.map(({ claim }) => claim),
  );
  const overtaken = await overtakenOwners(house, wanting.campaignId, claims);
  const contended = messages.flatMap((touch) => {
    const known = claims.get(touch.claim);
    return known && (overtaken.has(known.data.owner) || isContended(touch, known, wanting)) ? [known.data] : [];
  });
  const items = await readOwnersWork(house, wanting.companyId, contended);
  const owners: Owners = { items, overtaken, companyId: wanting.companyId, realMs: house.clock.realMs() };
  const held = touches.map((touch): AssembledTouch => {
    const known = touch.kind === 'message' ? claims.get(touch.claim) : undefined;
    return touch.kind === 'message' && known ? { ...touch, held: heldBy(known.data, owners) } : touch;
  });
  return { touches: held, claims, items };
};
