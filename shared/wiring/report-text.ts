import { toCsv } from '#reports/csv.ts';
import { toJson } from '#reports/json.ts';
import { toTable } from '#reports/table.ts';
import type { Report } from '#ports/read-model.ts';

export type ReportFormat = 'table' | 'csv' | 'json';

const writers: Readonly<Record<ReportFormat, (report: Report) => string>> = { table: toTable, csv: toCsv, json: toJson };

/** A report as text that ends with a line break. */
export const reportText = (report: Report, format: ReportFormat): string => writers[format](report);
