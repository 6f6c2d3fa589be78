import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { privateEventSchema } from '../kernel/event-schema.ts';
import { companyId } from '../kernel/ids.ts';

/**
 * Somebody asked for something that has to be remembered: a change, or a look at a person's data. What a change did stands in events of its own,
 * whose correlation is `request`.
 */
export const AccessNoted = privateEventSchema('AccessNoted', 1, {
  data: z.object({
    companyId,
    /** the id of a key or of a user */
    by: z.string().min(1).max(100),
    kind: z.enum(['change', 'look']),
    /** `getMessage` */
    operation: z.string().max(100),
    /** ids in its path */
    subjects: z.array(z.string().max(200)).max(10),
    status: z.int(),
    /** how many were shown, where it was a list */
    shown: z.int().min(0).optional(),
    request: z.string().max(100),
  }),
  private: z.object({ address: z.string().max(100).optional(), agent: z.string().max(300).optional() }),
});

export const auditEvents = [AccessNoted] as const;
export type AuditEvent = EventOf<(typeof auditEvents)[number]>;
