import { textCell, timeCell } from './cells.ts';
import type { Placed, Projection } from './projection.ts';

export type CompanyRow = Placed &
  Readonly<{ company_id: string; name: string | null; provider: string; account_id: string; registered_at: string }>;

export const companies: Projection<CompanyRow, 'CompanyRegistered' | 'CompanyRenamed'> = {
  table: {
    name: 'companies',
    key: ['company_id'],
    columns: ['company_id', 'name', 'provider', 'account_id', 'registered_at', 'position', 'ordinal'] satisfies (keyof CompanyRow)[],
  },
  handles: ['CompanyRegistered', 'CompanyRenamed'],
  keyOf: (event) => ({ company_id: event.data.companyId }),
  evolve: (row, event, ordinal) => {
    const { position } = event;
    if (event.type === 'CompanyRenamed') return row && { ...row, name: textCell(event.data.name, 200), position, ordinal };
    return (
      row ?? {
        company_id: event.data.companyId,
        name: textCell(event.data.name, 200),
        provider: event.data.account.provider,
        account_id: event.data.account.accountId,
        registered_at: timeCell(event.occurredAt),
        position,
        ordinal,
      }
    );
  },
};
