import type { Context } from '#domain/conversation/match-reply.ts';
import type { Document, DocumentExpectation, Documents, DocumentWrite } from '#ports/documents.ts';
import { isNewer, rememberedAnswerDays, type Answer } from './answered-messages.ts';
import { appointmentPath, type KnownAppointment } from './appointment-path.ts';
import { later } from './claim-writes.ts';

/** What was said of an appointment, and of when it was said to be (UTC ISO): one that is moved has no answer yet. */
export type AppointmentAnswer = Answer & Readonly<{ at?: string }>;

type Reading = Readonly<{ documents: Documents }>;
/** An appointment that the campaign knows by an id, as its fingerprint. */
export type Known = Readonly<{ campaignId: string; key: string }>;

const pathOf = ({ campaignId, key }: Known): string => `campaigns/${campaignId}/answeredAppointments/${key}`;

/** For the commit of the answer: from then on messages about the appointment, of whatever packet, are held back where it makes them needless. */
export const appointmentWrites = async (
  { documents }: Reading,
  { campaignId, appointment }: Pick<Context, 'campaignId' | 'appointment'>,
  answer: Answer,
  now: string,
): Promise<readonly DocumentWrite[]> => {
  if (appointment === undefined) return [];
  const known = { campaignId, key: appointment };
  const path = pathOf(known);
  const [found, about] = await documents.getMany<unknown>([path, appointmentPath(campaignId, appointment)]);
  const before = found as Document<AppointmentAnswer> | undefined;
  if (!isNewer(answer, before?.data)) return [];
  const { at } = (about as Document<KnownAppointment> | undefined)?.data ?? {};
  const data: AppointmentAnswer = { ...answer, ...(at === undefined ? {} : { at }) };
  const expiresAt = later(now, rememberedAnswerDays);
  return [{ path, data, expiresAt, ...(before ? { ifVersion: before.version } : { ifAbsent: true as const }) }];
};

type Answers = Readonly<{
  /** by the appointment's key */
  answers: ReadonlyMap<string, AppointmentAnswer>;
  /** that nothing else is said meanwhile, by the appointment's key */
  expects: ReadonlyMap<string, DocumentExpectation>;
}>;

/** What stands of these appointments of a campaign. */
export const appointmentAnswers = async ({ documents }: Reading, campaignId: string, keys: readonly string[]): Promise<Answers> => {
  const wanted = [...new Set(keys)];
  if (wanted.length === 0) return { answers: new Map(), expects: new Map() };
  const paths = wanted.map((key) => pathOf({ campaignId, key }));
  const found = await documents.getMany<AppointmentAnswer>(paths);
  const answered = wanted.filter((_, n) => found[n]);
  const known = await documents.getMany<KnownAppointment>(answered.map((key) => appointmentPath(campaignId, key)));
  const atOf = new Map(answered.map((key, n) => [key, known[n]?.data.at] as const));
  const answers = new Map<string, AppointmentAnswer>();
  const expects = new Map<string, DocumentExpectation>();
  for (const [n, key] of wanted.entries()) {
    const one = found[n];
    const path = paths[n]!;
    expects.set(key, one ? { path, version: one.version } : { path, absent: true });
    // an appointment that nobody knows any more is over: what was said of it stands
    if (one && (atOf.get(key) ?? one.data.at) === one.data.at) answers.set(key, one.data);
  }
  return { answers, expects };
};
