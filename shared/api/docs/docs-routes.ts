import type { Hono } from 'hono';
import type { ErrorCodes } from '../conventions/error-codes.ts';
import { openApiDocument, type OpenApi } from '../openapi-document.ts';
import type { Resource } from '../resource.ts';
import { docsPage, initScript } from './docs-page.ts';
import { swaggerFile } from './swagger-file.ts';

/** Nothing from any other host; Swagger UI writes styles of its own, and shows pictures that it holds itself. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const headersOf = (type: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
});

type Sampled = { description?: string; 'x-codeSamples'?: readonly { label: string; lang: string; source: string }[] };

/** The page shows the examples where they are read: behind the description. */
const withSamples = (document: OpenApi): OpenApi => {
  const copy = structuredClone(document);
  for (const item of Object.values(copy.paths ?? {}) as Record<string, Sampled>[])
    for (const operation of Object.values(item)) {
      const samples = operation['x-codeSamples'] ?? [];
      const blocks = samples.map(({ lang, source }) => `\`\`\`${lang.toLowerCase()}\n${source}\n\`\`\``);
      operation.description = [operation.description ?? '', ...blocks].join('\n\n');
    }
  return copy;
};

/** `/openapi.json`, and a page of it for people at `/docs`. Nobody needs a key for them. */
export const docsRoutes = (app: Hono, resources: readonly Resource[], codes: ErrorCodes): void => {
  const document = (url: string): OpenApi => openApiDocument(resources, codes, new URL(url).origin);
  app.get('/openapi.json', (context) => context.body(JSON.stringify(document(context.req.url)), 200, headersOf('application/json')));
  app.get('/docs/openapi.json', (context) =>
    context.body(JSON.stringify(withSamples(document(context.req.url))), 200, headersOf('application/json')),
  );
  app.get('/docs', (context) => context.body(docsPage(resources, codes), 200, headersOf('text/html; charset=utf-8')));
  app.get('/docs/init.js', (context) => context.body(initScript, 200, headersOf('text/javascript; charset=utf-8')));
  app.get('/docs/:file', async (context, next) => {
    const file = await swaggerFile(context.req.param('file'));
    if (!file) return next();
    return context.body(file.content, 200, { ...headersOf(file.type), 'cache-control': 'public, max-age=86400', etag: file.etag });
  });
};
