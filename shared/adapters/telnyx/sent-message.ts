import { z } from 'zod';
import type { ReportedStatus } from '#ports/provider.ts';
import { failureOf } from './error-codes.ts';
import { statusOf } from './statuses.ts';

/** What we read of a message as Telnyx shows it, in an answer and in a webhook; all else comes and goes without notice. */
export const sentMessage = z.object({
  id: z.uuid(),
  messaging_profile_id: z.string().nullish(),
  to: z.array(z.object({ status: z.string() })).min(1),
  errors: z.array(z.object({ code: z.coerce.string() })).nullish(),
  parts: z.int().positive().nullish().catch(undefined),
  cost: z.object({ amount: z.string(), currency: z.string() }).nullish().catch(undefined),
  webhook_url: z.string().nullish(),
});

export type SentMessage = z.infer<typeof sentMessage>;

export type Fate = Readonly<{ status: ReportedStatus; code?: string; providerCode?: string }>;

const codeShape = /^[1-9]\d{3,5}$/;

/** How far a message has come, and where it failed why; undefined where Telnyx says it in a word that it never used. */
export const fateOf = ({ to: [recipient], errors }: SentMessage): Fate | undefined => {
  const status = statusOf(recipient?.status);
  if (status !== 'undelivered' && status !== 'failed') return status && { status };
  const told = errors?.find(({ code }) => codeShape.test(code))?.code;
  const unnamed = recipient?.status === 'expired' ? 'validity_expired' : 'provider_error';
  return { status, code: told === undefined ? unnamed : failureOf(told).code, ...(told !== undefined && { providerCode: told }) };
};

/** What carriers bill and Telnyx charges, as far as it says so yet. */
export const billOf = ({ parts, cost }: SentMessage): Readonly<{ segments?: number; price?: string; currency?: string }> => ({
  ...(parts != null && { segments: parts }),
  ...(cost != null && { price: cost.amount, currency: cost.currency }),
});
