import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { privateEventSchema } from '../kernel/event-schema.ts';
import { companyId } from '../kernel/ids.ts';

/** One thing that a change has changed, as it was shown before and after: JSON, cut where it is long. Left out: it was not there. */
const changed = z.object({
  /** where it stands, `channels.0.template` */
  field: z.string().max(200),
  before: z.string().max(2_000).optional(),
  after: z.string().max(2_000).optional(),
});
export type Changed = z.infer<typeof changed>;
export const mostChanged = 40;

/**
 * Somebody asked for something that has to be remembered: a change, a look at a person's data, or what he may not. What a change did stands in
 * events of its own, whose correlation is `request`; of a request that was tried again with its key, in those whose cause is `cause`.
 */
export const AccessNoted = privateEventSchema('AccessNoted', 1, {
  data: z.object({
    companyId,
    /** the id of a key or of a user, `command line`, or `nobody` */
    by: z.string().min(1).max(100),
    kind: z.enum(['change', 'look', 'refusal']),
    /** `getMessage`, or a command of the command line: `carillon put-campaign` */
    operation: z.string().max(100),
    /** ids in its path */
    subjects: z.array(z.string().max(200)).max(10),
    status: z.int(),
    /** how many were shown, where it was a list */
    shown: z.int().min(0).optional(),
    request: z.string().max(100),
    /** of the events that the request has led to, where it is another one */
    cause: z.string().max(100).optional(),
    /** why it was refused */
    code: z.string().max(60).optional(),
  }),
  private: z.object({
    address: z.string().max(100).optional(),
    agent: z.string().max(300).optional(),
    /** who sat at the command line, as the machine knows him */
    operator: z.string().max(100).optional(),
    changes: z.array(changed).max(mostChanged).optional(),
  }),
});

export const auditEvents = [AccessNoted] as const;
export type AuditEvent = EventOf<(typeof auditEvents)[number]>;
