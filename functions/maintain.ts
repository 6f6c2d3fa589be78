import { z } from 'zod';
import { maintain } from '#app/maintain.ts';
import { onEvent } from './door.ts';

/** Every night. */
export default onEvent(z.object({}), (_, { house }) => maintain(house));
