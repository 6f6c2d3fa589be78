import type { ErrorCode, ErrorCodes } from '../conventions/error-codes.ts';
import type { Operation } from '../operation.ts';
import type { Resource } from '../resource.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const rowOf = ([code, { status, title, words }]: readonly [string, ErrorCode]): string =>
  `<tr id="errors-${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td><strong>${escaped(title)}.</strong> ${escaped(words)}</td></tr>`;

const entryOf = ({ id, method, path, summary }: Operation, { name }: Resource): string =>
  `<li id="${id}"><a href="#/${encodeURIComponent(name)}/${id}">${escaped(summary)}</a> <code>${method.toUpperCase()} ${path}</code></li>`;

const indexOf = (resource: Resource): string =>
  `<h3>${escaped(resource.name)}</h3>\n<ul>\n${resource.operations.map((one) => entryOf(one, resource)).join('\n')}\n</ul>`;

/**
 * The operations, shown by Swagger UI from this machine; behind them each of them on a line, to be found with the browser's own search; and every
 * error code. Lines and codes have addresses of their own.
 */
export const docsPage = (resources: readonly Resource[], codes: ErrorCodes): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Carillon API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<style>
body { margin: 0; font-family: sans-serif; }
main, #all, #errors { max-width: 1460px; margin: 0 auto; padding: 0 20px; box-sizing: border-box; }
#errors table { border-collapse: collapse; width: 100%; }
#errors th, #errors td { text-align: left; vertical-align: top; padding: 8px; border-top: 1px solid #d0d0d0; font-weight: normal; }
#errors th { width: 30%; }
#errors td, #errors th, #all li { overflow-wrap: anywhere; }
#errors td:nth-child(2) { overflow-wrap: normal; }
#errors tr:target, #all li:target { background: #fff3c4; }
</style>
</head>
<body>
<main id="operations"></main>
<section id="all" aria-labelledby="all-title">
<h2 id="all-title">All operations</h2>
${resources.map(indexOf).join('\n')}
</section>
<section id="errors" aria-labelledby="errors-title">
<h2 id="errors-title">Error codes</h2>
<table>
<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">What it means</th></tr></thead>
<tbody>
${Object.entries(codes)
  .toSorted(([one], [other]) => (one < other ? -1 : 1))
  .map(rowOf)
  .join('\n')}
</tbody>
</table>
</section>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/init.js"></script>
</body>
</html>
`;

/** The page scrolls to an error's code only after the operations have their place. */
export const initScript = `
// links of the list below lead to operations: Swagger UI looks at the address only when it begins
addEventListener('hashchange', function () {
  if (location.hash.indexOf('#/') === 0) location.reload();
});
SwaggerUIBundle({
  url: '/docs/openapi.json',
  dom_id: '#operations',
  deepLinking: true,
  validatorUrl: null,
  persistAuthorization: false,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  onComplete: function () {
    var target = location.hash && document.getElementById(location.hash.slice(1));
    if (target) target.scrollIntoView();
  },
});
`.trimStart();
