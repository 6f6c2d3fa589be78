import type { Cause } from '#domain/kernel/event.ts';
import { fold } from '#domain/kernel/decider.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { webhooksStream } from '#domain/kernel/streams.ts';
import { webhookEndpoints, type WebhookEndpointCommand, type WebhookEndpoints } from '#domain/webhook/webhook-endpoint.ts';
import { DocumentMoved, type Document, type DocumentWrite } from '#ports/documents.ts';
import type { ScopeKey } from '#ports/vault.ts';
import { knownInMs } from './customers-listen.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { topics } from './topics.ts';
import { webhookPaths, webhookScope, type CompanyWebhooks, type EndpointDocument, type Listening } from './webhook-paths.ts';

const tries = 5;
const mostCompanies = 20_000;

type Found = Document<Listening> | undefined;

const ifSame = (found: Found) => (found ? { ifVersion: found.version } : { ifAbsent: true as const });

/** Where nobody listened, nobody read: what happened before now is told to nobody. */
const beginReading = async ({ documents, store }: House, found: Found): Promise<void> => {
  const starts = await Promise.all(
    store.partitions().map(async (partition) => ({ path: webhookPaths.checkpoint(partition), data: { at: await store.tail(partition) } })),
  );
  const { listening: path } = webhookPaths;
  await documents.write(starts, [found ? { path, version: found.version } : { path, absent: true }]);
};

/** For seconds other processes believe that nobody listens, and tell no reader what they have stored: it is read soon, and once none of them does. */
const readSoon = async ({ bus, store, clock }: House): Promise<void> => {
  const began = clock.realMs();
  const hints = [1_000, knownInMs + 1_000].flatMap((delayMs) =>
    store.partitions().map((partition) => ({ data: { partition }, key: `${partition}@${began + delayMs}`, delayMs })),
  );
  await bus.publish(topics.notifyCustomer, hints);
};

const listeningWrite = (companyId: string, isListening: boolean, found: Found): readonly DocumentWrite[] => {
  const { companies = [] } = found?.data ?? {};
  if (companies.includes(companyId) === isListening) return [];
  if (isListening && companies.length >= mostCompanies)
    throw new Refusal('webhooks_full', `this house tells up to ${mostCompanies} companies of their events`);
  const data: Listening = { companies: isListening ? [...companies, companyId] : companies.filter((one) => one !== companyId) };
  return [{ path: webhookPaths.listening, data, ...ifSame(found) }];
};

const documentsOf = (
  { companyId, endpointId }: WebhookEndpointCommand['data'],
  state: WebhookEndpoints,
  { found, key }: Readonly<{ found: Found; key: ScopeKey | undefined }>,
): readonly DocumentWrite[] => {
  const endpoints = Object.values(state)
    .filter(({ status }) => status === 'enabled')
    .map(({ endpointId, events, since }) => ({ endpointId, events, since }));
  const company: CompanyWebhooks = { endpoints };
  const path = webhookPaths.company(companyId);
  const endpoint = state[endpointId];
  const address = key && endpoint ? key.seal(Buffer.from(endpoint.url ?? '')).toString('base64') : '';
  const document: EndpointDocument | undefined = endpoint && { companyId, status: endpoint.status, address };
  return [
    endpoints.length > 0 ? { path, data: company } : { path, delete: true },
    document ? { path: webhookPaths.endpoint(endpointId), data: document } : { path: webhookPaths.endpoint(endpointId), delete: true },
    ...(document ? [] : [{ path: webhookPaths.secrets(endpointId), delete: true } as const]),
    ...listeningWrite(companyId, endpoints.length > 0, found),
  ];
};

/** A decision about a company's endpoints, with all that is known of them elsewhere. Throws Refusals. */
export const changeWebhookEndpoints = async (
  house: House,
  command: WebhookEndpointCommand,
  cause: Cause,
  /** documents that go with it */ beside: readonly DocumentWrite[] = [],
): Promise<WebhookEndpoints> => {
  const { companyId, endpointId } = command.data;
  const stream = webhooksStream(companyId);
  const key = command.type === 'RemoveWebhookEndpoint' ? undefined : await house.vault.keyFor(webhookScope(endpointId));
  const begins = command.type === 'AddWebhookEndpoint' || command.type === 'EnableWebhookEndpoint';
  for (let left = tries; ; left--) {
    const found = await house.documents.get<Listening>(webhookPaths.listening);
    const documents = (state: WebhookEndpoints): readonly DocumentWrite[] => [
      ...documentsOf(command.data, state, { found, key }),
      ...beside,
    ];
    try {
      const isFirst = begins && (found?.data.companies.length ?? 0) === 0;
      if (isFirst) await beginReading(house, found);
      const { state } = await handle(house.store, webhookEndpoints, { stream, companyId, command, cause, documents });
      // only a hint: without it the next tick reads
      if (isFirst) await readSoon(house).catch(() => undefined);
      return state;
    } catch (error) {
      if (!(error instanceof DocumentMoved) || left <= 1) throw error;
    }
  }
};

/** The company's endpoints, from the log itself. */
export const readWebhookEndpoints = async ({ store }: Pick<House, 'store'>, companyId: string): Promise<WebhookEndpoints> => {
  const { events } = await store.read(webhooksStream(companyId));
  return fold(webhookEndpoints, events as readonly unknown[] as readonly never[]);
};
