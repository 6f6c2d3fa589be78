import type { Routing } from '#domain/company/routing.ts';
import type { StatusReport } from '#ports/provider.ts';
import type { House } from './house.ts';
import { ofRecipient } from './log-calls.ts';
import { noteHealth } from './note-health.ts';

type Reported = Parameters<typeof noteHealth>[2] & Pick<StatusReport, 'status'> & Readonly<{ code: string | undefined }>;

/** An end of a message says how its way is. */
export const noteReported = (house: House, company: Routing, { status, code = '', ...about }: Reported): void => {
  if (status === 'delivered') noteHealth(house, company, about, { ended: 1 });
  if (status !== 'undelivered' && status !== 'failed') return;
  noteHealth(house, company, about, { ended: 1, undelivered: ofRecipient.has(code) ? 0 : 1 });
};
