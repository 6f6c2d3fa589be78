import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import type { House } from '#app/house.ts';
import type { Changed } from '#domain/access/audit-events.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { sendingModes, type SendingMode } from '#domain/kernel/sending-mode.ts';
import { authorize } from './conventions/authenticate.ts';
import { callerWithin } from './conventions/brand-limits.ts';
import { callerFor } from './conventions/caller-for.ts';
import type { Caller } from './conventions/caller.ts';
import { checkInput, type Part } from './conventions/check-input.ts';
import { deprecationHeaders } from './conventions/deprecation.ts';
import { idempotencyKeyOf } from './conventions/idempotency-key.ts';
import { inFlight } from './conventions/in-flight.ts';
import { noteAccess } from './conventions/note-access.ts';
import { noteRefusal } from './conventions/note-refusal.ts';
import { Problem, type Whose } from './conventions/problem.ts';
import { checkUpload, receiveUpload } from './conventions/receive-upload.ts';
import { countRequest } from './conventions/rate-limit.ts';
import { parseJson, readJsonText } from './conventions/read-json.ts';
import { runWatched } from './conventions/seen-thing.ts';
import { claimKey, releaseKey, saveAnswer, seedOf, type Keyed, type SavedAnswer } from './conventions/saved-answers.ts';
import { whileOwned } from './conventions/while-owned.ts';
import type { Answer, Call, Operation } from './operation.ts';

/** A request as the room sees it, whoever brought it. */
export type Asked = Readonly<{
  house: House;
  cause: Cause;
  headers: Readonly<Record<string, string | undefined>>;
  path: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string | readonly string[]>>;
  /** read already, or still to come */
  body: string | Readable;
  origin: string;
  /** the operation by which is seen what this one changes */
  thing?: Operation | undefined;
}>;

export type Ready = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array;
  /** how many a list shows */ shown?: number;
  changes?: readonly Changed[];
  changedNothing?: true;
  whose?: Whose;
  /** of the events that it has led to, where that is not the request's id */ cause?: string;
}>;

const nothing = z.strictObject({});

const bodyOf = async ({ body: schema, upload }: Operation, { headers, body }: Asked): Promise<string | undefined> => {
  if (upload) checkUpload(headers, upload);
  return schema === undefined || upload ? undefined : readJsonText(headers, body);
};

/** A body that was read already comes from a test that has no stream. */
const uploadOf = ({ upload }: Operation, { body }: Asked): Pick<Call, 'upload'> =>
  upload ? { upload: receiveUpload(typeof body === 'string' ? Readable.from([Buffer.from(body)]) : body, upload.mostBytes) } : {};

const checked = ({ params, query, body }: Operation, asked: Asked, text: string | undefined): Readonly<Record<string, unknown>> => {
  const parts: Part[] = [{ where: 'path', schema: params ?? nothing, value: asked.path }];
  parts.push({ where: 'query', schema: query ? query.strict() : nothing, value: asked.query });
  if (body !== undefined && text !== undefined) parts.push({ where: 'body', schema: body, value: parseJson(text) });
  return checkInput(parts);
};

/** What of it is for the audit log. */
const notedOf = ({ changedNothing, whose }: Answer, changes: readonly Changed[]): Pick<Ready, 'changes' | 'changedNothing' | 'whose'> => ({
  ...(changes.length === 0 ? {} : { changes }),
  ...(changedNothing ? { changedNothing } : {}),
  ...(whose ? { whose } : {}),
});

const readyOf = (answer: Answer, changes: readonly Changed[]): Ready => {
  const { status, headers = {}, body } = answer;
  const noted = notedOf(answer, changes);
  if (body === undefined) return { status, headers, body: '', ...noted };
  if (body instanceof Uint8Array) return { status, headers, body, ...noted };
  const { data } = body as { data?: unknown };
  const shown = Array.isArray(data) ? { shown: data.length } : {};
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body), ...shown, ...noted };
};

/** What a repeated request is answered; undefined: it runs anew, for nothing was done, or what was answered is a file. */
const savedOf = ({ unsaved }: Operation, { status, headers, body }: Ready): SavedAnswer | undefined => {
  if (status >= 300 || typeof body !== 'string') return undefined;
  if (!unsaved) return { status, headers, body };
  const shown = Object.entries(JSON.parse(body) as object).filter(([name]) => !unsaved.includes(name));
  return { status, headers, body: JSON.stringify(Object.fromEntries(shown)) };
};

