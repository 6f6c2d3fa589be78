import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema, privateEventSchema } from '../kernel/event-schema.ts';
import { listId } from '../kernel/ids.ts';

/** One record of a list that is kept for later. `row` is the number that a spreadsheet showed; a `fault` makes it unusable. */
export const ContactKept = privateEventSchema('ContactKept', 1, {
  data: z.object({ row: z.int().min(1), fault: z.string().optional() }),
  private: z.object({ cells: z.array(z.string()) }),
});
/** A contact of a list says something else now: all of its cells, as they are from then on. */
export const ContactCorrected = privateEventSchema('ContactCorrected', 1, {
  data: z.object({ row: z.int().min(1), correctedBy: z.string().min(1) }),
  private: z.object({ cells: z.array(z.string()) }),
});
/** A contact is on its list no more. */
export const ContactRemoved = eventSchema('ContactRemoved', 1, z.object({ row: z.int().min(1), removedBy: z.string().min(1) }));

/** Every row of the list stands in the log. What staff call it may name a person. */
export const ContactListKept = privateEventSchema('ContactListKept', 1, {
  data: z.object({ listId, rows: z.int().min(1), chunks: z.int().min(1) }),
  private: z.object({ name: z.string(), header: z.array(z.string()) }),
});

/** The key of its people was destroyed, on the word of staff. */
export const ContactListForgotten = eventSchema('ContactListForgotten', 1, z.object({ listId, forgottenBy: z.string().min(1) }));

export const listEvents = [ContactKept, ContactCorrected, ContactRemoved, ContactListKept, ContactListForgotten] as const;
export type ListEvent = EventOf<(typeof listEvents)[number]>;
