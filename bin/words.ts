import type { HouseStatus } from '#app/house-status.ts';
import type { TickStatus } from '#ports/ticks.ts';
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

export type StatusAnswer = HouseStatus & Readonly<{ running: boolean }>;

const versionWords = (version: number, approved: number | undefined): string => {
  if (approved === version) return `version ${version}`;
  return approved === undefined
    ? `version ${version} (not approved yet)`
    : `version ${version} (not approved yet: version ${approved} sends)`;
};

const pausedWords = (ticks: readonly TickStatus[]): readonly string[] => {
  const paused = ticks.filter(({ state }) => state === 'paused').map(({ tick }) => tick);
  return paused.length === 0 ? [] : [`PAUSED: ${paused.join(', ')}; nobody ticks for them until "carillon ticks resume"`];
};

const heldWords = (held: StatusAnswer['heldPackets']): readonly string[] =>
  held.map(
    ({ packetId, campaignId, vanished, relisted }) =>
      `HELD: the full list ${packetId} of ${campaignId} lacks ${vanished} of ${vanished + relisted} appointments to come that the list before had; their messages go out until somebody says "carillon packets confirm ${packetId}"`,
  );

const haltedWords = (campaigns: StatusAnswer['campaigns']): readonly string[] => {
  const halted = new Map(campaigns.flatMap(({ companyId, halted: halt }) => (halt ? [[companyId, halt] as const] : [])));
  return Array.from(
    halted,
    ([companyId, { by, since, reason }]) =>
      `HALTED: nothing of ${companyId} is sent, since ${since} by ${by}${reason === undefined ? '' : ` (${reason})`}, until "carillon company lift ${companyId}"`,
  );
};

const stoppedWords = (campaigns: StatusAnswer['campaigns']): readonly string[] => {
  const stopped = new Map(campaigns.map(({ companyId, stopped: ways }) => [companyId, ways] as const));
  return [...stopped].flatMap(([companyId, ways]) =>
    ways.map(
      ({ provider, channel, from, code, since }) =>
        `STOPPED: ${provider}${channel === undefined ? '' : ` ${channel}`}${from === undefined ? '' : ` from ${from}`} of ${companyId}, since ${since} (${code}); "carillon routes show --company ${companyId}" says what to do`,
    ),
  );
};

export const statusWords = (
  { running, now, campaigns, queue, bus, heldPackets, reporting }: StatusAnswer,
  ticks: readonly TickStatus[],
): string => {
  const campaignLines = campaigns.map(
    ({ campaignId, companyId, name, status, version, approvedVersion, nextFireAt, waitingTouches }) =>
      `  ${campaignId} of ${companyId}  "${name}"  ${status}, ${versionWords(version, approvedVersion)}; ${waitingTouches} touches wait${nextFireAt === undefined ? '' : `, next run ${nextFireAt}`}`,
  );
  const dead = bus.deadLetters.map(({ id, topic, error }) => `  given up: ${topic} ${id}: ${error}`);
  const due = queue.nextDueAt === undefined ? '' : `, next at ${queue.nextDueAt}`;
  return [
    running ? `the house runs; it is ${now}` : 'the house is not running: "carillon start" opens it, and what waits goes on',
    ...pausedWords(ticks),
    ...heldWords(heldPackets),
    ...haltedWords(campaigns),
    ...stoppedWords(campaigns),
    campaigns.length === 0 ? 'no campaigns yet: put one with "carillon campaign put FILE"' : 'campaigns:',
    ...campaignLines,
    `queue: ${queue.messages} messages in ${queue.workItems} work items, ${queue.inFlight} in flight${due}`,
    `tasks: ${bus.pending ?? 'the bus keeps no count'}${dead.length === 0 ? '' : `, ${dead.length} given up:`}`,
    ...dead,
    reporting.state === 'ready'
      ? `reports: ready, ${reporting.behindCommits} commits behind`
      : `reports: the database does not answer; ${running ? 'sending goes on, reports catch up' : 'nothing else waits for it'}`,
  ].join('\n');
};
