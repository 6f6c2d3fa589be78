import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Cause } from '#domain/kernel/event.ts';
import { userStream } from '#domain/kernel/streams.ts';
import { DocumentMoved, type Document, type DocumentWrite } from '#ports/documents.ts';
import type { House } from './house.ts';
import { userPath, type UserDocument } from './user-document.ts';

/** Real time, milliseconds: a demo's clock that jumps signs nobody out. */
export const idleMs = 2 * 3_600_000;
export const longestMs = 12 * 3_600_000;
/** How often it is written that somebody is still there. */
const noteEveryMs = 300_000;
/** Whoever was signed out elsewhere is let in for so long in other processes. */
const rememberedMs = 5_000;
const mostRemembered = 5_000;

/** Nobody who reads it can be the user: only the hash of what the browser holds names it. */
export type SessionDocument = Readonly<{ companyId: string; userId: string; startedAt: number; seenAt: number }>;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const pathOf = (hash: string): string => `sessions/${hash}`;
/** How a session is called in the log. */
const shortOf = (hash: string): string => hash.slice(0, 12);

const csrfOf = (token: string): string => createHash('sha256').update(`csrf ${token}`).digest('base64url');

/** What a page sends in a header with whatever changes something: no other site can read it. */
export const isCsrfToken = (token: string, told: string | undefined): boolean => {
  const right = Buffer.from(csrfOf(token));
  const given = Buffer.from(told ?? '');
  return right.length === given.length && timingSafeEqual(right, given);
};

export type NewSession = Readonly<{ token: string; csrf: string; writes: readonly DocumentWrite[]; session: string }>;

const expiryOf = (house: House): string => new Date(Date.parse(house.clock.now()) + longestMs).toISOString();

/** To be written with what it follows from. */
export const newSession = (house: House, { companyId, userId }: UserDocument): NewSession => {
  const token = randomBytes(32).toString('base64url');
  const hash = hashOf(token);
  const now = house.clock.realMs();
  const data: SessionDocument = { companyId, userId, startedAt: now, seenAt: now };
  return {
    token,
    csrf: csrfOf(token),
    session: shortOf(hash),
    writes: [{ path: pathOf(hash), data, expiresAt: expiryOf(house), ifAbsent: true }],
  };
};

type Known = Readonly<{ session: Document<SessionDocument> | undefined; user: UserDocument | undefined; until: number }>;
const seen = new WeakMap<House, Map<string, Known>>();

const lookUp = async (house: House, hash: string): Promise<Known> => {
  const memory = seen.get(house) ?? new Map<string, Known>();
  seen.set(house, memory);
  const now = house.clock.realMs();
  const known = memory.get(hash);
  if (known && known.until > now) return known;
  const session = await house.documents.get<SessionDocument>(pathOf(hash));
  const user = session && (await house.documents.get<UserDocument>(userPath(session.data.userId)))?.data;
  const found = { session, user, until: now + rememberedMs };
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(hash, found);
  return found;
};

/** Somebody else may have noted it in the same moment, or signed him out. */
const noteSeen = async (house: House, { path, data, version }: Document<SessionDocument>): Promise<void> => {
  const now = house.clock.realMs();
  if (now - data.seenAt < noteEveryMs) return;
  try {
    const startedMs = now - data.startedAt;
    const expiresAt = new Date(Date.parse(house.clock.now()) + longestMs - startedMs).toISOString();
    await house.documents.write([{ path, data: { ...data, seenAt: now }, expiresAt, ifVersion: version }]);
  } catch (error) {
    if (!(error instanceof DocumentMoved)) throw error;
  }
};

export type FoundSession = Readonly<{ user: UserDocument; csrf: string; session: string }>;

/** Whose browser that is; undefined: signed out, idle for too long, removed, or never there. */
export const findSession = async (house: House, token: string): Promise<FoundSession | undefined> => {
  const hash = hashOf(token);
  const { session, user } = await lookUp(house, hash);
  if (!session || user?.status !== 'active' || user.companyId !== session.data.companyId) return undefined;
  const { startedAt, seenAt } = session.data;
  const now = house.clock.realMs();
  const isOver = startedAt < user.sessionsFrom || now - startedAt >= longestMs || now - seenAt >= idleMs + rememberedMs;
  if (isOver) return undefined;
  if (now - seenAt >= noteEveryMs) {
    await noteSeen(house, session);
    forgetSession(house, token);
  }
  return { user, csrf: csrfOf(token), session: shortOf(hash) };
};

const forgetSession = (house: House, token: string): void => void seen.get(house)?.delete(hashOf(token));

/** The next request of any session reads it anew, in this process. */
export const forgetSessions = (house: House): void => seen.get(house)?.clear();

/** Signed out, here. */
export const endSession = async (house: House, token: string, cause: Cause): Promise<void> => {
  const found = await findSession(house, token);
  forgetSession(house, token);
  if (!found) return;
  const { companyId, userId } = found.user;
  const events = [{ type: 'SessionEnded', data: { companyId, userId, session: found.session } }] as const;
  await house.store.append({
    stream: userStream(userId),
    companyId,
    events,
    documents: [{ path: pathOf(hashOf(token)), delete: true }],
    cause,
  });
};
