import { keysIn, textsIn } from '#adapters/secret-manager/secret-forms.ts';
import type { Secret, Secrets } from '#ports/secrets.ts';
import { ok, type Check } from './check.ts';

/** A secret that the house needs, and what it must hold. */
export type NeededSecret = Readonly<{ what: string; name: string; holds: 'key' | 'text' }>;

const check = (secrets: Secrets, { what, name, holds }: NeededSecret): Check => ({
  name: what,
  next: 'docs/DEPLOY.md says how a secret gets its first version, and how it is changed',
  run: async () => {
    const secret: Secret = await secrets.read(name);
    if (holds === 'key') keysIn(name, secret);
    else textsIn(name, secret);
    return ok(`${name} is there${secret.previous ? ', and the version before it too' : ''}`);
  },
});

/** Present, readable by us, and of the right length. */
export const secretChecks = (secrets: Secrets, needed: readonly NeededSecret[]): readonly Check[] =>
  needed.map((each) => check(secrets, each));