/** The work, and its answer saved; nothing is saved of a request that was refused, since nothing was done. */
const runKeyed = async (operation: Operation, { house }: Asked, keyed: Keyed, work: () => Promise<Ready>): Promise<Ready> => {
  const claimed = await claimKey(house, keyed);
  if ('saved' in claimed) return { ...claimed.saved, headers: { ...claimed.saved.headers, 'idempotent-replayed': 'true' } };
  const owned = { keyed, owner: claimed.owner };
  try {
    const ready = await whileOwned(house, owned, work);
    const saved = savedOf(operation, ready);
    await (saved ? saveAnswer(house, owned, saved) : releaseKey(house, owned));
    return ready;
  } catch (error) {
    await releaseKey(house, owned).catch(() => undefined);
    throw error;
  }
};

type Prepared = Readonly<{ operation: Operation; asked: Asked; caller: Caller; text: string | undefined }>;

const causeOfSeed = (seed: string): string => `idem_${seed}`;

/** Of whatever is made of it too, so that the events of a request are found by its id. */
const causeWith = ({ id, now }: Cause, seed: string | undefined): Cause => ({
  id: seed === undefined ? id : causeOfSeed(seed),
  now,
  correlation: id,
});

const call = async ({ operation, asked, caller, text }: Prepared, key: string | undefined): Promise<Ready> => {
  const { house, cause, headers, origin } = asked;
  const input = checked(operation, asked, text);
  const keyed =
    key === undefined
      ? undefined
      : { caller, route: `${operation.method} ${operation.path}`, key, payload: `${JSON.stringify(asked.path)}${text ?? ''}` };
  const seed = keyed && seedOf(house, keyed);
  const made = {
    house,
    caller: await callerWithin(operation, { house, caller }, input),
    path: input['path'],
    query: input['query'],
    body: input['body'],
    cause: causeWith(cause, seed),
    headers,
    origin,
    ...(seed === undefined ? {} : { seed }),
    ...uploadOf(operation, asked),
  } satisfies Call;
  const work = async (): Promise<Ready> => {
    const { answer, changes } = await runWatched({ operation, thing: asked.thing }, made);
    return readyOf(answer, changes);
  };
  if (!keyed || seed === undefined) return work();
  const ready = await inFlight(house, seed, () => (operation.idempotentBySeed ? work() : runKeyed(operation, asked, keyed, work)));
  return { ...ready, cause: causeOfSeed(seed) };
};

const modesOf = ({ modes, method, of }: Operation): readonly SendingMode[] => {
  if (modes || method === 'get') return modes ?? sendingModes;
  return of === 'account' ? ['live'] : ['live', 'test'];
};

/** As the operation is to see him. Throws a Problem `mode_unavailable`. */
const callerOf = (operation: Operation, caller: Caller): Caller => {
  const modes = modesOf(operation);
  if (!modes.includes(caller.mode))
    throw new Problem('mode_unavailable', `A ${caller.mode} key does not do this: use a ${modes.join(' or ')} key.`);
  return operation.of === 'account' ? { ...caller, companyId: caller.accountId } : caller;
};

/** What is known of whoever asks, as far as the request came. */
export type Known = { caller?: Caller };

/** Who is told while it runs: headers of the answer, and who asks. */
export type Telling = Readonly<{ known: Known; tell: (headers: Ready['headers']) => void }>;

const answer = async (operation: Operation, asked: Asked, { known, tell }: Telling): Promise<Ready> => {
  const { house, headers, origin } = asked;
  tell(deprecationHeaders(operation, origin));
  known.caller = await callerFor(operation, asked);
  tell(await countRequest(house, known.caller));
  if (!operation.open) authorize(known.caller, operation.scope);
  const caller = callerOf(operation, known.caller);
  const key =
    operation.method === 'post' && !operation.open ? idempotencyKeyOf(headers, operation.needsIdempotencyKey === true) : undefined;
  if (operation.needsIfMatch && headers['if-match'] === undefined) throw new Problem('if_match_missing');
  const ready = await call({ operation, asked, caller, text: await bodyOf(operation, asked) }, key);
  await noteAccess({ operation, asked, caller, ready });
  return ready;
};

/** From the headers to the answer: who, how often, may he, what, once. Throws Problems, Refusals, and what failed. */
export const runOperation = async (operation: Operation, asked: Asked, telling: Telling): Promise<Ready> => {
  try {
    return await answer(operation, asked, telling);
  } catch (error) {
    await noteRefusal({ operation, asked, caller: telling.known.caller, error });
    throw error;
  }
};
