import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { sealSecret } from './add-webhook-endpoint.ts';
import { changeWebhookEndpoints, readWebhookEndpoints } from './change-webhook-endpoints.ts';
import type { House } from './house.ts';
import { newWebhookSecret } from './sign-webhook.ts';
import { webhookPaths, type SecretsDocument } from './webhook-paths.ts';

export type RotateRequest = Readonly<{
  companyId: string;
  endpointId: string;
  /** for which calls are signed with the old secret too */
  overlapSeconds: number;
  by: string;
}>;

/** So many sign a call at once, the newest ones. */
const mostSecrets = 3;

/** A new secret; the old one signs beside it for a while. Throws Refusals: webhook_endpoint_unknown, secret_overlap_too_long; and DocumentMoved. */
export const rotateWebhookSecret = async (house: House, request: RotateRequest, cause: Cause): Promise<Readonly<{ secret: string }>> => {
  const { companyId, endpointId, overlapSeconds, by } = request;
  const path = webhookPaths.secrets(endpointId);
  const found = await house.documents.get<SecretsDocument>(path);
  if (!(await readWebhookEndpoints(house, companyId))[endpointId] || !found)
    throw new Refusal('webhook_endpoint_unknown', `there is no webhook endpoint ${endpointId}: list them to see which there are`);
  const secret = newWebhookSecret();
  const until = new Date(Date.parse(cause.now) + overlapSeconds * 1_000).toISOString();
  const old = found.data.secrets.map((one) => ({ ...one, until: one.until !== undefined && one.until < until ? one.until : until }));
  const kept = old.filter((one) => one.until > cause.now);
  const secrets = [{ sealed: await sealSecret(house, endpointId, secret) }, ...kept].slice(0, mostSecrets);
  const data = { companyId, endpointId, by, at: cause.now, oldWorksUntil: until };
  const beside = [{ path, data: { companyId, secrets } satisfies SecretsDocument, ifVersion: found.version }];
  await changeWebhookEndpoints(house, { type: 'RotateWebhookSecret', data }, cause, beside);
  return { secret };
};
