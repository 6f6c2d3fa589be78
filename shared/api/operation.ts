import type { Readable } from 'node:stream';
import type { z } from '@hono/zod-openapi';
import type { House } from '#app/house.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { SendingMode } from '#domain/kernel/sending-mode.ts';
import type { Caller } from './conventions/caller.ts';
import type { Whose } from './conventions/problem.ts';

/** What an operation is called with: checked by its schemas, by somebody who may. */
export type Call<Path = unknown, Query = unknown, Body = unknown> = Readonly<{
  house: House;
  caller: Caller;
  path: Path;
  query: Query;
  body: Body;
  /** its id is the request's; the same for a request that is tried again with its Idempotency-Key, so that what was done is not done twice */
  cause: Cause;
  /** stands for the caller's Idempotency-Key, where he sent one: the same key gives the same text, and tells nothing */
  seed?: string;
  /** as the caller sent them, names in lower case */
  headers: Readonly<Record<string, string | undefined>>;
  /** the body of an operation with `upload`, not yet read; its error is a Problem (408, 413) */
  upload?: Readable;
  /** where people reach this API, without a trailing slash */
  origin: string;
}>;

/** `body` becomes JSON, unless the operation answers with a `file`. */
export type Answer = Readonly<{
  status: number;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** this time, as it was asked for: a dry run */
  changedNothing?: true;
  /** of an open operation: who it was that has shown himself by it, for the audit log */
  whose?: Whose;
}>;

/** A file as it goes out: its content type stands in the operation's `answers`. */
export type AnswerOf = Readonly<{
  description: string;
  /** of the JSON; left out: no body, or a file */
  schema?: z.ZodType;
  /** the content type of a file */
  file?: string;
  /** those of this answer alone: what all answers carry is described once */
  headers?: Readonly<Record<string, string>>;
}>;

/** Shown in /docs in curl and TypeScript, and driven by the contract tests' reader. */
export type Example = Readonly<{ path?: Record<string, string>; query?: Record<string, string>; body?: unknown; answer?: unknown }>;

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export type Definition<
  Path extends z.ZodObject | undefined = z.ZodObject | undefined,
  Query extends z.ZodObject | undefined = z.ZodObject | undefined,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
> = Readonly<{
  /** operationId: a verb and its object, `sendMessage` */
  id: string;
  method: Method;
  /** `/v1/messages/{id}` */
  path: string;
  /** one line */
  summary: string;
  /** Markdown */
  description?: string;
  /** `resource:action` */
  scope: string;
  /** what it is about belongs to the company itself, tests or not (its keys, users, numbers): `caller.companyId` is the company's own with every key */
  of?: 'account';
  /** keys that may call it; left out: all that read; what changes something, not with a team key, and what is of the account with a live key alone */
  modes?: readonly SendingMode[];
  /** for whoever is not known yet: neither key nor session is asked for, and `caller` is nobody */
  open?: true;
  /** its answer shows what identifies people: who looked, at what, and where from is in the log before it leaves */
  looksAt?: 'person';
  /** a POST because what is looked for must stand in no path: a search, a preview */
  changesNothing?: true;
  /** of a GET: what of its answer stands in the audit log as it was before and after a change; left out: all of it, or nothing of one that looks at people */
  keptFields?: readonly string[];
  /** the same where it names people: what stands there of its answer instead, as fingerprints */
  keptAs?: (body: unknown, call: Pick<Call, 'house' | 'caller'>) => unknown;
  params?: Path;
  query?: Query;
  body?: Body;
  /** the body is no JSON: `run` reads `upload` itself, up to so many bytes */
  upload?: Readonly<{ mostBytes: number; contentTypes: readonly string[] }>;
  /** by status; those of errors are described by `errors` */
  answers: Readonly<Record<number, AnswerOf>>;
  /** codes that this operation answers besides the common ones */
  errors?: readonly string[];
  /** it sends, or costs: an Idempotency-Key must be there */
  needsIdempotencyKey?: true;
  /** the verb does nothing twice for the same `seed` and gives the same answer again, so nothing needs to be saved */
  idempotentBySeed?: true;
  /** fields of the answer that are shown once: a repeated request, whose answer was saved, lacks them */
  unsaved?: readonly string[];
  /** an edit: If-Match must be there, and `run` compares it (`checkMatch`) */
  needsIfMatch?: true;
  example: Example;
  /** since which it should be used no longer, and until when it works; dates, `2026-11-20` */
  deprecated?: Readonly<{ since: string; until?: string; instead: string }>;
}>;

type Checked<S> = S extends z.ZodType ? z.output<S> : undefined;

export type Operation = Definition & Readonly<{ run: (call: Call) => Promise<Answer> }>;

/** One operation of a resource, and all that is known about it. */
export const operation = <
  Path extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(
  definition: Definition<Path, Query, Body> &
    Readonly<{ run: (call: Call<Checked<Path>, Checked<Query>, Checked<Body>>) => Promise<Answer> }>,
): Operation => definition as unknown as Operation;
