import type { Meaning } from '#domain/conversation/conversation.ts';
import type { Context } from '#domain/conversation/match-reply.ts';
import { parseMessageId, type Channel } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import type { DocumentExpectation, DocumentWrite } from '#ports/documents.ts';
import { later } from './claim-writes.ts';
import type { House } from './house.ts';
import type { WorkMessage, WorkSession } from './work-session.ts';

/** What was said of an appointment, and by which channel. */
export type Answer = Readonly<{ meaning: Meaning; channel: Channel; /** UTC ISO */ saidAt: string; reply: string }>;

/** The rows of a chunk whose people have answered, by row. */
type AnsweredRows = Readonly<{ rows: Readonly<Record<string, Answer>> }>;

/** What is to be sent of a packet is sent within this time after somebody answered. */
const rememberedDays = 400;

const answeredPath = (stream: string): string => `answeredRows/${stream}`;

/** The one that was said later counts; of two that were said at once, always the same. */
export const isNewer = (one: Pick<Answer, 'saidAt' | 'reply'>, other: Pick<Answer, 'saidAt' | 'reply'> | undefined): boolean =>
  other === undefined || one.saidAt > other.saidAt || (one.saidAt === other.saidAt && one.reply > other.reply);

/** For the commit of the answer: from then on messages of that row that it makes needless are held back. */
export const answeredWrites = async (
  { documents }: House,
  { messageId }: Context,
  answer: Answer,
  now: string,
): Promise<readonly DocumentWrite[]> => {
  const parsed = parseMessageId(messageId);
  if (!parsed) return [];
  const path = answeredPath(chunkStream(parsed.packetId, parsed.chunk));
  const found = await documents.get<AnsweredRows>(path);
  const rows = found?.data.rows ?? {};
  const key = String(parsed.place.row);
  if (!isNewer(answer, rows[key])) return [];
  const data: AnsweredRows = { rows: { ...rows, [key]: answer } };
  return [{ path, data, expiresAt: later(now, rememberedDays), ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }) }];
};

/** The rows of a chunk whose people have answered: they were reached. `expects`: that nobody answers meanwhile. */
export const answeredRowsOf = async (
  { documents }: House,
  stream: string,
): Promise<Readonly<{ rows: ReadonlySet<number>; expects: DocumentExpectation }>> => {
  const path = answeredPath(stream);
  const found = await documents.get<AnsweredRows>(path);
  const rows = new Set(Object.keys(found?.data.rows ?? {}).map(Number));
  return { rows, expects: found ? { path, version: found.version } : { path, absent: true } };
};

/** Whoever cancels or moves a visit wants no reminder of it; whoever confirms by one channel need not be asked by another. */
const isNeedless = (answer: Answer, { place: { channel }, followUp }: WorkMessage): boolean =>
  followUp?.kind !== 'answer' && (answer.meaning !== 'confirm' || channel !== answer.channel);

type Standing = Readonly<{
  needless: readonly number[];
  standing: readonly number[];
  /** of the commit of those that stand */ expects: readonly DocumentExpectation[];
}>;

/** Which of these messages of one chunk an answer has made needless; `isAsked`: whether the campaign may have answers at all. */
export const answeredMessages = async (session: WorkSession, indexes: readonly number[], isAsked: boolean): Promise<Standing> => {
  if (!isAsked || indexes.length === 0) return { needless: [], standing: indexes, expects: [] };
  const path = answeredPath(session.item.payload.stream);
  const found = await session.house.documents.get<AnsweredRows>(path);
  const isOver = (index: number): boolean => {
    const message = session.messages[index];
    const answer = found?.data.rows[String(message?.place.row)];
    return message !== undefined && answer !== undefined && isNeedless(answer, message);
  };
  const expects = [found ? { path, version: found.version } : { path, absent: true as const }];
  return { needless: indexes.filter(isOver), standing: indexes.filter((index) => !isOver(index)), expects };
};
