import type { Meaning } from '#domain/conversation/conversation.ts';
import type { Context } from '#domain/conversation/match-reply.ts';
import { parseMessageId, type Channel } from '#domain/kernel/ids.ts';
import { packetOfChunk } from '#domain/kernel/streams.ts';
import type { Document, DocumentExpectation, Documents, DocumentWrite } from '#ports/documents.ts';
import { appointmentAnswers, appointmentWrites } from './appointment-answers.ts';
import { later } from './claim-writes.ts';
import type { House } from './house.ts';
import { toldTogether } from './told-together.ts';
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
export const rememberedAnswerDays = 400;

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
  expiresAt: later(now, rememberedAnswerDays),
  ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }),
});

/** The one that was said later counts; of two that were said at once, always the same. */
export const isNewer = (one: Answer, other: Answer | undefined): boolean =>
  other === undefined || one.saidAt > other.saidAt || (one.saidAt === other.saidAt && one.reply > other.reply);

/** What was answered, and whose it is. */
type About = Pick<Context, 'messageId' | 'campaignId' | 'appointment'> & Readonly<{ companyId: string }>;

/**
 * For the commit of the answer: from then on messages that it makes needless are held back, of that row, of those that the message told of
 * too, and of the same appointment in other packets.
 */
export const answeredWrites = async (house: House, about: About, answer: Answer, now: string): Promise<readonly DocumentWrite[]> => {
  const { packetId } = parseMessageId(about.messageId) ?? {};
  if (packetId === undefined) return [];
  const paths = (await toldTogether(house, about)).map(({ row }) => pathOf(packetId, row));
  const found = await house.documents.getMany<Answer>(paths);
  const rows = paths.flatMap((path, n) => {
    const known = found[n];
    const thanked = known?.data.thanked === undefined ? {} : { thanked: known.data.thanked };
    return isNewer(answer, known?.data) ? [answerWrite(path, { ...answer, ...thanked }, known, now)] : [];
  });
  return [...rows, ...(await appointmentWrites(house, about, answer, now))];
};

/** What stands of the appointment of a message. */
export const standingAnswer = async (
  house: House,
  { messageId, campaignId, appointment }: Omit<About, 'companyId'>,
): Promise<Answer | undefined> => {
  const path = answeredPath(messageId);
  const row = path === undefined ? undefined : (await house.documents.get<Answer>(path))?.data;
  if (appointment === undefined) return row;
  const other = (await appointmentAnswers(house, campaignId, [appointment])).answers.get(appointment);
  return other && isNewer(other, row) ? other : row;
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
  const keys = indexes.flatMap((index) => session.messages[index]?.appointment?.key ?? []);
  const elsewhere = (await appointmentAnswers(session.house, session.item.campaignId, keys)).answers;
  const isOver = (index: number): boolean => {
    const message = session.messages[index];
    if (!message) return false;
    const own = answers.get(message.place.row);
    const other = message.appointment && elsewhere.get(message.appointment.key);
    // what was said last counts
    const answer = other && isNewer(other, own) ? other : own;
    return answer !== undefined && isNeedless(answer, message);
  };
  return { needless: indexes.filter(isOver), standing: indexes.filter((index) => !isOver(index)) };
};
