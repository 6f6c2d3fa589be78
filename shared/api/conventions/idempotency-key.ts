import { Problem } from './problem.ts';

/** The Idempotency-Key of a request, bare or as a string of structured fields (draft-ietf-httpapi-idempotency-key-header-07). Throws Problems of status 400. */
export const idempotencyKeyOf = (headers: Readonly<Record<string, string | undefined>>, isNeeded: boolean): string | undefined => {
  const text = headers['idempotency-key']?.trim();
  if (text === undefined) {
    if (isNeeded) throw new Problem('idempotency_key_missing');
    return undefined;
  }
  const key = /^"((?:[^"\\]|\\["\\])*)"$/.exec(text)?.[1]?.replaceAll(/\\(["\\])/g, '$1') ?? text;
  if (!/^[\x20-\x7e]{1,255}$/.test(key) || key.trim() === '') throw new Problem('idempotency_key_invalid');
  return key;
};
