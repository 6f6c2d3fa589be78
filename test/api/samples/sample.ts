import type { Asking, Furnished } from '../../support/api-house.ts';

/**
 * How the contract tests call an operation with success, as the company that they furnish. `foreign`: what another company hears that calls
 * the same; left out: 404 where there is an id in the path, else whatever is its own.
 * `reports`: it reads the reporting tables. The houses of these tests have none, so it says so; the operation's own test, with a database, tells the rest.
 * `sometimes`: not for what is asked here.
 * `alone`: what is heard where the house has nobody to ask, no provider or no registrar.
 * `open`: nobody is asked who he is. `session`: headers of somebody who is signed in, in the place of a key.
 */
export type Sample = Omit<Asking, 'key'> &
  Readonly<{ foreign?: number; reports?: true | 'sometimes'; alone?: number; open?: true; session?: Readonly<Record<string, string>> }>;

/** By operation id. Whatever they need is made here, by verbs or over HTTP; for two companies in one house, so ids have to differ between them. */
export type Samples = (furnished: Furnished & Readonly<{ origin: string }>) => Promise<Readonly<Record<string, Sample>>>;
