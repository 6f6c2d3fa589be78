import type { Documents } from '#ports/documents.ts';
import { webhookPaths, type Listening } from './webhook-paths.ts';

/** Real time for which a process believes that nobody listens. */
export const knownInMs = 10_000;

/**
 * Whether any company listens: asked once in ten seconds, and only by processes that store something. Whoever begins to listen
 * meanwhile has the log read once more when no process believes so any longer.
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
