import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { reportPatience } from '#adapters/mysql/report-patience.ts';

describe('a report', () => {
  it('that somebody waits for gives up on a silent database before he does; one that counts whole tables has as long as any statement', () => {
    const reports = readdirSync('sql/reports').map((file) => file.replace('.sql', ''));
    const long = reports.filter((name) => reportPatience(name, 120_000) > 20_000);
    assert.ok(reports.includes('message-page') && reports.includes('audit-page'));
    assert.deepEqual(
      long.filter((name) => !/^(?:check|totals)-/.test(name)),
      [],
    );
    assert.ok(long.includes('check-orphans'));
    assert.equal(reportPatience('message-page', 300), 300);
  });
});
