import type { CampaignProgress, PacketProgress } from '#app/campaign-progress.ts';
import type { Holding, Wait } from '#app/campaign-waits.ts';
import type { Pace } from '#domain/delivery/pace.ts';

const reasons: Readonly<Record<Holding, string>> = {
  day: 'wait for their day',
  hour: 'wait for their hour',
  turn: 'go next',
  doubt: 'are in flight, or nobody can tell yet whether they were sent',
  provider: 'wait because the provider asked for a pause',
  route: 'wait because every way is stopped: "carillon routes show" says why, and "carillon routes resume" lets them go',
  carrier: 'wait because no provider that this house has carries their channel: "carillon routes show" says which there are',
  paused: 'wait because the campaign is paused: "carillon campaign resume" lets them go',
  halted: 'wait because the company is halted: "carillon company lift" lets them go',
  window: 'wait for the hours in which their recipients may be reached',
  registration: 'wait because their number is not registered for the United States: "carillon numbers list" shows how it stands',
  number_second: 'wait for their turn: the number sends no faster',
  campaign_minute: "wait for the campaign's limit per minute",
  campaign_day: "wait for the campaign's limit per day",
  campaign_month: "wait for the campaign's limit per month",
  brand_day: "wait for the brand's limit per day",
  company_day: "wait for the company's limit per day",
};

const waitWords = ({ why, messages, until }: Wait): string =>
  `  ${messages} ${reasons[why]}${until === undefined ? '' : `, the first until ${until.slice(0, 16).replace('T', ' ')} UTC`}`;

const statuses = ['sent', 'delivered', 'read', 'undelivered', 'failed', 'expired', 'canceled', 'in_doubt'] as const;

const packetWords = (packet: PacketProgress): readonly string[] => {
  const counts = statuses.filter((status) => packet[status] > 0).map((status) => `${packet[status]} ${status.replace('_', ' ')}`);
  return [
    `  ${packet.packetId}  ${packet.file}  ${packet.stage}: ${packet.rows} rows, ${packet.messages} messages${counts.length === 0 ? '' : `: ${counts.join(', ')}`}`,
    ...packet.failures.map(({ status, code, words, messages }) => `    ${messages} ${status.replace('_', ' ')} (${code}): ${words}`),
  ];
};

const timeWords = (seconds: number): string =>
  seconds < 90 ? `${seconds} s` : seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;

export const paceWords = (pace: Pace | undefined): string => {
  if (!pace) return '';
  const left = pace.secondsLeft === undefined || pace.secondsLeft === 0 ? '' : `, ${timeWords(pace.secondsLeft)} left`;
  return `${pace.perMinute} messages a minute${left}`;
};

/** A campaign's progress for people. */
export const progressWords = ({ campaignId, name, status, waits, packets, isCut }: CampaignProgress, pace: Pace | undefined): string => {
  const failed = (packets ?? []).filter(({ failures }) => failures.some(({ status: kind }) => kind === 'failed' || kind === 'undelivered'));
  return [
    `${campaignId} "${name}" is ${status}${pace ? `; ${paceWords(pace)}` : ''}`,
    ...(waits.length === 0 ? ['  nothing waits'] : waits.map(waitWords)),
    ...(packets
      ? packets.flatMap(packetWords)
      : ['  the reporting database does not answer: what was sent and what arrived is not known now']),
    ...(isCut ? ['  … and older packets: "carillon report packets"'] : []),
    ...failed.map(({ packetId }) => `  "carillon resend ${packetId}" sends the failed ones once more`),
  ].join('\n');
};
