import { z } from 'zod';
import { tickSends } from '#app/tick-sends.ts';
import { onEvent } from './door.ts';

/** Every five minutes. */
export default onEvent(z.object({}), (_, { house, cause }) => tickSends(house, cause));
