import { createHash, randomUUID } from 'node:crypto';
import type { Cause } from '#domain/kernel/event.ts';
import { idBody } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { isEventFilter } from '#domain/webhook/event-types.ts';
import type { WebhookEndpoint } from '#domain/webhook/webhook-endpoint.ts';
import { changeWebhookEndpoints } from './change-webhook-endpoints.ts';
import type { House } from './house.ts';
import { companyPath } from './register-company.ts';
import { newWebhookSecret } from './sign-webhook.ts';
import { webhookPaths, webhookScope, type SecretsDocument } from './webhook-paths.ts';

export type EndpointRequest = Readonly<{
  companyId: string;
  url: string;
  /** public types, `message.*` or `*` */
  events: readonly string[];
  description?: string | undefined;
  /** a developer listens there: samples come too */
  hearsSamples?: boolean | undefined;
  by: string;
}>;

/** Throws Refusals: webhooks_unavailable, webhook_url_refused, event_type_unknown. */
export const checkEndpoint = ({ webhooks }: House, { url, events }: Partial<Pick<EndpointRequest, 'url' | 'events'>>): void => {
  if (!webhooks) throw new Refusal('webhooks_unavailable', 'this house calls nobody: it has no way out');
  const trouble = url === undefined ? undefined : webhooks.problemOf(url);
  if (trouble !== undefined) throw new Refusal('webhook_url_refused', trouble);
  const unknown = events?.find((event) => !isEventFilter(event));
  if (unknown !== undefined)
    throw new Refusal('event_type_unknown', `there is no event ${unknown}: name one that /docs lists, a kind like message.*, or * for all`);
};

export const sealSecret = async ({ vault }: House, endpointId: string, secret: string): Promise<string> => {
  const key = await vault.keyFor(webhookScope(endpointId));
  if (!key) throw new Refusal('webhook_endpoint_unknown', `${endpointId} was removed`);
  return key.seal(Buffer.from(secret)).toString('base64');
};

/** `secret` signs what is called; nobody can show it a second time. Throws Refusals, also company_unknown and webhook_endpoints_too_many. */
export const addWebhookEndpoint = async (
  house: House,
  request: EndpointRequest,
  cause: Cause,
): Promise<Readonly<{ endpoint: WebhookEndpoint; secret: string }>> => {
  const { companyId, url, events, description, hearsSamples, by } = request;
  checkEndpoint(house, request);
  if (!(await house.documents.get(companyPath(companyId)))) throw new Refusal('company_unknown', `there is no company ${companyId}`);
  const endpointId = `whk_${idBody(createHash('sha256').update(randomUUID()).digest())}`;
  const secret = newWebhookSecret();
  const secrets: SecretsDocument = { companyId, secrets: [{ sealed: await sealSecret(house, endpointId, secret) }] };
  const data = { companyId, endpointId, url, events, description, hearsSamples, by, at: cause.now };
  const beside = [{ path: webhookPaths.secrets(endpointId), data: secrets }];
  const state = await changeWebhookEndpoints(house, { type: 'AddWebhookEndpoint', data }, cause, beside);
  return { endpoint: state[endpointId]!, secret };
};
