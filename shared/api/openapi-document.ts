import { OpenAPIHono, z, type RouteConfig } from '@hono/zod-openapi';
import { samplesOf } from './docs/samples.ts';
import { errorIn, type ErrorCodes } from './conventions/error-codes.ts';
import { commonHeaders, requestHeaders } from './conventions/described-headers.ts';
import { currentVersion } from './conventions/versions.ts';
import { introduction } from './docs/introduction.ts';
import type { Definition, Operation } from './operation.ts';
import type { Resource, WebhookType } from './resource.ts';

type Route = RouteConfig;

const problem = z
  .object({
    type: z.string().meta({ description: 'a URL that says more' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'what to do next, for people; may change' }),
    instance: z.string(),
    code: z.string().meta({ description: 'stable: for programs' }),
    errors: z
      .array(
        z.object({
          pointer: z.string(),
          code: z.string(),
          detail: z.string(),
          line: z.int().optional().meta({ description: 'of a template' }),
          column: z.int().optional(),
        }),
      )
      .optional(),
    request_id: z.string(),
    doc_url: z.string(),
  })
  .openapi('Problem');

/** What names the place where a page begins. */
const places = ['starting_after', 'ending_before', 'cursor'] as const;

/** Codes that an operation may answer because of what it is. */
const impliedCodes = ({ method, query, body, upload, open, scope, needsIfMatch, needsIdempotencyKey }: Definition): readonly string[] => [
  'request_invalid',
  ...(places.some((name) => name in (query?.shape ?? {})) ? ['cursor_unknown'] : []),
  'version_unknown',
  ...(open ? [] : ['api_key_missing', 'session_over', 'scope_missing', 'mode_unavailable']),
  ...(open || method === 'get' ? [] : ['csrf_token_wrong']),
  ...(scope.startsWith('session:') ? [] : ['brand_limited']),
  'rate_limited',
  'internal',
  ...(body === undefined ? [] : ['body_malformed', 'body_missing', 'content_type_unsupported']),
  ...(body === undefined && !upload ? [] : ['body_too_large', 'request_slow']),
  ...(method === 'post' ? ['idempotency_key_invalid', 'idempotency_key_reused', 'request_in_flight'] : []),
  ...(needsIdempotencyKey ? ['idempotency_key_missing'] : []),
  ...(needsIfMatch ? ['if_match_missing', 'version_moved'] : []),
];

const textHeaders = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' as const } }]));

const problemsOf = (operation: Definition, codes: ErrorCodes): Route['responses'] => {
  const all = [...impliedCodes(operation), ...(operation.errors ?? [])].map((code) => ({ code, ...errorIn(codes, code) }));
  const byStatus = Map.groupBy(all, ({ status }) => status);
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [
      status,
      {
        description: those.map(({ code, title }) => `\`${code}\`: ${title}`).join('; '),
        content: { 'application/problem+json': { schema: problem } },
        headers: textHeaders(commonHeaders),
      },
    ]),
  );
};

const answersOf = ({ answers, example }: Definition): Route['responses'] =>
  Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema, file, headers = {} }], index) => {
      const json = schema && {
        'application/json': { schema, ...(index === 0 && example.answer !== undefined ? { example: example.answer } : {}) },
      };
      const content = file === undefined ? json : { [file]: { schema: { type: 'string' as const, format: 'binary' } } };
      return [status, { description, ...(content ? { content } : {}), headers: textHeaders({ ...headers, ...commonHeaders }) }];
    }),
  );

const bodyOf = ({ body, upload, example }: Definition) => {
  if (upload)
    return {
      required: true,
      content: Object.fromEntries(upload.contentTypes.map((type) => [type, { schema: { type: 'string' as const, format: 'binary' } }])),
    };
  return (
    body && {
      required: true,
      content: { 'application/json': { schema: body, ...(example.body === undefined ? {} : { example: example.body }) } },
    }
  );
};

/** One operation of the document. */
const routeOf = (operation: Operation, tag: string, codes: ErrorCodes): Route => {
  const { id, method, path, summary, description, scope, open, params, query, deprecated } = operation;
  const body = bodyOf(operation);
  return {
    operationId: id,
    method,
    path,
    tags: [tag],
    summary,
    description: [description, open ? 'Needs neither key nor session.' : `Scope: \`${scope}\``].filter(Boolean).join('\n\n'),
    security: open ? [] : [{ key: [] }, { session: [] }],
    ...(deprecated ? { deprecated: true } : {}),
    request: {
      ...(params ? { params } : {}),
      ...(query ? { query } : {}),
      headers: requestHeaders(operation),
      ...(body ? { body } : {}),
    },
    responses: { ...answersOf(operation), ...problemsOf(operation, codes) },
    'x-scope': scope,
    'x-codeSamples': samplesOf(operation),
  };
};

/** `message.in_doubt` → `onMessageInDoubt` */
const webhookName = (type: string): string => `on${type.replaceAll(/(?:^|[._])(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

const webhookOf = ({ type, says, schema, example }: WebhookType, tag: string): Omit<RouteConfig, 'path'> & { path: string } => ({
  operationId: webhookName(type),
  method: 'post',
  path: type,
  tags: [tag],
  summary: says,
  security: [],
  request: { body: { required: true, content: { 'application/json': { schema, example } } } },
  responses: { '2XX': { description: 'Taken. Whatever else comes back, or nothing within 15 seconds, is tried again.' } },
});

export type OpenApi = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

/** OpenAPI 3.1 of these resources. */
export const openApiDocument = (resources: readonly Resource[], codes: ErrorCodes, origin: string): OpenApi => {
  const described = new OpenAPIHono();
  const { openAPIRegistry: registry } = described;
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key: `carillon_live_…` reaches people, `carillon_test_…` a simulated network, `carillon_team_…` the people on your list.',
  });
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-carillon',
    description: 'A session of somebody who has signed in; whatever changes something needs its token in `X-CSRF-Token` too.',
  });
  for (const { name, operations } of resources) for (const one of operations) registry.registerPath(routeOf(one, name, codes));
  for (const { name, webhooks = [] } of resources) for (const one of webhooks) registry.registerWebhook(webhookOf(one, name));
  return described.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Carillon', version: currentVersion, description: introduction },
    servers: [{ url: origin }],
    tags: resources.map(({ name, description }) => ({ name, description })),
  });
};
