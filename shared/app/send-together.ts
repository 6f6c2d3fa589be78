import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { RequestRow } from '#domain/message/request-table.ts';
import { DocumentMoved } from '#ports/documents.ts';
import { acceptRequest, checkRows, type RequestMark } from './accept-request.ts';
import type { Ahead, House } from './house.ts';
import { readPacketDocument } from './packet-document.ts';
import { requestAnswer, type RowAnswer } from './request-answer.ts';
import { serveRequest } from './serve-request.ts';

/** One message of a caller who may ask again: `mark` stands for what he asked. */
export type SingleRequest = Readonly<{
  companyId: string;
  campaignId: string;
  row: RequestRow;
  mark: RequestMark;
  /** business time from which it goes, UTC ISO; left out: now */
  startsAt?: string | undefined;
  /** staff, or a key */
  by?: string | undefined;
}>;

/** `results`: of the one row, which is the first of its own request; none where it goes later. `again`: it was asked before. */
export type SingleAnswer = Readonly<{
  packetId: string;
  row: number;
  again: boolean;
  results: readonly RowAnswer[];
  waiting: number;
  startsAt?: string;
}>;

type Waiting = Readonly<{ request: SingleRequest; resolve: (answer: SingleAnswer) => void; reject: (error: unknown) => void }>;

/** Requests that wait for the ones before them, by what they may share. */
type Lane = { waiting: Waiting[]; isRunning: boolean };

const lanes = new WeakMap<House, Map<string, Lane>>();

/** Rows of one packet: as many as one commit queues. */
const mostTogether = 100;

type Marked = Readonly<{ fingerprint: string; packetId: string; row: number }>;

/** Of all rows of a packet: the same before and after the time from which they go. */
const answersOf = async (house: House, packetId: string): Promise<(row: number, again: boolean) => SingleAnswer> => {
  const document = await readPacketDocument(house.documents, packetId);
  const { startsAt } = document ?? {};
  if (startsAt !== undefined) return (row, again) => ({ packetId, row, again, results: [], waiting: 1, startsAt });
  const all = Map.groupBy(document ? await requestAnswer(house, packetId, document) : [], ({ row }) => row);
  return (row, again) => {
    const results = (all.get(row) ?? []).map((one) => ({ ...one, row: 1 }));
    return { packetId, row, again, results, waiting: results.length === 0 ? 1 : 0 };
  };
};

/** Commits of one verb follow each other without waiting for the disk; whoever is told of them waits for `settled`. */
const aheadOf = (house: House): Ahead => house.ahead ?? { house, settled: () => Promise.resolve() };

/** What was asked before under the same mark, brought to its end where somebody died over it. Throws a Refusal `reference_used`. */
const askedBefore = async (given: House, { mark }: SingleRequest, cause: Cause): Promise<SingleAnswer | undefined> => {
  const { house, settled } = aheadOf(given);
  const found = (await house.documents.get<Marked>(mark.path))?.data;
  if (!found) return undefined;
  if (found.fingerprint !== mark.fingerprint)
    throw new Refusal('reference_used', 'this key was used for another request: give each request one of its own');
  await serveRequest(house, found.packetId, cause);
  const answer = await answersOf(house, found.packetId);
  await settled();
  return answer(found.row, true);
};

/** All of them in one packet, told to nobody yet. Throws DocumentMoved with the path of a mark that stands already; then nothing was accepted. */
const acceptAll = async (house: House, group: readonly Waiting[], cause: Cause): Promise<readonly SingleAnswer[]> => {
  const [{ request: first }] = group as readonly [Waiting];
  const { companyId, campaignId, startsAt, by } = first;
  const rows = group.map(({ request }) => request.row);
  const marks = group.map(({ request }) => request.mark);
  const { packetId } = await acceptRequest(house, { companyId, campaignId, rows, marks, startsAt, by }, cause);
  await serveRequest(house, packetId, cause);
  const answer = await answersOf(house, packetId);
  return group.map((_, n) => answer(n + 1, false));
};

