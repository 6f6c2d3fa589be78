import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema, privateEventSchema } from '../kernel/event-schema.ts';
import { instant } from '../kernel/ids.ts';
import { account, by, ofNumber, reasons, reference, registrationId, said } from './event-parts.ts';

/** A company's own numbers. The id holds the digits: `num_12085550199`. */

export const numberKinds = ['long_code', 'toll_free', 'abroad'] as const;
const kind = z.enum(numberKinds);

/** Stored before the provider is asked: a number costs money every month, and none may be bought twice. */
export const NumberBuying = eventSchema('NumberBuying', 1, z.object({ ...ofNumber, ...account, kind, by, startedAt: instant }));
export const NumberBought = eventSchema('NumberBought', 1, z.object({ ...ofNumber, ...account, kind, reference }));
export const NumberNotBought = privateEventSchema('NumberNotBought', 1, { data: z.object({ ...ofNumber, reasons }), private: said });
/** The company has it already. `registeredAs`: somebody says that it belongs to a registration that was made elsewhere, and names the registry's id. */
export const NumberAdded = eventSchema(
  'NumberAdded',
  1,
  z.object({ ...ofNumber, ...account, kind, by, reference: reference.optional(), registeredAs: z.string().max(40).optional() }),
);

export const NumberAssigning = eventSchema('NumberAssigning', 1, z.object({ ...ofNumber, registrationId, by }));
export const NumberAssigned = eventSchema('NumberAssigned', 1, z.object({ ...ofNumber, registrationId }));
export const NumberNotAssigned = privateEventSchema('NumberNotAssigned', 1, {
  data: z.object({ ...ofNumber, registrationId, reasons }),
  private: said,
});

/** A toll-free number may text to the United States from here on. */
export const NumberVerified = eventSchema('NumberVerified', 1, z.object(ofNumber));
/** Its verification was refused, or is not what it was. */
export const NumberNotVerified = privateEventSchema('NumberNotVerified', 1, { data: z.object({ ...ofNumber, reasons }), private: said });

/** Nothing of it leaves any more until it is resumed. */
export const NumberSuspended = eventSchema('NumberSuspended', 1, z.object({ ...ofNumber, by, reason: z.string().max(200).optional() }));
export const NumberResumed = eventSchema('NumberResumed', 1, z.object({ ...ofNumber, by }));

/** Stored before the provider is asked: from here on nothing goes out by it. */
export const NumberReleasing = eventSchema('NumberReleasing', 1, z.object({ ...ofNumber, by }));
export const NumberReleased = eventSchema('NumberReleased', 1, z.object(ofNumber));

export const numberEvents = [
  NumberBuying,
  NumberBought,
  NumberNotBought,
  NumberAdded,
  NumberAssigning,
  NumberAssigned,
  NumberNotAssigned,
  NumberVerified,
  NumberNotVerified,
  NumberSuspended,
  NumberResumed,
  NumberReleasing,
  NumberReleased,
] as const;
export type NumberEvent = EventOf<(typeof numberEvents)[number]>;
export type NumberKind = (typeof numberKinds)[number];
