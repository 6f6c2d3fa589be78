import { randomBytes } from 'node:crypto';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Document, DocumentWrite, DueCursor } from '#ports/documents.ts';
import type { House } from './house.ts';
import { webhookPaths } from './webhook-paths.ts';
import { realInstant, type WebhookItem } from './webhook-queue.ts';

/** One call, or why there was none. `answer`: the beginning of what came back, sealed. */
export type KeptAttempt = Readonly<{
  item: Pick<WebhookItem, 'id' | 'type' | 'at'>;
  /** 1 is the first */
  attempt: number;
  /** real time, UTC ISO */
  at: string;
  ms: number;
  /** `retried`: failed, and is tried again at `next`; `given_up`: failed for good; `dropped`: the endpoint was disabled meanwhile */
  outcome: 'delivered' | 'retried' | 'given_up' | 'dropped';
  status?: number;
  code?: string;
  answer?: string;
  next?: string;
}>;

type Together = Readonly<{ companyId: string; attempts: readonly KeptAttempt[] }>;

export type WebhookAttempt = KeptAttempt & Readonly<{ attemptId: string }>;

const keptMs = 30 * 86_400_000;
/** Counted down from there, so that the newest come first in a list that goes up. */
const endOfTime = Date.parse('9999-12-31T00:00:00.000Z');
const width = 15;

const dueAtOf = (id: string): string => new Date(Number(id.slice(0, width))).toISOString();

/** What was tried together is one document, for thirty days. */
export const attemptsWrite = (
  { companyId, endpointId }: Readonly<{ companyId: string; endpointId: string }>,
  attempts: readonly KeptAttempt[],
  { now, realMs }: Readonly<{ now: string; realMs: number }>,
): DocumentWrite => {
  const id = `${String(endOfTime - realMs).padStart(width, '0')}${randomBytes(4).toString('hex')}`;
  const data: Together = { companyId, attempts };
  const expiresAt = new Date(Date.parse(now) + keptMs).toISOString();
  return { path: webhookPaths.attempt(endpointId, id), data, dueAt: dueAtOf(id), expiresAt };
};

const idOf = (path: string, index: number): string => `att_${path.slice(path.lastIndexOf('/') + 1)}_${index}`;

const placeOf = (attemptId: string): Readonly<{ document: string; index: number }> | undefined => {
  const [, document, index] = /^att_(\d{15}[0-9a-f]{8})_(\d{1,3})$/.exec(attemptId) ?? [];
  return document === undefined ? undefined : { document, index: Number(index) };
};

const pageSize = 20;

/** All that was tried at an endpoint, newest first, from behind an attempt on. Ends after `mostDocuments` of up to fifty attempts each. Throws a Refusal `cursor_unknown`. */
export const webhookAttempts = async function* (
  { documents }: Pick<House, 'documents'>,
  endpointId: string,
  { after, mostDocuments = 200 }: Readonly<{ after?: string | undefined; mostDocuments?: number }> = {},
): AsyncGenerator<WebhookAttempt> {
  const parent = webhookPaths.attempts(endpointId);
  const place = after === undefined ? undefined : placeOf(after);
  if (after !== undefined && !place) throw new Refusal('cursor_unknown', 'starting_after is none of the attempts at this endpoint');
  const listed = (found: Document<Together>, upTo: number): readonly WebhookAttempt[] =>
    found.data.attempts
      .map((one, n) => ({ ...one, attemptId: idOf(found.path, n) }))
      .slice(0, upTo)
      .reverse();
  if (place) {
    const found = await documents.get<Together>(webhookPaths.attempt(endpointId, place.document));
    if (found) yield* listed(found, place.index);
  }
  let cursor: DueCursor | undefined = place && { dueAt: dueAtOf(place.document), path: webhookPaths.attempt(endpointId, place.document) };
  for (let left = mostDocuments; left > 0; left -= pageSize) {
    const page = await documents.due<Together>(parent, realInstant(endOfTime), pageSize, cursor);
    for (const found of page) yield* listed(found, found.data.attempts.length);
    const last = page.at(-1);
    if (page.length < pageSize || last?.dueAt === undefined) return;
    cursor = { dueAt: last.dueAt, path: last.path };
  }
};

/** Undefined: there is none, or it is older than thirty days. */
export const findAttempt = async (
  { documents }: Pick<House, 'documents'>,
  endpointId: string,
  attemptId: string,
): Promise<WebhookAttempt | undefined> => {
  const place = placeOf(attemptId);
  const found = place && (await documents.get<Together>(webhookPaths.attempt(endpointId, place.document)));
  const attempt = place && found?.data.attempts[place.index];
  return attempt && { ...attempt, attemptId };
};
