import type { ErrorCode, ErrorCodes } from '../conventions/error-codes.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const rowOf = ([code, { status, title, words }]: readonly [string, ErrorCode]): string =>
  `<tr id="errors-${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td><strong>${escaped(title)}.</strong> ${escaped(words)}</td></tr>`;

/** The operations, shown by Swagger UI from this machine, and every error code with an address of its own. */
export const docsPage = (codes: ErrorCodes): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Carillon API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<style>
body { margin: 0; font-family: sans-serif; }
main, #errors { max-width: 1460px; margin: 0 auto; padding: 0 20px; box-sizing: border-box; }
#errors table { border-collapse: collapse; width: 100%; }
#errors th, #errors td { text-align: left; vertical-align: top; padding: 8px; border-top: 1px solid #d0d0d0; font-weight: normal; }
#errors tr:target { background: #fff3c4; }
</style>
</head>
<body>
<main id="operations"></main>
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
SwaggerUIBundle({
  url: '/docs/openapi.json',
  dom_id: '#operations',
  deepLinking: false,
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