/** Somebody asked the same in the same moment: his answer is the answer. */
const answerKnown = async (house: House, { request, resolve, reject }: Waiting, cause: Cause): Promise<void> => {
  try {
    const known = await askedBefore(house, request, cause);
    if (known) resolve(known);
    else reject(new DocumentMoved(request.mark.path));
  } catch (error) {
    reject(error);
  }
};

/** Those after them do not wait for the disk. */
const tellWhenSettled = (house: House, group: readonly Waiting[], answers: readonly SingleAnswer[]): void =>
  void aheadOf(house)
    .settled()
    .then(
      () => group.forEach(({ resolve }, n) => resolve(answers[n]!)),
      (error: unknown) => group.forEach(({ reject }) => reject(error)),
    );

/** Each gets an answer. What is wrong with one of them is no matter of the others: they go again, one by one. */
const serveGroup = async (house: House, group: readonly Waiting[], cause: Cause): Promise<void> => {
  try {
    tellWhenSettled(house, group, await acceptAll(aheadOf(house).house, group, cause));
  } catch (error) {
    const known = error instanceof DocumentMoved ? group.find(({ request }) => request.mark.path === error.path) : undefined;
    if (known) {
      await answerKnown(house, known, cause);
      const others = group.filter((one) => one !== known);
      if (others.length > 0) await serveGroup(house, others, cause);
    } else if (error instanceof Refusal && group.length > 1) for (const one of group) await serveGroup(house, [one], cause);
    else group.forEach(({ reject }) => reject(error));
  }
};

const newCause = (house: House): Cause => ({ id: `req_${crypto.randomUUID().replaceAll('-', '')}`, now: house.clock.now() });

/** Of those that ask the same one goes with the group; the others find what he has got. */
const takeGroup = (lane: Lane): readonly Waiting[] => {
  const marks = new Set<string>();
  // what goes later is moved and called off by itself
  const most = lane.waiting[0]?.request.startsAt === undefined ? mostTogether : 1;
  const isFirst = ({ request: { mark } }: Waiting): boolean =>
    marks.size < most && !marks.has(mark.path) && marks.add(mark.path) !== undefined;
  const group = lane.waiting.filter(isFirst);
  const taken = new Set(group);
  lane.waiting = lane.waiting.filter((one) => !taken.has(one));
  return group;
};

const goOn = (house: House, lane: Lane): void => {
  // one packet after the other: the more wait meanwhile, the less each of them costs
  if (lane.isRunning || lane.waiting.length === 0) return;
  const group = takeGroup(lane);
  lane.isRunning = true;
  void serveGroup(house, group, newCause(house)).finally(() => {
    lane.isRunning = false;
    goOn(house, lane);
  });
};

/** A row's names make the columns of its packet: those that differ would be told of each other's. */
const laneOf = (house: House, { companyId, campaignId, row, startsAt }: SingleRequest): Lane => {
  const all = lanes.get(house) ?? new Map<string, Lane>();
  lanes.set(house, all);
  const key = JSON.stringify([companyId, campaignId, startsAt, Object.keys(row).sort()]);
  for (const [other, { waiting, isRunning }] of all.size > 1_000 ? all : []) if (waiting.length === 0 && !isRunning) all.delete(other);
  const lane = all.get(key) ?? { waiting: [], isRunning: false };
  all.set(key, lane);
  return lane;
};

/**
 * One message now, as `sendOne` does, together with those that others ask for in the same moment: one packet has them all, so that many
 * requests cost little more than one. The same mark again changes nothing and answers the same. Throws the Refusals of `acceptRequest`.
 */
export const sendTogether = async (house: House, request: SingleRequest, cause: Cause): Promise<SingleAnswer> => {
  checkRows({ rows: [request.row] });
  const known = await askedBefore(house, request, cause);
  if (known) return known;
  const lane = laneOf(house, request);
  return new Promise<SingleAnswer>((resolve, reject) => {
    lane.waiting.push({ request, resolve, reject });
    goOn(house, lane);
  });
};
