import type { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import type { House } from '#app/house.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { DocumentMoved } from '#ports/documents.ts';
import { AppendTooLarge, StreamMoved } from '#ports/event-store.ts';
import { ReadModelAway, RebuildBusy } from '#ports/read-model.ts';
import { codesOf } from './codes-of.ts';
import { errorIn, type ErrorCodes } from './conventions/error-codes.ts';
import { logRefused } from './conventions/log-refused.ts';
import { Problem, problemBody } from './conventions/problem.ts';
import { thingsOf } from './conventions/seen-thing.ts';
import { versionOf } from './conventions/versions.ts';
import { docsRoutes } from './docs/docs-routes.ts';
import type { Operation } from './operation.ts';
import type { Resource } from './resource.ts';
import { resources as allResources } from './resources.ts';
import { runOperation, type Known, type Ready } from './run-operation.ts';

/** What stands beside each request: a body that was not read yet is no part of it. */
export type Beside = Readonly<{
  house: House;
  cause: Cause;
  stream?: Readable | undefined;
  headers: Readonly<Record<string, string | undefined>>;
  /** told of an answer as it is: a Response and its headers would take a tenth of what a small request costs */
  take: (ready: Ready) => void;
}>;

export type Api = Readonly<{ fetch: (request: Request, beside: Beside) => Promise<Response> }>;

type Env = { Bindings: Beside };

/** Refusals are spoken in the middle of a line, and some of them name a command to whoever sits at one: he hears the code's own words. */
const sentence = (words: string): string => {
  // ids keep their small letters
  const begun = words.replace(/^[a-z](?=[a-z']*[ ,:])/, (letter) => letter.toUpperCase());
  return /[.?!]$/.test(begun) ? begun : `${begun}.`;
};

/** Where it was thrown: files and lines of ours. */
const framesOf = (error: unknown): readonly string[] =>
  [...(error instanceof Error ? (error.stack ?? '') : '').matchAll(/^ +at .*\/((?:shared|functions)\/\S+?:\d+):\d+\)?$/gm)]
    .slice(0, 5)
    .map(([, place]) => place ?? '');

const problemFor = ({ house }: Beside, error: unknown): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal) return new Problem(error.code, /"carillon |--\w/.test(error.message) ? undefined : sentence(error.message));
  if (error instanceof ReadModelAway) return new Problem('reports_away', undefined, { headers: { 'retry-after': '60' } });
  if (error instanceof RebuildBusy) return new Problem('rebuild_busy', undefined, { headers: { 'retry-after': '60' } });
  if (error instanceof DocumentMoved || error instanceof StreamMoved)
    return new Problem('busy', undefined, { headers: { 'retry-after': '1' } });
  if (error instanceof AppendTooLarge)
    return new Problem('body_too_large', 'What would be kept of this is more than fits into one entry of the log: send less at once.');
  house.log.error(
    { error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown', at: framesOf(error) },
    'an operation of the API failed',
  );
  return new Problem('internal');
};

const originOf = (url: string): string => new URL(url).origin;

/** What was asked for, by whom, and since when: for the log. */
type Asking = Readonly<{ operation?: string; known?: Known; begunMs: number }>;

const problemAnswer = (context: Context<Env>, { codes, error }: Readonly<{ codes: ErrorCodes; error: unknown }>, asking: Asking): Ready => {
  const { house } = context.env;
  const problem = problemFor(context.env, error);
  const code = errorIn(codes, problem.code);
  const { operation, known, begunMs } = asking;
  const ms = Math.round(house.clock.realMs() - begunMs);
  logRefused(house, { request: context.env.cause.id, operation, caller: known?.caller, status: code.status, code: problem.code, ms });
  const url = new URL(context.req.url);
  const body = problemBody(problem, code, { origin: url.origin, instance: url.pathname, requestId: context.env.cause.id });
  return { status: code.status, headers: { 'content-type': 'application/problem+json', ...problem.headers }, body: JSON.stringify(body) };
};

const queryOf = (context: Context<Env>): Record<string, string | readonly string[]> => {
  const all = context.req.queries();
  return Object.fromEntries(
    Object.entries(all).map(([name, values]) => [name.replace(/\[\]$/, ''), values.length === 1 ? (values[0] ?? '') : values]),
  );
};

/** What every answer carries. */
const always = ({ env }: Context<Env>, version: string): Record<string, string> => ({
  'request-id': env.cause.id,
  'carillon-version': version,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});

/** Stands for what `take` was told. */
const taken = new Response(null);

const respond = ({ env }: Context<Env>, ready: Ready): Response => {
  env.take(ready);
  return taken;
};

const handlerFor =
  (operation: Operation, { codes, thing }: Readonly<{ codes: ErrorCodes; thing: Operation | undefined }>) =>
  async (context: Context<Env>): Promise<Response> => {
    const { house, cause, stream, headers } = context.env;
    let told: Record<string, string> = {};
    const tell = (more: Ready['headers']): void => void (told = { ...told, ...more });
    const known: Known = {};
    const begunMs = house.clock.realMs();
    let version = '';
    let ready: Ready;
    try {
      version = versionOf(headers);
      const origin = originOf(context.req.url);
      const body = stream ?? '';
      const asked = {
        house,
        cause,
        headers,
        path: context.req.param() as Record<string, string>,
        query: queryOf(context),
        body,
        origin,
        thing,
      };
      ready = await runOperation(operation, asked, { known, tell });
    } catch (error) {
      ready = problemAnswer(context, { codes, error }, { operation: operation.id, known, begunMs });
    }
    const shown = { ...always(context, version === '' ? versionOf({}) : version), ...told, ...ready.headers };
    return respond(context, { ...ready, headers: shown });
  };

const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** The API of a house: every resource's operations, the document that describes them, and the page that shows it. */
export const createApi = (resources: readonly Resource[] = allResources): Api => {
  const codes = codesOf(resources);
  const app = new Hono<Env>();
  const methods = new Map<string, string[]>();
  const refuse =
    (error: unknown) =>
    (context: Context<Env>): Response => {
      const ready = problemAnswer(context, { codes, error }, { begunMs: context.env.house.clock.realMs() });
      return respond(context, { ...ready, headers: { ...always(context, versionOf({})), ...ready.headers } });
    };
  const operations = resources.flatMap((one) => one.operations);
  const things = thingsOf(operations);
  for (const operation of operations) {
    const path = honoPath(operation.path);
    app.on(operation.method.toUpperCase(), path, handlerFor(operation, { codes, thing: things.get(operation) }));
    methods.set(path, [...(methods.get(path) ?? []), operation.method.toUpperCase()]);
  }
  docsRoutes(app as unknown as Hono, resources, codes);
  for (const [path, known] of methods) {
    const allow = (known.includes('GET') ? [...known, 'HEAD'] : known).join(', ');
    app.all(path, refuse(new Problem('method_not_allowed', `This path takes ${allow}.`, { headers: { allow } })));
  }
  app.notFound(refuse(new Problem('not_found')));
  app.onError((error, context) => refuse(error)(context));
  return { fetch: async (request, beside) => app.fetch(request, beside) };
};
