import type { Channel } from '#domain/kernel/ids.ts';
import { workOf, workPath, type WorkItem } from '#domain/work/work-item.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import type { Placed } from '#ports/event-store.ts';
import type { Queued } from './claim-writes.ts';

type ToSend = Readonly<{
  companyId: string;
  campaignId: string;
  stream: string;
  version: number;
  queued: readonly Queued[];
  /** of the append that queues them */
  at: Placed;
  cause: string;
  /** bulk unless told */
  priority?: WorkItem['priority'];
  sites?: WorkItem['sites'];
}>;

export const channelsOf = (queued: readonly Queued[]): readonly Channel[] => [...new Set(queued.map(({ data }) => data.channel))];

/** Where the messages of one append wait: an item for each of their channels. */
export const workPaths = ({ companyId, cause, queued }: Pick<ToSend, 'companyId' | 'cause' | 'queued'>): readonly string[] =>
  channelsOf(queued).map((channel) => workPath(companyId, workOf(cause, channel)));

const channelWrite = (
  { companyId, campaignId, stream, version, queued, at, cause, priority = 'bulk', sites }: ToSend,
  channel: Channel,
): readonly DocumentWrite[] => {
  const pending = queued.flatMap(({ data }, index) => (data.channel === channel ? [[index, data.sendAt] as const] : []));
  const first = pending.map(([, sendAt]) => sendAt).sort()[0];
  if (first === undefined) return [];
  const data: WorkItem = {
    companyId,
    campaignId,
    channel,
    priority,
    version,
    ...(sites ? { sites } : {}),
    payload: { stream, ...at, cause },
    pending,
    inFlight: [],
    attempt: 0,
  };
  return [{ path: workPath(companyId, workOf(cause, channel)), data, dueAt: first, ifAbsent: true }];
};

/** The work items of the messages that one append queues, one for each channel; an index counts all of the append's messages. */
export const workWrite = (toSend: ToSend): readonly DocumentWrite[] =>
  channelsOf(toSend.queued).flatMap((channel) => channelWrite(toSend, channel));

export const workHint = (path: string) => ({ data: { path }, key: path });
