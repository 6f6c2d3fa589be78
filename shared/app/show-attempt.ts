import { Refusal } from '#domain/kernel/refusal.ts';
import type { House } from './house.ts';
import { openEndpoint } from './open-endpoint.ts';
import { ownEndpoint } from './own-endpoint.ts';
import { findAttempt, type WebhookAttempt } from './webhook-attempts.ts';
import { webhookBody } from './webhook-body.ts';
import { webhookScope } from './webhook-paths.ts';

/** `request`: as it would be sent now; whoever was forgotten meanwhile is named no more. `response`: its beginning. */
export type ShownAttempt = WebhookAttempt & Readonly<{ url: string; request?: string; response?: string }>;

/** Throws Refusals: webhook_endpoint_unknown, webhook_attempt_unknown. */
export const showAttempt = async (
  house: House,
  { companyId, endpointId, attemptId }: Readonly<{ companyId: string; endpointId: string; attemptId: string }>,
): Promise<ShownAttempt> => {
  await ownEndpoint(house, companyId, endpointId);
  const attempt = await findAttempt(house, endpointId, attemptId);
  const endpoint = await openEndpoint(house, endpointId);
  if (!attempt || !endpoint)
    throw new Refusal('webhook_attempt_unknown', `nothing called ${attemptId} was tried at ${endpointId} within thirty days`);
  const request = await webhookBody(house, companyId)({ ...attempt.item, attempts: 0, due: Date.parse(attempt.at) });
  const key = attempt.answer === undefined ? undefined : await house.vault.existingKey(webhookScope(endpointId));
  const response = key?.open(Buffer.from(attempt.answer ?? '', 'base64')).toString();
  return {
    ...attempt,
    url: endpoint.url,
    ...(request === undefined ? {} : { request }),
    ...(response === undefined ? {} : { response }),
  };
};
