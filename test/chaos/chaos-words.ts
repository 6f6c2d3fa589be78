import type { ChaosResult } from './chaos.ts';
import type { Platform } from './platform.ts';

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
/** What the issue asks for, whatever the lease. */
export const longestStillTargetMs = 60_000;
const doubtShare = 0.001;

/** What must not be, in words; nothing where all is well. */
export const faultsIn = (result: ChaosResult): readonly string[] => {
  const { once, twice, missing, messages, inDoubt, longestStillMs, checks } = result;
  const failed = Object.entries(checks).filter(([, holds]) => !holds);
  return [
    ...(twice > 0 ? [`${twice} people were sent a message twice`] : []),
    ...(missing > 0 ? [`${missing} people were sent nothing`] : []),
    ...(once !== messages ? [`${once} of ${messages} messages came once`] : []),
    ...(inDoubt > messages * doubtShare ? [`${inDoubt} messages are in doubt, more than 0.1 %`] : []),
    ...(longestStillMs > longestStillTargetMs ? [`nothing moved for ${seconds(longestStillMs)}`] : []),
    ...failed.map(([check]) => `the check ${check} does not hold`),
  ];
};

type About = Readonly<{ on: string }> & Pick<Platform, 'leaseMs' | 'callTimeoutMs' | 'listLagMs'>;

/** The run as a table for people. */
export const chaosTable = (result: ChaosResult, { on, leaseMs, callTimeoutMs, listLagMs }: About): string => {
  const { longestStillMs, longestInFlightMs, checks } = result;
  const rows: readonly (readonly [string, string])[] = [
    ['seed', String(result.seed)],
    ['platform', on],
    ['lease · call time-out · list lag', [leaseMs, callTimeoutMs, listLagMs].map(seconds).join(' · ')],
    ['kills (SIGKILL)', String(result.kills)],
    ['freezes (SIGSTOP past the lease)', String(result.freezes)],
    ['of these with new messages in flight', String(result.inFlight)],
    ['messages', String(result.messages)],
    ['sent exactly once', String(result.once)],
    ['sent twice', `${result.twice}   (target 0)`],
    ['missing', `${result.missing}   (target 0)`],
    ['in doubt', `${result.inDoubt}   (target ${Math.floor(result.messages * doubtShare)} at most)`],
    ['longest without progress', `${seconds(longestStillMs)}   (target ${seconds(longestStillTargetMs)}, whatever the lease)`],
    ['longest in flight, over several strikes', seconds(longestInFlightMs)],
    ...Object.entries(checks).map(([check, holds]) => [`check ${check}`, holds ? 'holds' : 'FAILS'] as const),
    ['took', `${result.seconds} s`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return `${rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')}\n`;
};
