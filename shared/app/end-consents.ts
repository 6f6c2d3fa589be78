import { keyScopeOf } from '#domain/kernel/streams.ts';
import { timeCell } from '#projections/cells.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import type { House } from './house.ts';

/** 16 CFR 310.5: proof of consent is kept for five years. */
const keptYears = 5;
const perSweep = 500;

/** `2026-11` → the month so many later. */
const monthAfter = (month: string, months: number): string => {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
};
const startOf = (month: string): string => `${month}-01T00:00:00.000Z`;

type Ending = Readonly<{ scope: string }>;

/** Goes with the commit of what somebody says about consent: when its key is to go, five years after the month's last day. `now`: UTC ISO. */
export const endingWrite = (stream: string, now: string): DocumentWrite => {
  const scope = keyScopeOf(stream, now);
  const data: Ending = { scope };
  const id = scope.slice(scope.indexOf('/') + 1);
  return { path: `consentEnds/${id}`, data, dueAt: startOf(monthAfter(now.slice(0, 7), keptYears * 12 + 1)) };
};

/** What was said before is older than five years, whichever day of its month it was said on. As the reporting tables write times. */
export const endedBefore = (now: string): string => timeCell(startOf(monthAfter(now.slice(0, 7), -keptYears * 12)));

/** Destroys keys whose five years are over, so many at a time; the marks that stop messages stay. Again: nothing. Returns how many. */
export const endConsents = async ({ documents, vault }: Pick<House, 'documents' | 'vault'>, now: string): Promise<number> => {
  const due = await documents.due<Ending>('consentEnds', now, perSweep);
  for (const { data } of due) await vault.destroy(data.scope);
  if (due.length > 0) await documents.write(due.map(({ path, version }) => ({ path, delete: true, ifVersion: version })));
  return due.length;
};
