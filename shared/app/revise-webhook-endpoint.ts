import type { Cause } from '#domain/kernel/event.ts';
import type { WebhookEndpoint, WebhookEndpoints } from '#domain/webhook/webhook-endpoint.ts';
import { checkEndpoint } from './add-webhook-endpoint.ts';
import { changeWebhookEndpoints } from './change-webhook-endpoints.ts';
import type { House } from './house.ts';
import { ownEndpoint } from './own-endpoint.ts';
import { webhookPaths, webhookScope } from './webhook-paths.ts';

export type EndpointChange = Readonly<{
  companyId: string;
  endpointId: string;
  by: string;
  /** what is left out stays */
  url?: string | undefined;
  events?: readonly string[] | undefined;
  description?: string | undefined;
  status?: WebhookEndpoint['status'] | undefined;
}>;

/** Throws Refusals: webhook_endpoint_unknown, webhook_url_refused, event_type_unknown. */
export const reviseWebhookEndpoint = async (house: House, change: EndpointChange, cause: Cause): Promise<WebhookEndpoint> => {
  const { companyId, endpointId, by, url, events, description, status } = change;
  await ownEndpoint(house, companyId, endpointId);
  checkEndpoint(house, { ...(url === undefined ? {} : { url }), ...(events === undefined ? {} : { events }) });
  const of = { companyId, endpointId, by, at: cause.now };
  const facts = { ...(url === undefined ? {} : { url }), ...(events === undefined ? {} : { events }), description };
  let state: WebhookEndpoints = await changeWebhookEndpoints(house, { type: 'ReviseWebhookEndpoint', data: { ...of, ...facts } }, cause);
  const next = { ...cause, id: `${cause.id}/status` };
  if (status === 'enabled') {
    // what it did before it was mended counts no more
    const beside = [{ path: webhookPaths.health(endpointId), delete: true } as const];
    state = await changeWebhookEndpoints(house, { type: 'EnableWebhookEndpoint', data: of }, next, beside);
  }
  if (status === 'disabled')
    state = await changeWebhookEndpoints(house, { type: 'DisableWebhookEndpoint', data: { ...of, why: 'asked' } }, next);
  return state[endpointId]!;
};

/** Nothing is told there any more, and what it has answered can be read by nobody. Throws a Refusal `webhook_endpoint_unknown`. */
export const removeWebhookEndpoint = async (
  house: House,
  { companyId, endpointId, by }: Readonly<{ companyId: string; endpointId: string; by: string }>,
  cause: Cause,
): Promise<void> => {
  await ownEndpoint(house, companyId, endpointId);
  const beside = [{ path: webhookPaths.health(endpointId), delete: true } as const];
  await changeWebhookEndpoints(house, { type: 'RemoveWebhookEndpoint', data: { companyId, endpointId, by, at: cause.now } }, cause, beside);
  await house.vault.destroy(webhookScope(endpointId));
};
