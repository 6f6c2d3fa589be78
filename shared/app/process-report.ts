import type { Cause } from '#domain/kernel/event.ts';
import type { Provider, ReadReport, ReportRequest } from '#ports/provider.ts';
import type { House } from './house.ts';
import { receiveKeys } from './receive-keys.ts';
import { receiveStatus } from './receive-status.ts';

type Read = Extract<ReadReport, { kind: 'report' }>;

/** Stores all that a verified request reports. Throws a Refusal where a message is none of the account's, or cannot exist. */
export const processReport = async (
  house: House,
  { provider, read, request }: Readonly<{ provider: Provider; read: Read; request: ReportRequest }>,
  cause: Cause,
): Promise<void> => {
  const reports = [read.report, ...(read.also ?? [])];
  await Promise.all(
    reports.map((report, n) => {
      const [webhook, id] = n === 0 ? [{ raw: request }, cause.id] : [{}, `${cause.id}:${n}`];
      return receiveStatus(house, provider.name, { ...report, webhook }, { ...cause, id });
    }),
  );
  for (const report of reports.filter(({ keys }) => keys !== undefined))
    await receiveKeys(house, { provider: provider.name, report, raw: request }, cause);
};
