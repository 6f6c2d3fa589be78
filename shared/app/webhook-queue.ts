import { createHash } from 'node:crypto';
import { idBody } from '#domain/kernel/ids.ts';
import type { Document, DocumentWrite } from '#ports/documents.ts';
import { webhookPaths } from './webhook-paths.ts';

/** One event that is to be told at one endpoint. Tells of nobody: what is said is read from the log when it is said. */
export type WebhookItem = Readonly<{
  /** the public id, `evt_…`: the same however often it is told */
  id: string;
  type: string;
  /** where it stands in the log */
  at: Readonly<{ partition: string; position: number; event: string }>;
  attempts: number;
  /** real time, milliseconds since 1970 */
  due: number;
}>;

/** Up to fifty of them, as one document: read, tried and written together. */
export type WebhookQueue = Readonly<{ companyId: string; endpointId: string; items: readonly WebhookItem[] }>;

export const itemsTogether = 50;
const keptMs = 30 * 86_400_000;

export const publicEventId = (companyId: string, type: string, fact: string): string =>
  `evt_${idBody(createHash('sha256').update(`${companyId}\n${type}\n${fact}`).digest(), 24)}`;

export const realInstant = (ms: number): string => new Date(ms).toISOString();

/** When the first of them is due: real time, UTC ISO. */
export const firstDue = ({ items }: Pick<WebhookQueue, 'items'>): string => realInstant(Math.min(...items.map(({ due }) => due)));

/** It is found from its first due item on. Nothing waits for longer than thirty days. */
export const queueWrite = (
  id: string,
  queue: WebhookQueue,
  { now }: Readonly<{ now: string }>,
): Extract<DocumentWrite, { data: unknown }> => ({
  path: webhookPaths.queued(queue.endpointId, id),
  data: queue,
  dueAt: firstDue(queue),
  expiresAt: new Date(Date.parse(now) + keptMs).toISOString(),
});

/** Documents of up to fifty items each, under ids that begin with `name`. */
export const queueWrites = (name: string, queue: WebhookQueue, now: string): readonly Extract<DocumentWrite, { data: unknown }>[] => {
  const writes = [];
  for (let first = 0; first < queue.items.length; first += itemsTogether) {
    const items = queue.items.slice(first, first + itemsTogether);
    writes.push(queueWrite(`${name}.${first / itemsTogether}`, { ...queue, items }, { now }));
  }
  return writes;
};

export const idOfQueued = ({ path }: Pick<Document, 'path'>): string => path.slice(path.lastIndexOf('/') + 1);
