import type { HouseStatus } from '#app/house-status.ts';
import type { DemoResult } from '#wiring/demo-result.ts';

const list = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([code, count]) => `${count} ${code}`)
    .join(', ') || 'none';

export const demoWords = (result: DemoResult): string => {
  const { rows, touches, messages, rejected, skipped, waiting, sent, delivered, undelivered, checks } = result;
  return [
    `${rows} rows, ${touches} touches: ${messages} messages, rejected: ${list(rejected)}; skipped: ${list(skipped)}; waiting: ${waiting}`,
    `${sent} sent: ${delivered} delivered, ${undelivered} undelivered, ${result.failed} failed, ${result.expired} expired, ${result.canceled} canceled, ${result.in_doubt} in doubt`,
    `${result.seconds} s, ${result.messages_per_second} messages/s, ${result.peak_rss_mb} MB at most; ${result.log.events} events in ${result.log.commits} commits`,
    ...Object.entries(checks).map(([check, holds]) => `${holds ? 'ok  ' : 'FAIL'} ${check.replaceAll('_', ' ')}`),
  ].join('\n');
};

export const statusWords = ({ now, campaigns, queue, bus, reporting }: HouseStatus): string => {
  const campaignLines = campaigns.map(
    ({ campaignId, companyId, name, status, version, nextFireAt, waitingTouches }) =>
      `  ${campaignId} of ${companyId}  "${name}"  ${status}, version ${version}; ${waitingTouches} touches wait${nextFireAt === undefined ? '' : `, next run ${nextFireAt}`}`,
  );
  const dead = bus.deadLetters.map(({ id, topic, error }) => `  given up: ${topic} ${id}: ${error}`);
  const due = queue.nextDueAt === undefined ? '' : `, next at ${queue.nextDueAt}`;
  return [
    `it is ${now}`,
    campaigns.length === 0 ? 'no campaigns yet: put one with "carillon campaign put FILE"' : 'campaigns:',
    ...campaignLines,
    `queue: ${queue.messages} messages in ${queue.workItems} work items, ${queue.inFlight} in flight${due}`,
    `tasks: ${bus.pending}${dead.length === 0 ? '' : `, ${dead.length} given up:`}`,
    ...dead,
    reporting.state === 'ready'
      ? `reports: ready, ${reporting.behindCommits} commits behind`
      : 'reports: the database does not answer; sending goes on, reports catch up',
  ].join('\n');
};
