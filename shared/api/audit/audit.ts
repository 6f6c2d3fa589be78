import type { Resource } from '../resource.ts';
import { exportAuditEntries } from './export-audit-entries.ts';
import { listAuditEntries } from './list-audit-entries.ts';

export const audit: Resource = {
  name: 'Audit',
  description: 'Every change, and every look at people: who, when and from where.',
  operations: [listAuditEntries, exportAuditEntries],
  errors: {},
};
