import { loadHttp, type LoadOptions } from './http-load.ts';
import { webhookRequests, type WebhookJob } from './webhook-requests.ts';

/** The other side of the benchmark of webhooks, in a process of its own: makes and signs them first, and sends them when it is told to. */
export type LoadOrder = Readonly<{ job: WebhookJob; load: Omit<LoadOptions, 'port'> }>;

let requests: readonly Buffer[] = [];
let order: LoadOrder | undefined;
let cpu = process.cpuUsage();

process.on('message', (message: LoadOrder | 'go') => {
  if (message !== 'go') {
    order = message;
    cpu = process.cpuUsage();
    requests = webhookRequests(message.job);
    process.send?.('ready');
    return;
  }
  if (!order) throw new Error('nothing was ordered');
  void loadHttp(requests, { ...order.load, port: order.job.port }).then((result) => {
    const { user, system } = process.cpuUsage(cpu);
    process.send?.({ ...result, cpuSeconds: (user + system) / 1e6 });
  });
});
process.on('disconnect', () => process.exit());
