/** What holds for every operation; Markdown. */
export const introduction = `
Times are RFC 3339 in UTC, phones E.164, ids begin with what they name (\`msg_\`, \`cmp_\`, \`pkt_\`).
Names of this API are in snake_case; a campaign's definition is the document of its file as it is.

**Keys.** \`Authorization: Bearer carillon_live_…\`. A key belongs to one company; whatever it names of another one is not there (404).
\`live\` reaches people, \`test\` a simulated network, \`team\` the people on your list.

**Errors** are \`application/problem+json\` (RFC 9457). \`code\` is stable and listed below; \`detail\` is for people and may change.

**Trying again.** Send an \`Idempotency-Key\` with every POST, and the same one when you try again: the first answer is given again for seven
days (\`Idempotent-Replayed: true\`). Another body under the same key is refused (422), one that is still being worked on too (409).

**Limits.** \`RateLimit\` tells what is left of each window; 429 comes with \`Retry-After\`.

**Lists** are newest first: \`limit\`, \`starting_after\`, \`ending_before\`, and a \`Link\` header to the next page.

**Edits** take the \`ETag\` that you have read as \`If-Match\`: 412 where somebody else was faster, 428 without it.

**Examples** take the address and the key from the environment: \`export CARILLON=https://… CARILLON_KEY=carillon_test_…\`. Those in TypeScript
use a client that is made of this description, here and at \`/openapi.json\`:

\`\`\`typescript
// carillon.ts, after: npm install openapi-fetch && npx openapi-typescript "$CARILLON/openapi.json" -o carillon-api.ts
import createClient from 'openapi-fetch';
import type { paths } from './carillon-api.ts';

export const client = createClient<paths>({
  baseUrl: process.env.CARILLON ?? '',
  headers: { Authorization: \`Bearer \${process.env.CARILLON_KEY}\` },
  // files go as they are
  bodySerializer: (body: unknown) => (body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body)),
});
\`\`\`

**Versions** are dates: \`Carillon-Version: 2026-11-01\`. New fields, codes and events come without a new version.
`.trim();
