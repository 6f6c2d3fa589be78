import type { Meaning } from '#domain/conversation/conversation.ts';
import { parseMessageId, type Channel } from '#domain/kernel/ids.ts';
import { packetOfChunk } from '#domain/kernel/streams.ts';
import type { Document, DocumentExpectation, Documents, DocumentWrite } from '#ports/documents.ts';
import { later } from './claim-writes.ts';
import type { WorkMessage, WorkSession } from './work-session.ts';

/** What the person of a row said of the appointment, and by which channel. */
export type Answer = Readonly<{
  meaning: Meaning;
  channel: Channel;
  /** UTC ISO */
  saidAt: string;
  reply: string;
  /** meanings after which the campaign's text was queued */
  thanked?: readonly Meaning[];
}>;

/** What is to be sent of a packet is sent within this time after somebody answered. */
const rememberedDays = 400;

const pathOf = (packetId: string, row: number): string => `answeredRows/${packetId}-${row}`;

/** The row of a message; undefined for what is no id of a message. */
export const answeredPath = (messageId: string): string | undefined => {
  const parsed = parseMessageId(messageId);
  return parsed && pathOf(parsed.packetId, parsed.place.row);
};

/** Written as it was read. */
export const answerWrite = (path: string, data: Answer, found: Document<Answer> | undefined, now: string): DocumentWrite => ({
  path,
  data,
  expiresAt: later(now, rememberedDays),
  ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }),
});

/** The one that was said later counts; of two that were said at once, always the same. */
const isNewer = (one: Answer, other: Answer | undefined): boolean =>
  other === undefined || one.saidAt > other.saidAt || (one.saidAt === other.saidAt && one.reply > other.reply);

/** For the commit of the answer: from then on messages of that row that it makes needless are held back. */
export const answeredWrites = async (
  { documents }: Readonly<{ documents: Documents }>,
  messageId: string,
  answer: Answer,
  now: string,
): Promise<readonly DocumentWrite[]> => {
  const path = answeredPath(messageId);
  if (path === undefined) return [];
  const found = await documents.get<Answer>(path);
  const thanked = found?.data.thanked === undefined ? {} : { thanked: found.data.thanked };
  return isNewer(answer, found?.data) ? [answerWrite(path, { ...answer, ...thanked }, found, now)] : [];
};

/** Those of these rows of a chunk whose people have answered: they were reached. `expects`: that the others do not meanwhile, by row. */
export const answeredRowsOf = async (
  { documents }: Readonly<{ documents: Documents }>,
  stream: string,
  rows: readonly number[],
): Promise<Readonly<{ rows: ReadonlySet<number>; expects: ReadonlyMap<number, DocumentExpectation> }>> => {
  const wanted = [...new Set(rows)];
  const paths = wanted.map((row) => pathOf(packetOfChunk(stream), row));
  const found = await documents.getMany<Answer>(paths);
  const silent = wanted.flatMap((row, n) => (found[n] ? [] : [[row, { path: paths[n]!, absent: true as const }] as const]));
  return { rows: new Set(wanted.filter((_, n) => found[n])), expects: new Map(silent) };
};

/** Whoever cancels or moves a visit wants no reminder of it; whoever confirms by one channel need not be asked by another. */
const isNeedless = (answer: Answer, { place: { channel }, followUp }: WorkMessage): boolean =>
  followUp?.kind !== 'answer' && (answer.meaning !== 'confirm' || channel !== answer.channel);

type Standing = Readonly<{ needless: readonly number[]; standing: readonly number[] }>;

/**
 * Which of these messages an answer has made needless; `isAsked`: whether the campaign may have answers at all. An answer that comes between this
 * look and the call comes too late for it, as one does that comes after the call.
 */
export const answeredMessages = async (session: WorkSession, indexes: readonly number[], isAsked: boolean): Promise<Standing> => {
  if (!isAsked || indexes.length === 0) return { needless: [], standing: indexes };
  const packetId = packetOfChunk(session.item.payload.stream);
  const rows = [...new Set(indexes.flatMap((index) => session.messages[index]?.place.row ?? []))];
  const found = await session.house.documents.getMany<Answer>(rows.map((row) => pathOf(packetId, row)));
  const answers = new Map(rows.flatMap((row, n) => (found[n] ? [[row, found[n].data] as const] : [])));
  const isOver = (index: number): boolean => {
    const message = session.messages[index];
    const answer = message && answers.get(message.place.row);
    return answer !== undefined && isNeedless(answer, message!);
  };
  return { needless: indexes.filter(isOver), standing: indexes.filter((index) => !isOver(index)) };
};
