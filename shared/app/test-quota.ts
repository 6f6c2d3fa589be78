import { Refusal } from '#domain/kernel/refusal.ts';
import type { Documents, DocumentWrite } from '#ports/documents.ts';

/** Business times of a company's last tests, at most as many as an hour allows. */
type TestTimes = Readonly<{ at: readonly string[] }>;

const perHour = 20;
const hourMs = 3_600_000;

const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

/** Takes one of a company's 20 tests an hour, with the commit that the write goes into. Throws a Refusal when none is left. */
export const testQuota = async (documents: Documents, companyId: string, now: string): Promise<DocumentWrite> => {
  const path = `testTimes/${companyId}`;
  const found = await documents.get<TestTimes>(path);
  const last = (found?.data.at ?? []).filter((at) => Date.parse(at) > Date.parse(now) - hourMs);
  if (last.length >= perHour) {
    const next = later(last[0] ?? now, hourMs).slice(11, 16);
    throw new Refusal(
      'too_many_tests',
      `${perHour} test messages were sent in the last hour, which is all: the next may go at ${next} UTC`,
    );
  }
  const data: TestTimes = { at: [...last, now] };
  return { path, data, expiresAt: later(now, hourMs), ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }) };
};
