import { z } from '@hono/zod-openapi';
import type { WebhookAttempt } from '#app/webhook-attempts.ts';

export const attemptIdText = z.string().min(1).max(200).openapi({ description: "an attempt's id", example: 'att_0251637…_0' });

const instant = z.iso.datetime();

export const attemptFields = {
  object: z.literal('webhook_attempt'),
  id: attemptIdText,
  event: z.string().meta({ description: 'the id of the event, also the header webhook-id' }),
  type: z.string(),
  attempt: z.int().meta({ description: '1 is the first of ten' }),
  outcome: z.enum(['delivered', 'retried', 'given_up', 'dropped']).meta({
    description: '`retried`: failed, and is tried again at `next_at`; `given_up`: for good; `dropped`: the endpoint was disabled meanwhile',
  }),
  status: z.int().nullable().meta({ description: 'of the answer; null where there was none' }),
  code: z.string().nullable().meta({ description: 'timeout, unreachable, certificate_invalid, redirected, not_taken, …' }),
  at: instant,
  duration_ms: z.int(),
  next_at: instant.nullable(),
};

export const webhookAttempt = z.object(attemptFields).openapi('WebhookAttempt');

export const attemptJson = ({ attemptId, item, attempt, outcome, status, code, at, ms, next }: WebhookAttempt) => ({
  object: 'webhook_attempt',
  id: attemptId,
  event: item.id,
  type: item.type,
  attempt,
  outcome,
  status: status ?? null,
  code: code ?? null,
  at,
  duration_ms: ms,
  next_at: next ?? null,
});

export const exampleAttempt = {
  object: 'webhook_attempt',
  id: 'att_0251637000000004f3a_0',
  event: 'evt_a2b3c4d5e6f7a2b3c4d5e6f7',
  type: 'message.delivered',
  attempt: 1,
  outcome: 'retried',
  status: 500,
  code: 'not_taken',
  at: '2026-11-29T17:04:11.000Z',
  duration_ms: 84,
  next_at: '2026-11-29T17:04:16.210Z',
} as const;
