import type { Samples } from './sample.ts';

export const auditSamples: Samples = async () => {
  const sample = { query: { kind: 'look', since: '2026-11-01T00:00:00.000Z' }, reports: true as const };
  return { listAuditEntries: sample, exportAuditEntries: sample };
};
