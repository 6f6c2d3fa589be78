import type { Asking, Furnished } from '../../support/api-house.ts';

/**
 * How the contract tests call an operation with success, as the company that they furnish. `foreign`: what another company hears that calls
 * the same; left out: 404 where there is an id in the path, else whatever is its own.
 */
export type Sample = Omit<Asking, 'key'> & Readonly<{ foreign?: number }>;

/** By operation id. Whatever they need is made here, by verbs or over HTTP. */
export type Samples = (furnished: Furnished & Readonly<{ origin: string }>) => Promise<Readonly<Record<string, Sample>>>;
