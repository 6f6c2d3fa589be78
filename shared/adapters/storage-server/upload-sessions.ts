import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentRange } from './content-range.ts';
import { noSuchUpload, StorageError } from './storage-error.ts';
import type { ObjectFacts, Precondition, StoredObject } from './stored-object.ts';
import { readWhole, writeWhole } from './whole-file.ts';

export type Session = Readonly<{
  id: string;
  facts: ObjectFacts;
  principal: string | undefined;
  result?: StoredObject;
  refusal?: Refused;
}> &
  Precondition;
type Refused = Readonly<{ status: number; reason: string; message: string }>;

/** What the store keeps of a chunk that is not the last one. */
const quantum = 256 * 1024;
const mostEnded = 1_000;

const hasEnded = ({ result, refusal }: Session): boolean => result !== undefined || refusal !== undefined;

export type Arrived = Readonly<{ received: number; whole: boolean }>;

/** Bytes that arrive, up to `cutAfter`; whether the sender came to its end. */
async function* arriving(body: AsyncIterable<Buffer>, cutAfter: number): AsyncGenerator<Buffer> {
  let left = cutAfter;
  for await (const piece of body) {
    yield piece.subarray(0, left);
    left -= piece.length;
    if (left < 0) throw new Error('cut');
  }
}

/** Resumable uploads, which outlive connections and restarts: `uploads/{id}.data` grows beside `uploads/{id}.json`. */
export const uploadSessions = (dir: string) => {
  const folder = join(dir, 'uploads');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const sessions = new Map<string, Session>();
  const placeOf = (id: string, kind: 'json' | 'data'): string => join(folder, `${id}.${kind}`);
  /** one piece at a time for each session */
  const turns = new Map<string, Promise<unknown>>();

  const receivedOf = (id: string): number => (existsSync(placeOf(id, 'data')) ? statSync(placeOf(id, 'data')).size : 0);

  const cutTo = (id: string, bytes: number): void => {
    const file = openSync(placeOf(id, 'data'), 'r+');
    ftruncateSync(file, bytes);
    closeSync(file);
  };
  const keepQuanta = (id: string): void => {
    const received = receivedOf(id);
    if (received % quantum !== 0) cutTo(id, received - (received % quantum));
  };

  const remove = (id: string): void => {
    sessions.delete(id);
    rmSync(placeOf(id, 'json'), { force: true });
    rmSync(placeOf(id, 'data'), { force: true });
  };

  const keep = (session: Session): void => {
    sessions.set(session.id, session);
    writeWhole(placeOf(session.id, 'json'), session);
    const ended = [...sessions.values()].filter(hasEnded);
    for (const { id } of ended.slice(0, -mostEnded)) remove(id);
  };

  for (const file of readdirSync(folder)) {
    const session = file.endsWith('.json') ? readWhole<Session>(join(folder, file)) : undefined;
    if (!session) continue;
    sessions.set(session.id, session);
    if (!hasEnded(session)) keepQuanta(session.id);
  }

  const get = (id: string): Session => {
    const session = sessions.get(id);
    if (!session) throw noSuchUpload();
    if (session.refusal) throw new StorageError(session.refusal.status, session.refusal.reason, session.refusal.message);
    return session;
  };

  /** Writes what is new of a piece behind what is there. */
  const receive = async (
    id: string,
    body: AsyncIterable<Buffer>,
    { start, cutAfter }: { start: number; cutAfter: number },
  ): Promise<void> => {
    let at = start;
    let received = receivedOf(id);
    const file = await open(placeOf(id, 'data'), 'a', 0o600);
    try {
      for await (const piece of arriving(body, cutAfter)) {
        const fresh = piece.subarray(Math.max(0, received - at));
        at += piece.length;
        if (at > received && at - fresh.length === received) {
          await file.appendFile(fresh);
          received += fresh.length;
        }
      }
    } finally {
      await file.close();
    }
  };

  const take = async (id: string, body: AsyncIterable<Buffer>, range: ContentRange & { cutAfter: number }): Promise<Arrived> => {
    const before = receivedOf(id);
    const { start = before, end, total } = range;
    if (start > before) return { received: before, whole: false };
    try {
      await receive(id, body, { start, cutAfter: range.cutAfter });
    } catch (error) {
      keepQuanta(id);
      throw error;
    }
    const received = receivedOf(id);
    const whole = total === undefined ? end === undefined : received === total;
    if (!whole && receivedOf(id) > 0) keepQuanta(id);
    return { received: receivedOf(id), whole };
  };

  return {
    start: (facts: ObjectFacts, { ifGeneration, principal }: Precondition & { principal: string | undefined }): Session => {
      const session = { id: randomBytes(24).toString('base64url'), facts, principal, ...(ifGeneration !== undefined && { ifGeneration }) };
      keep(session);
      return session;
    },
    get,
    receivedOf,
    dataOf: (id: string): string => placeOf(id, 'data'),
    take: (id: string, body: AsyncIterable<Buffer>, range: ContentRange & { cutAfter: number }): Promise<Arrived> => {
      const turn = (turns.get(id) ?? Promise.resolve()).catch(() => undefined).then(() => take(id, body, range));
      turns.set(id, turn);
      return turn.finally(() => {
        if (turns.get(id) === turn) turns.delete(id);
      });
    },
    end: (session: Session, result: StoredObject): void => keep({ ...session, result }),
    refuse: (session: Session, { status, reason, message }: StorageError): void => {
      keep({ ...session, refusal: { status, reason, message } });
      rmSync(placeOf(session.id, 'data'), { force: true });
    },
    cancel: remove,
    /** neither ended nor cancelled */
    open: (): number => [...sessions.values()].filter((session) => !hasEnded(session)).length,
  };
};

export type UploadSessions = ReturnType<typeof uploadSessions>;
