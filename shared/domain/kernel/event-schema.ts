import { z } from 'zod';
import type { EventSchema } from './event.ts';

type Upcast = { upcast?: EventSchema<string, z.ZodType, z.ZodType>['upcast'] };

/** An event that says nothing about a person. */
export const eventSchema = <Type extends string, Data extends z.ZodType>(
  type: Type,
  version: number,
  data: Data,
  options: Upcast = {},
): EventSchema<Type, Data, z.ZodUndefined> => ({ type, version, data, private: z.undefined(), ...options });

/** An event with a private part: sealed under the key of its scope, forgotten with it. */
export const privateEventSchema = <Type extends string, Data extends z.ZodType, Private extends z.ZodType>(
  type: Type,
  version: number,
  schemas: { data: Data; private: Private } & Upcast,
): EventSchema<Type, Data, Private> => ({ type, version, ...schemas });
