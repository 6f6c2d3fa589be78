import { createHash } from 'node:crypto';
import { Problem } from './problem.ts';

/** The state of a thing, from its version or from all that is shown of it. */
export const etagOf = (state: unknown): string =>
  `"${createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 22)}"`;

/** If-Match against the state that the edit meets (RFC 9110, 13.1.1). Throws Problems: 412, 428. */
export const checkMatch = (headers: Readonly<Record<string, string | undefined>>, etag: string): void => {
  const asked = headers['if-match'];
  if (asked === undefined) throw new Problem('if_match_missing');
  if (asked.trim() === '*') return;
  // a proxy that compresses makes weak ones of ours
  const seen = asked.split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (!seen.includes(etag)) throw new Problem('version_moved', undefined, { headers: { etag } });
};
