import { z } from '@hono/zod-openapi';

/**
 * Ids in paths and bodies. A text that can be no id is answered like one that nobody knows (404), so these take any short text; what they
 * look like is told for readers.
 */
const idText = (description: string, example: string) => z.string().min(1).max(200).openapi({ description, example });

export const campaignIdText = idText("a campaign's id", 'cmp_reminder');
export const messageIdText = idText("a message's id", 'msg_h7k2m9qxw3np-0-1-sms-0');
export const companyIdText = idText("a company's id", 'co_hillside');

/** The caller's own name for something: echoed wherever it is told of. */
export const referenceText = z
  .string()
  .min(1)
  .max(200)
  .openapi({ description: 'Your own name for it (an id of yours): echoed in answers and webhooks', example: 'visit-8841' });
