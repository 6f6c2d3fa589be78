import type { Documents } from '#ports/documents.ts';
import { webhookPaths, type Listening } from './webhook-paths.ts';

const knownInMs = 10_000;

/**
 * Whether any company listens: asked once in ten seconds, and only by processes that store something. Who begins to listen meanwhile is found by
 * the next tick.
 */
export const customersListen = (
  documents: () => Pick<Documents, 'get'>,
  realMs: () => number,
  /** real time for which an answer is believed */ knownMs = knownInMs,
): (() => Promise<boolean>) => {
  let known: Readonly<{ at: number; listen: Promise<boolean> }> | undefined;
  const ask = async (): Promise<boolean> => ((await documents().get<Listening>(webhookPaths.listening))?.data.companies.length ?? 0) > 0;
  return () => {
    const at = realMs();
    if (known && at - known.at < knownMs) return known.listen;
    const listen = ask().catch(() => false);
    known = { at, listen };
    return listen;
  };
};
