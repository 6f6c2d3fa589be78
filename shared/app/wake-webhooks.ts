import { duePages } from './due-pages.ts';
import type { House } from './house.ts';
import { topics } from './topics.ts';
import { webhookPaths, type Listening } from './webhook-paths.ts';
import { realInstant, type WebhookQueue } from './webhook-queue.ts';

/** Documents with up to fifty events each: what stands behind them is found when these are done. */
const mostDue = 2_000;

/** Readers whose hint was lost, and endpoints where something is due again; where no company listens any more, what its last endpoint has left. */
export const wakeWebhooks = async ({ documents, bus, store, clock }: House): Promise<void> => {
  if ((await documents.get<Listening>(webhookPaths.listening))?.data.companies.length)
    await bus.publish(
      topics.notifyCustomer,
      store.partitions().map((partition) => ({ data: { partition }, key: partition })),
    );
  const endpoints = new Set<string>();
  let seen = 0;
  for await (const due of duePages<WebhookQueue>(documents, 'hookQueue', realInstant(clock.realMs()))) {
    for (const { data } of due) endpoints.add(data.endpointId);
    if ((seen += due.length) >= mostDue) break;
  }
  const hints = [...endpoints].map((endpointId) => ({ data: { endpointId }, key: endpointId }));
  if (hints.length > 0) await bus.publish(topics.callWebhooks, hints);
};
