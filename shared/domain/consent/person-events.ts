import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { privateEventSchema } from '../kernel/event-schema.ts';
import { instant } from '../kernel/ids.ts';

/** What was said about messages before, as the law wants it kept: sealed under the key of consent, shown in no table. */
const kept = z.object({
  at: instant,
  type: z.enum(['ConsentWithdrawn', 'ConsentGiven', 'ConsentAsked']),
  family: z.string(),
  source: z.string(),
  scope: z.string().optional(),
  purpose: z.string().optional(),
  word: z.string().optional(),
  contactPoint: z.string(),
  shown: z.string().optional(),
  said: z.string().optional(),
  proof: z.string().optional(),
  by: z.string().optional(),
});
export type KeptProof = Readonly<z.infer<typeof kept>>;

/** From here on nothing of a contact point is kept in plain, and what is in the log of it is taken out. `forgottenBy`: staff. Its stream's name is the fingerprint alone. */
export const PersonForgotten = privateEventSchema('PersonForgotten', 1, {
  data: z.object({ forgottenBy: z.string().min(1).max(100), proofs: z.int().min(0) }),
  private: z.object({ proof: z.array(kept) }).optional(),
});

export const personEvents = [PersonForgotten] as const;
export type PersonEvent = EventOf<(typeof personEvents)[number]>;
