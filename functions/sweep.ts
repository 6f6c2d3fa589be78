import { z } from 'zod';
import { sweep } from '#app/sweep.ts';
import { onEvent } from './door.ts';

/** Every hour. */
export default onEvent(z.object({}), (_, { house, cause }) => sweep(house, cause));
