import { keyScopeOf } from '#domain/kernel/streams.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { consentEndsAt } from './consent-ends-at.ts';
import type { House } from './house.ts';

const perSweep = 500;

type Ending = Readonly<{ scope: string }>;

/** Goes with the commit of what somebody says about consent: when its key is to go, five years after the month's last day. `now`: UTC ISO. */
export const endingWrite = (stream: string, now: string): DocumentWrite => {
  const scope = keyScopeOf(stream, now);
  const data: Ending = { scope };
  const id = scope.slice(scope.indexOf('/') + 1);
  return { path: `consentEnds/${id}`, data, dueAt: consentEndsAt(now) };
};

/** Destroys keys whose five years are over, so many at a time; the marks that stop messages stay. Again: nothing. Returns how many. */
export const endConsents = async ({ documents, vault }: Pick<House, 'documents' | 'vault'>, now: string): Promise<number> => {
  const due = await documents.due<Ending>('consentEnds', now, perSweep);
  for (const { data } of due) await vault.destroy(data.scope);
  if (due.length > 0) await documents.write(due.map(({ path, version }) => ({ path, delete: true, ifVersion: version })));
  return due.length;
};
