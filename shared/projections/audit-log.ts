import { textCell, timeCell } from './cells.ts';
import type { Projection } from './projection.ts';

export type AuditLogRow = Readonly<{
  id: string;
  company_id: string;
  happened_at: string;
  kind: 'change' | 'look' | 'refusal';
  done_by: string;
  operation: string;
  subjects: string;
  answer_status: number;
  shown: number | null;
  request_id: string;
  address: string | null;
  agent: string | null;
  code: string | null;
  cause_id: string | null;
  operator: string | null;
  changes: string | null;
}>;

export const auditLog: Projection<AuditLogRow, 'AccessNoted'> = {
  table: {
    name: 'audit_log',
    key: ['id'],
    columns: [
      'id',
      'company_id',
      'happened_at',
      'kind',
      'done_by',
      'operation',
      'subjects',
      'answer_status',
      'shown',
      'request_id',
      'address',
      'agent',
      'code',
      'cause_id',
      'operator',
      'changes',
    ] satisfies (keyof AuditLogRow)[],
  },
  handles: ['AccessNoted'],
  once: true,
  keyOf: ({ id }) => ({ id }),
  evolve: (_row, { id, companyId, occurredAt, data, private: personal }) => ({
    id,
    company_id: companyId,
    happened_at: timeCell(occurredAt),
    kind: data.kind,
    done_by: data.by,
    operation: data.operation,
    subjects: JSON.stringify(data.subjects),
    answer_status: data.status,
    shown: data.shown ?? null,
    request_id: data.request,
    address: textCell(personal?.address, 100),
    agent: textCell(personal?.agent, 300),
    code: data.code ?? null,
    cause_id: data.cause ?? null,
    operator: textCell(personal?.operator, 100),
    changes: personal?.changes === undefined ? null : JSON.stringify(personal.changes),
  }),
};
