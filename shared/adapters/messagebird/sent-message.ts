import { z } from 'zod';
import type { Looked, ReportedStatus } from '#ports/provider.ts';
import { codeOf } from './error-codes.ts';

/** A message as MessageBird shows it, with its only recipient. */
export const sentMessage = z.object({
  id: z.string().regex(/^[0-9a-z]{8,64}$/),
  body: z.string().nullish(),
  createdDatetime: z.string().nullish(),
  recipients: z.object({
    items: z
      .array(
        z.object({
          recipient: z.union([z.number(), z.string()]),
          status: z.string(),
          statusErrorCode: z.number().int().nullish(),
          messagePartCount: z.number().int().positive().nullish(),
          price: z.object({ amount: z.number().nullish(), currency: z.string().nullish() }).nullish(),
        }),
      )
      .min(1),
  }),
});
export type SentMessage = z.infer<typeof sentMessage>;

const statuses: Readonly<Record<string, ReportedStatus>> = {
  scheduled: 'sending',
  buffered: 'sending',
  sent: 'sent',
  delivered: 'delivered',
  expired: 'undelivered',
  delivery_failed: 'undelivered',
};

type Fate = Readonly<{ status: ReportedStatus; code?: string; providerCode?: string }>;

/** Undefined for a word that MessageBird does not use of outgoing messages. */
export const fateOf = (word: string, errorCode: number | undefined): Fate | undefined => {
  const status = Object.hasOwn(statuses, word) ? statuses[word] : undefined;
  if (status !== 'undelivered') return status && { status };
  const otherwise = word === 'expired' ? 'validity_expired' : 'provider_error';
  if (!errorCode) return { status, code: otherwise };
  const code = codeOf(errorCode);
  return { status, code: code === 'provider_error' ? otherwise : code, providerCode: String(errorCode) };
};

export const recipientOf = ({ recipients }: SentMessage) => recipients.items[0];

/** Parts, and the price where it is known. */
export const billOf = (message: SentMessage): Pick<Looked, 'segments' | 'price' | 'currency'> => {
  const { messagePartCount, price } = recipientOf(message) ?? {};
  return {
    ...(messagePartCount && { segments: messagePartCount }),
    ...(price?.amount && { price: String(price.amount), ...(price.currency && { currency: price.currency }) }),
  };
};
